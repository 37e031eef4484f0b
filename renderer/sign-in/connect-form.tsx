import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { WIRE_LIMITS } from '../../shared/sync/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, Notice, TextField } from '../design/index.ts';
import { type ConnectPlace, placeOfConnectError } from './connect-errors.ts';
import { NewPasswordField } from './new-password-field.tsx';
import styles from './sign-in.module.css';

interface ConnectFormProps {
  /** Known address: shown, not asked again. */
  readonly address?: string | undefined;
  readonly onSignedIn: (needsPin: boolean) => void;
  /** A second button: back, or cancel. */
  readonly secondary: ReactNode;
}

/** Signs in to a portal. What went wrong stands beside the field it is about, and the focus goes there. */
export function ConnectForm({ address: known, onSignedIn, secondary }: ConnectFormProps) {
  const t = useT();
  const client = useClient();
  const sentence = useErrorSentence();
  const [address, setAddress] = useState(known ?? '');
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [deviceName, setDeviceName] = useState('');
  /** Asked for once the portal has said that the password is for one time. */
  const [newPassword, setNewPassword] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ place: ConnectPlace | 'account'; text: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus(), []);

  const show = (place: ConnectPlace | 'account', text: string): void => {
    setProblem({ place, text });
    const target = place === 'form' ? '[role="alert"]' : `[name="${place}"]`;
    // After React has drawn the message.
    requestAnimationFrame(() => {
      const field = form.current?.querySelector<HTMLElement>(target);
      field?.focus();
      // What was typed wrong is typed again, not added to.
      if (field instanceof HTMLInputElement) field.select();
    });
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (address.trim() === '') return show('address', t('window.connect.addressNeeded'));
    if (account.trim() === '') return show('account', t('window.connect.accountNeeded'));
    if (password === '') return show('password', t('window.connect.passwordNeeded'));
    if (newPassword === '') return show('newPassword', t('password.newNeeded'));
    setBusy(true);
    setProblem(null);
    try {
      const chosen = newPassword === null ? {} : { newPassword };
      const { needsPin } = await client.call('connect.signIn', { address, account, password, deviceName, ...chosen });
      onSignedIn(needsPin);
    } catch (error) {
      const place = placeOfConnectError(error);
      if (place === 'newPassword') setNewPassword((typed) => typed ?? '');
      show(place, sentence(error));
    } finally {
      setBusy(false);
    }
  };

  const errorAt = (place: ConnectPlace | 'account'): string | undefined =>
    problem?.place === place ? problem.text : undefined;

  return (
    <form ref={form} data-help="bat-dau" className={styles.form} onSubmit={submit} noValidate>
      {problem?.place === 'form' && (
        <Notice tone="bad" role="alert">
          {problem.text}
        </Notice>
      )}
      <TextField
        label={t('window.connect.address')}
        name="address"
        type="url"
        value={address}
        onChange={setAddress}
        hint={known === undefined ? t('window.connect.addressHint') : undefined}
        error={errorAt('address')}
        readOnly={known !== undefined}
        spellCheck={false}
      />
      <TextField
        label={t('window.connect.account')}
        name="account"
        autoComplete="username"
        value={account}
        onChange={setAccount}
        error={errorAt('account')}
        spellCheck={false}
      />
      <TextField
        label={t('window.connect.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={errorAt('password')}
      />
      {known === undefined && (
        <TextField
          label={t('window.connect.device')}
          name="device"
          value={deviceName}
          onChange={setDeviceName}
          hint={t('window.connect.deviceHint')}
          maxLength={WIRE_LIMITS.deviceNameCharacters}
        />
      )}
      {newPassword !== null && (
        <NewPasswordField value={newPassword} onChange={setNewPassword} error={errorAt('newPassword')} />
      )}
      <div className={styles.buttons}>
        {secondary}
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('window.connect.submit')}
        </Button>
      </div>
    </form>
  );
}
