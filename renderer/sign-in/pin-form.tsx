import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { AppError, pinSchema } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, Notice, TextField } from '../design/index.ts';
import { PinField } from './pin-field.tsx';
import styles from './sign-in.module.css';

interface PinFormProps {
  readonly onDone: () => void;
  readonly secondary: ReactNode;
}

type Place = 'pin' | 'again' | 'password' | 'form';

/**
 * Sets the PIN that guards the person's approval key on this computer: six digits, typed twice. Some time after the
 * sign-in the portal asks for the password again: the computer may have been left to somebody else.
 */
export function PinForm({ onDone, secondary }: PinFormProps) {
  const t = useT();
  const client = useClient();
  const sentence = useErrorSentence();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [password, setPassword] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ place: Place; text: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus(), []);

  const show = (place: Place, text: string): void => {
    setProblem({ place, text });
    const target = place === 'form' ? '[role="alert"]' : `[name="${place}"]`;
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(target)?.focus());
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!pinSchema.safeParse(pin).success) return show('pin', t('error.pin_needed'));
    if (pin !== again) return show('again', t('window.pin.different'));
    if (password === '') return show('password', t('window.connect.passwordNeeded'));
    setBusy(true);
    setProblem(null);
    try {
      await client.call('connect.setPin', { pin, ...(password === null ? {} : { password }) });
      onDone();
    } catch (error) {
      const code = error instanceof AppError ? error.code : null;
      if (code === 'password_needed') setPassword('');
      show(code === 'password_needed' || code === 'wrong_password' ? 'password' : 'form', sentence(error));
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
      {password !== null && (
        <TextField
          label={t('password.old')}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={problem?.place === 'password' ? problem.text : undefined}
        />
      )}
      <div className={styles.buttons}>
        {secondary}
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('window.pin.submit')}
        </Button>
      </div>
    </form>
  );
}
