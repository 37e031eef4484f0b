import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { REMARK_LIMITS } from '../../shared/workflow/index.ts';
import { useT } from '../connection/index.ts';
import { Button, TextArea } from '../design/index.ts';
import styles from './remarks.module.css';

interface DeclineFormProps {
  readonly isBusy: boolean;
  readonly onDecline: (note: string) => void;
  readonly onCancel: () => void;
}

/** Why the author does not take a proposed wording: whoever proposed it is owed a word. */
export function DeclineForm({ isBusy, onDecline, onCancel }: DeclineFormProps) {
  const t = useT();
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
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
        onChange={setNote}
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
