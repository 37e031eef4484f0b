import { type SubmitEvent, useState } from 'react';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../../shared/workflow/index.ts';
import { useErrorText, useT } from '../connection/index.ts';
import { AlertDialog, Button, Notice, Select, TextArea } from '../design/index.ts';
import type { Act } from './use-act.ts';

const MOST_CHARACTERS = 2_000;

/** Takes the live page down, with a reason from the closed list that readers are shown (design 5). */
export function WithdrawDialog({ act, onClose }: { readonly act: Act; readonly onClose: () => void }) {
  const t = useT();
  const sentence = useErrorText(act.error);
  const [reason, setReason] = useState<WithdrawalReason | null>(null);
  const [explanation, setExplanation] = useState('');
  const [isMissing, setMissing] = useState(false);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (reason === null) return setMissing(true);
    if (await act.run('withdraw', { listedReason: reason, reason: explanation })) onClose();
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
      <form id="withdraw-form" data-help="duyet-va-ma-pin" onSubmit={submit} noValidate>
        <Select
          label={t('window.withdraw.reason')}
          placeholder={t('window.withdraw.choose')}
          value={reason}
          onChange={setReason}
          items={WITHDRAWAL_REASONS.map((value) => ({ value, label: t(`withdrawal.${value}`) }))}
        />
      </form>
      {isMissing && reason === null && (
        <Notice tone="bad" role="alert">
          {t('error.reason_needed')}
        </Notice>
      )}
      <TextArea
        label={t('window.withdraw.explanation')}
        value={explanation}
        onChange={setExplanation}
        maxLength={MOST_CHARACTERS}
      />
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
    </AlertDialog>
  );
}
