import { type SubmitEvent, useState } from 'react';
import type { PossibleAction, PostDetails } from '../../shared/contract/index.ts';
import { useErrorText, useT } from '../connection/index.ts';
import { AlertDialog, Button, Notice } from '../design/index.ts';
import { useWithdrawal, WithdrawalFields } from '../withdrawal/index.ts';
import { ActChecks, useChecks } from './act-checks.tsx';
import styles from './details.module.css';
import type { Act } from './use-act.ts';

interface WithdrawDialogProps {
  readonly action: PossibleAction;
  readonly details: PostDetails;
  readonly act: Act;
  readonly onClose: () => void;
}

/**
 * Takes the live page down, with a reason from the closed list and words for readers (design 5). What is said to the
 * board stays with the board.
 */
export function WithdrawDialog({ action, details, act, onClose }: WithdrawDialogProps) {
  const t = useT();
  const sentence = useErrorText(act.error);
  const withdrawal = useWithdrawal();
  const [isTried, setTried] = useState(false);
  const checks = useChecks(action);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (withdrawal.words === null || checks.isStopped() || checks.isWarned()) return;
    const { reason: listedReason, explanation: reason, ...words } = withdrawal.words;
    if (await act.run('withdraw', { ...words, listedReason, reason, checks: checks.ticked })) onClose();
  };

  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={t('window.withdraw.title')}
      description={t('window.withdraw.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          <Button type="submit" form="withdraw-form" variant="danger" isBusy={act.busy === 'withdraw'}>
            {t('action.withdraw')}
          </Button>
        </>
      }
    >
      <form id="withdraw-form" data-help="duyet-va-ma-pin" className={styles.form} onSubmit={submit} noValidate>
        <WithdrawalFields
          withdrawal={withdrawal}
          post={details.post}
          explanationLabel={t('window.withdraw.explanation')}
          isTried={isTried}
        />
      </form>
      <ActChecks action={action} checks={checks} />
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
    </AlertDialog>
  );
}
