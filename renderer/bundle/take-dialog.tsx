import { type SubmitEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { AppError, type BundleLook, type Output } from '../../shared/contract/index.ts';
import { useClient, useErrorText, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, Spinner, TextField } from '../design/index.ts';
import styles from './bundle.module.css';
import { giveFile } from './give-file.ts';
import { Preview } from './preview.tsx';
import { Progress } from './progress.tsx';

interface TakeDialogProps {
  /** A file that was dropped on the window. */
  readonly file: File | null;
  /** The name of a file that was opened with the program and is with the backend already. */
  readonly arrived: string | null;
  readonly onClose: () => void;
}

type Step =
  | { readonly at: 'choose' | 'looking' | 'taking' }
  | { readonly at: 'giving'; readonly done: number; readonly total: number }
  | { readonly at: 'locked'; readonly name: string }
  | { readonly at: 'preview'; readonly look: BundleLook }
  | { readonly at: 'taken'; readonly taken: Output<'bundle.take'> };

/** Takes in a colleague's file: chosen, read, shown what is in it, and only then taken in. */
export function TakeDialog({ file, arrived, onClose }: TakeDialogProps) {
  const t = useT();
  const client = useClient();
  const input = useRef<HTMLInputElement>(null);
  const isOpen = useRef(true);
  const [step, setStep] = useState<Step>({ at: file === null && arrived === null ? 'choose' : 'looking' });
  const [name, setName] = useState(arrived ?? file?.name ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);

  const look = async (secret: string | null, of: string): Promise<void> => {
    setStep({ at: 'looking' });
    setError(null);
    try {
      const found = await client.call('bundle.look', { passphrase: secret });
      setStep({ at: 'preview', look: found });
    } catch (failure) {
      const code = failure instanceof AppError ? failure.code : null;
      const isLocked = code === 'bundle_passphrase_needed' || code === 'bundle_passphrase';
      setStep(isLocked ? { at: 'locked', name: of } : { at: 'choose' });
      if (code !== 'bundle_passphrase_needed') setError(failure);
    }
  };
  const begin = async (chosen: File): Promise<void> => {
    setName(chosen.name);
    setPassphrase('');
    setError(null);
    setStep({ at: 'giving', done: 0, total: chosen.size });
    try {
      const onGiven = (done: number): void => setStep({ at: 'giving', done, total: chosen.size });
      await giveFile(client, chosen, onGiven, () => isOpen.current);
      if (isOpen.current) await look(null, chosen.name);
    } catch (failure) {
      setStep({ at: 'choose' });
      setError(failure);
    }
  };
  const start = useEffectEvent((): void => {
    if (file !== null) void begin(file);
    else if (arrived !== null) void look(null, arrived);
  });
  useEffect(() => {
    isOpen.current = true;
    start();
    return () => {
      isOpen.current = false;
    };
  }, []);

  const take = async (): Promise<void> => {
    setStep({ at: 'taking' });
    setError(null);
    try {
      setStep({ at: 'taken', taken: await client.call('bundle.take', { passphrase: passphrase || null }) });
    } catch (failure) {
      setStep({ at: 'choose' });
      setError(failure);
    }
  };
  const unlock = (event: SubmitEvent): void => {
    event.preventDefault();
    if (passphrase !== '') void look(passphrase, name);
  };

  const isBusy = step.at === 'looking' || step.at === 'giving' || step.at === 'taking';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('bundle.takeTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t(step.at === 'taken' ? 'window.close' : 'window.cancel')}</Button>
          {step.at === 'locked' && (
            <Button variant="primary" type="submit" form="bundle-unlock">
              {t('bundle.open')}
            </Button>
          )}
          {step.at === 'preview' && (
            <Button variant="primary" onClick={() => void take()}>
              {t('bundle.take')}
            </Button>
          )}
        </>
      }
    >
      <div data-help="mang-bai-bang-usb" className={styles.form} aria-busy={isBusy}>
        {sentence !== null && (
          <Notice tone="bad" role="alert">
            {sentence}
          </Notice>
        )}
        {step.at === 'choose' && (
          <>
            <p>{t('bundle.takeText')}</p>
            <input
              ref={input}
              type="file"
              hidden
              accept=".banthao"
              aria-label={t('bundle.choose')}
              onChange={(event) => {
                const chosen = event.currentTarget.files?.[0];
                // The same file may be chosen again, once it was copied anew.
                event.currentTarget.value = '';
                if (chosen !== undefined) void begin(chosen);
              }}
            />
            <div>
              <Button variant={sentence === null ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
                {t('bundle.choose')}
              </Button>
            </div>
          </>
        )}
        {step.at === 'giving' && <Progress done={step.done} total={step.total} words="bundle.reading" />}
        {step.at === 'looking' && <Spinner label={t('bundle.checking')} />}
        {step.at === 'taking' && <Spinner label={t('bundle.taking')} />}
        {step.at === 'locked' && (
          <form id="bundle-unlock" className={styles.form} onSubmit={unlock} noValidate>
            <p>{t('bundle.locked', { name: step.name })}</p>
            <TextField
              label={t('move.passphrase')}
              type="password"
              autoComplete="off"
              autoFocus
              value={passphrase}
              onChange={setPassphrase}
            />
          </form>
        )}
        {step.at === 'preview' && <Preview look={step.look} />}
        {step.at === 'taken' && <TakenText taken={step.taken} />}
      </div>
    </Dialog>
  );
}

function TakenText({ taken: { mutations, drafts, pictures } }: { readonly taken: Output<'bundle.take'> }) {
  const t = useT();
  if (mutations + drafts + pictures === 0)
    return (
      <Notice tone="info" role="status">
        {t('bundle.takenNothing')}
      </Notice>
    );
  return (
    <>
      <Notice tone="good" role="status">
        {t('bundle.taken', { mutations, drafts, pictures })}
      </Notice>
      <p>{t('bundle.takenNext')}</p>
    </>
  );
}
