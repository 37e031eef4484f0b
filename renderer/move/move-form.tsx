import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { type Client, MOVE_RULES } from '../../shared/contract/index.ts';
import { useClient, useErrorText, useT } from '../connection/index.ts';
import { Button, Field, Notice, Spinner, TextField } from '../design/index.ts';
import { base64Of } from './base64.ts';
import styles from './move.module.css';
import { Progress } from './progress.tsx';

interface MoveFormProps {
  readonly onOpened: () => void;
  readonly secondary: ReactNode;
}

/** Opens the file from the old computer on a fresh one. */
export function MoveForm({ onOpened, secondary }: MoveFormProps) {
  const t = useT();
  const client = useClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [isTried, setTried] = useState(false);
  const [given, setGiven] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const isBusy = given !== null;

  const open = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (file === null || passphrase === '') return;
    setError(null);
    setGiven(0);
    try {
      await give(client, file, setGiven);
      await client.call('move.open', { passphrase });
      onOpened();
    } catch (failure) {
      setError(failure);
    } finally {
      setGiven(null);
    }
  };

  return (
    <form data-help="chuyen-may" className={styles.form} onSubmit={open} noValidate>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      <Field
        label={t('move.file')}
        hint={t('move.fileHint')}
        error={isTried && file === null ? t('move.fileNeeded') : undefined}
      >
        <input
          ref={input}
          type="file"
          hidden
          accept=".banthao-move"
          aria-label={t('move.file')}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
        <div className={styles.file}>
          <Button onClick={() => input.current?.click()}>{t('move.choose')}</Button>
          {file !== null && <span>{file.name}</span>}
        </div>
      </Field>
      <TextField
        label={t('move.passphrase')}
        type="password"
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
        error={isTried && passphrase === '' ? t('move.passphraseNeeded') : undefined}
      />
      {file !== null && given !== null && given < file.size && (
        <Progress done={given} total={file.size} words="move.reading" />
      )}
      {file !== null && given === file.size && <Spinner label={t('move.opening')} />}
      <div className={styles.buttons}>
        {secondary}
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('move.open')}
        </Button>
      </div>
    </form>
  );
}

/** Hands the file over piece by piece, so that neither side ever holds all of it. */
async function give(client: Client, file: File, onGiven: (bytes: number) => void): Promise<void> {
  for (let offset = 0; offset === 0 || offset < file.size; offset += MOVE_RULES.pieceBytes) {
    const piece = file.slice(offset, offset + MOVE_RULES.pieceBytes);
    await client.call('move.give', { offset, total: file.size, data: await base64Of(piece) });
    onGiven(offset + piece.size);
  }
}
