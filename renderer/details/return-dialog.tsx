import { type SubmitEvent, useRef, useState } from 'react';
import type { PossibleAction } from '../../shared/contract/index.ts';
import { useErrorText, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, TextArea } from '../design/index.ts';
import { ActChecks, useChecks } from './act-checks.tsx';
import type { Act } from './use-act.ts';

const MOST_CHARACTERS = 2_000;

interface ReturnDialogProps {
  readonly action: PossibleAction;
  readonly act: Act;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** Returns the post to its author, with a reason the author can work with. */
export function ReturnDialog({ action, act, reason, onReason, onClose }: ReturnDialogProps) {
  const t = useT();
  const sentence = useErrorText(act.error);
  const [isMissing, setMissing] = useState(false);
  const checks = useChecks(action);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (reason.trim() === '') {
      setMissing(true);
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    if (checks.isStopped() || checks.isWarned()) return;
    if (!(await act.run('return', { reason, checks: checks.ticked }))) return;
    onReason('');
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('window.return.title')}
      description={t('window.return.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          <Button type="submit" form="return-form" variant="primary" isBusy={act.busy === 'return'}>
            {t('action.return')}
          </Button>
        </>
      }
    >
      <form id="return-form" data-help="tham-dinh-va-tra-lai" ref={form} onSubmit={submit} noValidate>
        <TextArea
          label={t('window.return.reason')}
          value={reason}
          onChange={onReason}
          maxLength={MOST_CHARACTERS}
          error={isMissing && reason.trim() === '' ? t('error.reason_needed') : undefined}
        />
        <ActChecks action={action} checks={checks} />
      </form>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
    </Dialog>
  );
}
