import { type SubmitEvent, useState } from 'react';
import type { PossibleAction, PostDetails } from '../../shared/contract/index.ts';
import { useErrorText, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, TextArea } from '../design/index.ts';
import { ActChecks, useChecks } from './act-checks.tsx';
import styles from './details.module.css';
import type { Act } from './use-act.ts';

const MOST_CHARACTERS = 500;

interface ConfirmDialogProps {
  readonly action: PossibleAction;
  readonly details: PostDetails;
  readonly act: Act;
  readonly onClose: () => void;
}

/** Whether an action is done by its button alone, or has something to ask first. */
export function isAskedFirst({ name, checks, exemption }: PossibleAction, { isLive }: PostDetails): boolean {
  return checks.length > 0 || exemption !== null || (name === 'submit' && isLive);
}

/** Asks what the rules ask before an act, and what readers are to be told of a correction. */
export function ConfirmDialog({ action, details, act, onClose }: ConfirmDialogProps) {
  const t = useT();
  const sentence = useErrorText(act.error);
  const checks = useChecks(action);
  const [note, setNote] = useState('');
  const [isMinor, setMinor] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const isCorrection = action.name === 'submit' && details.isLive;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isCorrection && !isMinor && note.trim() === '') return setMissing(true);
    if (checks.isStopped() || checks.isWarned()) return;
    const change = isCorrection ? { change: { note: isMinor ? '' : note, isMinor } } : {};
    if (await act.run(action.name, { checks: checks.ticked, ...change })) onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`action.${action.name}`)}
      footer={
        <>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          <Button type="submit" form="confirm-form" variant="primary" isBusy={act.busy === action.name}>
            {t(`action.${action.name}`)}
          </Button>
        </>
      }
    >
      <form id="confirm-form" data-help="quy-che" className={styles.form} onSubmit={submit} noValidate>
        {isCorrection && (
          <>
            <label className={styles.check}>
              <input type="checkbox" checked={isMinor} onChange={() => setMinor(!isMinor)} />
              <span>{t('board.change.minor')}</span>
            </label>
            {!isMinor && (
              <TextArea
                label={t('board.change.note')}
                hint={t('board.change.hint')}
                value={note}
                onChange={setNote}
                maxLength={MOST_CHARACTERS}
                error={isMissing && note.trim() === '' ? t('workflow.denied.no_change_note') : undefined}
              />
            )}
          </>
        )}
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
