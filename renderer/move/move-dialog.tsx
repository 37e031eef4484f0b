import { type SubmitEvent, useState } from 'react';
import { formatNumber } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorText, useEvent, useQuery, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, Spinner } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './move.module.css';
import { PassphraseFields, usePassphrase } from './passphrase.tsx';
import { megabytes, Progress } from './progress.tsx';

interface MoveDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes the file that moves everything to another computer: what is in it, how large, its passphrase, then where it is. */
export function MoveDialog({ isOpen, onClose }: MoveDialogProps) {
  const t = useT();
  const client = useClient();
  const { refresh } = useSession();
  const measure = useQuery('move.measure', isOpen ? null : 'skip');
  const passphrase = usePassphrase();
  const [isMaking, setMaking] = useState(false);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEvent('move.progress', setProgress);
  const sentence = useErrorText(error ?? measure.error);

  const close = (): void => {
    if (isMaking) void client.call('move.cancel', null);
    passphrase.clear();
    setSavedAt(null);
    setError(null);
    onClose();
  };
  const make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!passphrase.attempt()) return;
    setMaking(true);
    setError(null);
    setProgress(null);
    try {
      const made = await client.call('move.make', { passphrase: passphrase.text });
      setSavedAt(made.savedAt);
      refresh();
    } catch (failure) {
      setError(failure);
    } finally {
      setMaking(false);
    }
  };

  const isAsking = savedAt === null && !isMaking;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t('move.title')}
      footer={
        <>
          <Button onClick={isMaking ? () => void client.call('move.cancel', null) : close}>
            {savedAt === null ? t('window.cancel') : t('window.close')}
          </Button>
          {savedAt === null && (
            <Button variant="primary" type="submit" form="move-form" isBusy={isMaking}>
              {t('move.make')}
            </Button>
          )}
        </>
      }
    >
      <form id="move-form" data-help="chuyen-may" className={styles.form} onSubmit={make} noValidate>
        {sentence !== null && (
          <Notice tone="bad" role="alert">
            {sentence}
          </Notice>
        )}
        {isAsking && (
          <>
            <p>{t('move.what')}</p>
            {measure.data === null ? (
              <Spinner label={t('move.progress')} />
            ) : (
              <p>
                {t('move.size', {
                  size: megabytes(measure.data.bytes),
                  pictures: formatNumber(measure.data.pictures),
                })}
              </p>
            )}
            <PassphraseFields passphrase={passphrase} />
            <p>{t('move.keep')}</p>
            <p className={styles.quiet}>{t('move.pin')}</p>
          </>
        )}
        {isMaking && <Progress done={progress?.done ?? 0} total={progress?.total ?? 0} words="move.making" />}
        {savedAt !== null && (
          <>
            <Notice tone="good" role="status">
              {t('move.made', { path: savedAt })}
            </Notice>
            <p>{t('move.next')}</p>
          </>
        )}
      </form>
    </Dialog>
  );
}
