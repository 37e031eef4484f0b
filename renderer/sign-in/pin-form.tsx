import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { pinSchema } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';
import { PinField } from './pin-field.tsx';
import styles from './sign-in.module.css';

interface PinFormProps {
  readonly onDone: () => void;
  readonly secondary: ReactNode;
}

/** Sets the PIN that guards the person's approval key on this computer: six digits, typed twice. */
export function PinForm({ onDone, secondary }: PinFormProps) {
  const t = useT();
  const client = useClient();
  const sentence = useErrorSentence();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ place: 'pin' | 'again' | 'form'; text: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus(), []);

  const show = (place: 'pin' | 'again' | 'form', text: string): void => {
    setProblem({ place, text });
    const target = place === 'form' ? '[role="alert"]' : `[name="${place}"]`;
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(target)?.focus());
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!pinSchema.safeParse(pin).success) return show('pin', t('error.pin_needed'));
    if (pin !== again) return show('again', t('window.pin.different'));
    setBusy(true);
    setProblem(null);
    try {
      await client.call('connect.setPin', { pin });
      onDone();
    } catch (error) {
      show('form', sentence(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form ref={form} data-help="duyet-va-ma-pin" className={styles.form} onSubmit={submit} noValidate>
      <p>{t('window.pin.why')}</p>
      {problem?.place === 'form' && (
        <Notice tone="bad" role="alert">
          {problem.text}
        </Notice>
      )}
      <PinField
        label={t('window.pin.first')}
        name="pin"
        value={pin}
        onChange={setPin}
        error={problem?.place === 'pin' ? problem.text : undefined}
      />
      <PinField
        label={t('window.pin.again')}
        name="again"
        value={again}
        onChange={setAgain}
        error={problem?.place === 'again' ? problem.text : undefined}
      />
      <div className={styles.buttons}>
        {secondary}
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('window.pin.submit')}
        </Button>
      </div>
    </form>
  );
}
