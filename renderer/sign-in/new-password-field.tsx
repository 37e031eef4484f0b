import { useState } from 'react';
import { useT } from '../connection/index.ts';
import { TextField } from '../design/index.ts';
import styles from './sign-in.module.css';

interface NewPasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

/** A password somebody chooses: typed or pasted once, and shown when they wish to see what they typed. */
export function NewPasswordField({ value, onChange, error }: NewPasswordFieldProps) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <TextField
        label={t('password.new')}
        name="newPassword"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        hint={t('password.hint')}
        error={error}
        spellCheck={false}
      />
      <label className={styles.check}>
        <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />
        <span>{t('password.show')}</span>
      </label>
    </>
  );
}
