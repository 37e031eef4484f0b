import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useErrorText, useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';
import styles from './board.module.css';

interface SentFormProps {
  /** The words of the button that sends it. */
  readonly action: string;
  readonly variant?: 'primary' | 'danger';
  readonly label?: string;
  /** Whether it is filled in; what is missing is said once it was tried. */
  readonly isReady: boolean;
  readonly onSend: () => Promise<void>;
  readonly onCancel: () => void;
  readonly children: (isTried: boolean) => ReactNode;
}

/** A form whose words go to the portal: busy meanwhile, and why it failed is said where it was sent. */
export function SentForm({ action, variant = 'primary', label, isReady, onSend, onCancel, children }: SentFormProps) {
  const t = useT();
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!isReady) return;
    setBusy(true);
    setError(null);
    try {
      await onSend();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles.fields} onSubmit={send} noValidate {...(label && { 'aria-label': label })}>
      {children(isTried)}
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button onClick={onCancel}>{t('window.cancel')}</Button>
        <Button type="submit" variant={variant} isBusy={isBusy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
