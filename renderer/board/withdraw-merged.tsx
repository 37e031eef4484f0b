import { type SubmitEvent, useState } from 'react';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../../shared/workflow/index.ts';
import { useClient, useErrorText, useQuery, useT } from '../connection/index.ts';
import { Button, Notice, Select, TextArea, useToast } from '../design/index.ts';
import styles from './board.module.css';

const LIVE_POSTS = { filter: 'published', category: null, query: '', offset: 0, limit: 100 } as const;

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
  const [reason, setReason] = useState<WithdrawalReason | null>(null);
  const [replacement, setReplacement] = useState<string | null>(null);
  const [publicNote, setPublicNote] = useState('');
  const [explanation, setExplanation] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const isReplaced = reason === 'replaced';
  const live = useQuery('posts.list', isReplaced ? LIVE_POSTS : 'skip');
  const fault = reason === null ? 'error.reason_needed' : isReplaced && replacement === null ? NO_REPLACEMENT : null;

  const withdraw = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (reason === null || fault !== null) return;
    setBusy(true);
    setError(null);
    try {
      const instead = isReplaced && replacement !== null ? { replacement } : {};
      await client.call('board.withdrawMerged', { post, reason, explanation, publicNote, ...instead });
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
      <Select
        label={t('window.withdraw.reason')}
        placeholder={t('window.withdraw.choose')}
        value={reason}
        onChange={setReason}
        items={WITHDRAWAL_REASONS.map((value) => ({ value, label: t(`withdrawal.${value}`) }))}
      />
      {isReplaced && (
        <Select
          label={t('board.withdraw.replacement')}
          placeholder={t('board.withdraw.choosePost')}
          value={replacement}
          onChange={setReplacement}
          items={(live.data?.rows ?? []).map((row) => ({ value: row.post, label: row.title }))}
        />
      )}
      {isTried && fault !== null && (
        <Notice tone="bad" role="alert">
          {t(fault)}
        </Notice>
      )}
      <TextArea
        label={t('board.withdraw.publicNote')}
        hint={t('board.withdraw.publicHint')}
        value={publicNote}
        onChange={setPublicNote}
        maxLength={500}
      />
      <TextArea label={t('merged.explanation')} value={explanation} onChange={setExplanation} maxLength={2_000} />
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

const NO_REPLACEMENT = 'workflow.denied.no_replacement';
