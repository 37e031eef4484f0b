import { useState } from 'react';
import { useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './help.module.css';
import { UpdateDialog } from './update-dialog.tsx';
import { useDownload } from './use-download.ts';

/** Says calmly that there is a new version. Nothing is downloaded until the person asks for it. */
export function UpdateBar() {
  const t = useT();
  const { app } = useSession();
  const download = useDownload();
  const [isOpen, setOpen] = useState(false);
  /** Put off until the next start, or the next version. */
  const [later, setLater] = useState<string | null>(null);
  const { update } = app;
  if (update === null) return null;
  const { version, savedAt } = update;
  return (
    <>
      {later !== version && (
        <Notice
          tone="neutral"
          role="status"
          isBar
          action={
            <div className={styles.buttons}>
              <Button variant="quiet" onClick={() => setLater(version)}>
                {t('help.update.later')}
              </Button>
              <Button onClick={() => setOpen(true)}>{t('help.update.see')}</Button>
            </div>
          }
        >
          {t(savedAt === null ? 'help.update.bar' : 'help.update.barSaved', { version })}
        </Notice>
      )}
      <UpdateDialog isOpen={isOpen} onClose={() => setOpen(false)} update={update} download={download} />
    </>
  );
}
