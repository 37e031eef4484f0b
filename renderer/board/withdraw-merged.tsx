import { useClient, useT } from '../connection/index.ts';
import { useToast } from '../design/index.ts';
import { useWithdrawal, WithdrawalFields } from '../withdrawal/index.ts';
import { SentForm } from './sent-form.tsx';

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

  const withdraw = async (): Promise<void> => {
    if (words === null) return;
    await client.call('board.withdrawMerged', { post, ...words });
    toast(t('merged.withdrawn'));
    onDone();
  };

  return (
    <SentForm
      action={t('action.withdraw')}
      variant="danger"
      isReady={words !== null}
      onSend={withdraw}
      onCancel={onCancel}
    >
      {(isTried) => (
        <WithdrawalFields
          withdrawal={withdrawal}
          post={post}
          explanationLabel={t('merged.explanation')}
          isTried={isTried}
        />
      )}
    </SentForm>
  );
}
