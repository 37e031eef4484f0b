import { type SubmitEvent, useRef, useState } from 'react';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, TextField, useToast } from '../design/index.ts';
import { placeOfConnectError } from './connect-errors.ts';
import { NewPasswordField } from './new-password-field.tsx';
import styles from './sign-in.module.css';

type Place = 'password' | 'newPassword' | 'form';

/** Changes one's own password. Online. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ place: Place; text: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const show = (place: Place, text: string): void => {
    setProblem({ place, text });
    const target = place === 'form' ? '[role="alert"]' : `[name="${place}"]`;
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(target)?.focus());
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (password === '') return show('password', t('window.connect.passwordNeeded'));
    if (newPassword === '') return show('newPassword', t('password.newNeeded'));
    setBusy(true);
    setProblem(null);
    try {
      await client.call('connect.changePassword', { password, newPassword });
      toast(t('password.changed'));
      onClose();
    } catch (error) {
      const place = placeOfConnectError(error);
      show(place === 'address' ? 'form' : place, sentence(error));
    } finally {
      setBusy(false);
    }
  };

  const errorAt = (place: Place): string | undefined => (problem?.place === place ? problem.text : undefined);
  return (
    <Dialog isOpen onClose={onClose} title={t('password.title')} description={t('password.text')}>
      <form ref={form} data-help="bat-dau" className={styles.form} onSubmit={submit} noValidate>
        {problem?.place === 'form' && (
          <Notice tone="bad" role="alert">
            {problem.text}
          </Notice>
        )}
        <TextField
          label={t('password.old')}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={errorAt('password')}
        />
        <NewPasswordField value={newPassword} onChange={setNewPassword} error={errorAt('newPassword')} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          <Button type="submit" variant="primary" isBusy={isBusy}>
            {t('password.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
