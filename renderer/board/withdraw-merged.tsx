import { type SubmitEvent, useState } from 'react';
import { useClient, useErrorText, useT } from '../connection/index.ts';
import { Button, Notice, useToast } from '../design/index.ts';
import { useWithdrawal, WithdrawalFields } from '../withdrawal/index.ts';
import styles from './board.module.css';

interface WithdrawMergedProps {
  readonly post: string;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** Takes down a page of a unit that was merged into this one, or leads its readers to a post of this unit. */
export function WithdrawMerged({ post, onCancel, onDone }: WithdrawMergedProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const withdrawal = useWithdrawal();
  const { words } = withdrawal;
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);

  const withdraw = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (words === null) return;
    setBusy(true);
    setError(null);
    try {
      await client.call('board.withdrawMerged', { post, ...words });
      toast(t('merged.withdrawn'));
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={styles.fields} onSubmit={withdraw} noValidate>
      <WithdrawalFields
        withdrawal={withdrawal}
        post={post}
        explanationLabel={t('merged.explanation')}
        isTried={isTried}
      />
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button onClick={onCancel}>{t('window.cancel')}</Button>
        <Button type="submit" variant="danger" isBusy={isBusy}>
          {t('action.withdraw')}
        </Button>
      </div>
    </form>
  );
}
