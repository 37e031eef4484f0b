import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { REMARK_LIMITS } from '../../shared/workflow/index.ts';
import { useT } from '../connection/index.ts';
import { Button, TextArea } from '../design/index.ts';
import styles from './remarks.module.css';

interface DeclineFormProps {
  readonly isBusy: boolean;
  /** Written here before, and not said; the focus then stays where it is. */
  readonly start: string | null;
  readonly onWrite: (note: string) => void;
  readonly onDecline: (note: string) => void;
  readonly onCancel: () => void;
}

/** Why the author does not take a proposed wording: whoever proposed it is owed a word. */
export function DeclineForm({ isBusy, start, onWrite, onDecline, onCancel }: DeclineFormProps) {
  const t = useT();
  const [note, setNote] = useState(start ?? '');
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [takesFocus] = useState(start === null);
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (note.trim() === '') setMissing(true);
    else onDecline(note.trim());
  };
  return (
    <form ref={form} className={styles.composer} onSubmit={submit} noValidate>
      <TextArea
        label={t('remarks.declineWhy')}
        value={note}
        onChange={(next) => {
          setNote(next);
          onWrite(next);
        }}
        maxLength={REMARK_LIMITS.text}
        error={isMissing && note.trim() === '' ? t('error.reason_needed') : undefined}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('remarks.decline')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('window.cancel')}
        </Button>
      </div>
    </form>
  );
}
