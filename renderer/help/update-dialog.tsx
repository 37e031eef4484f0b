import type { Update } from '../../shared/contract/index.ts';
import { formatDate, formatNumber } from '../../shared/vietnamese/index.ts';
import { useErrorText, useT } from '../connection/index.ts';
import { Button, Dialog, Notice } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './help.module.css';
import type { Download } from './use-download.ts';

interface UpdateDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly update: Update;
  readonly download: Download;
}

/** What is new, and the question whether to download it; then where the installer lies and what to do with it. */
export function UpdateDialog({ isOpen, onClose, update, download }: UpdateDialogProps) {
  const t = useT();
  const { app } = useSession();
  const sentence = useErrorText(download.error);
  const { version, notes, publishedAt, bytes, savedAt } = update;
  const canDownload = bytes !== null && savedAt === null;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('help.update.title', { version })}
      description={t('help.update.now', { version: app.version, date: formatDate(publishedAt) })}
      footer={
        <>
          <Button onClick={onClose}>{t('window.close')}</Button>
          {canDownload && (
            <Button variant="primary" isBusy={download.isRunning} onClick={() => void download.start()}>
              {t('help.update.download')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.update} data-help="khi-gap-su-co">
        {notes.trim() !== '' && (
          <section aria-labelledby="update-notes">
            <h3 id="update-notes">{t('help.update.notes')}</h3>
            <p className={styles.notes}>{notes}</p>
          </section>
        )}
        {bytes === null && <Notice tone="neutral">{t('help.update.noFile')}</Notice>}
        {canDownload && !download.isRunning && <p>{t('help.update.ask', { size: sizeOf(bytes) })}</p>}
        {sentence !== null && (
          <Notice tone="bad" role="alert">
            {sentence}
          </Notice>
        )}
        {download.isRunning && <Progress progress={download.progress} total={bytes ?? 0} />}
        {savedAt !== null && (
          <>
            <Notice tone="good" role="status">
              {t('help.update.saved', { path: savedAt })}
            </Notice>
            <p>{t('help.update.install')}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Progress({ progress, total }: { readonly progress: Download['progress']; readonly total: number }) {
  const t = useT();
  const done = progress?.done ?? 0;
  return (
    <div className={styles.progress}>
      <progress aria-label={t('help.update.progress')} value={done} max={progress?.total ?? total} />
      <p className={styles.quiet}>{t('help.update.downloading', { done: sizeOf(done), total: sizeOf(total) })}</p>
    </div>
  );
}

/** A size as a person thinks of it: whole megabytes, never none. */
function sizeOf(bytes: number): string {
  return `${formatNumber(Math.ceil(bytes / 1_000_000))} MB`;
}
