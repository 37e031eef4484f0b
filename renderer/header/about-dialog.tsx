import { useT } from '../connection/index.ts';
import { Button, Dialog } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './header.module.css';

/** The program's version, and which portal this computer works with. */
export function AboutDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useT();
  const { app } = useSession();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('window.about.title')}
      footer={<Button onClick={onClose}>{t('window.close')}</Button>}
    >
      <dl className={styles.facts}>
        <dt>{t('app.name')}</dt>
        <dd>{t('window.about.version', { version: app.version })}</dd>
        <dt>{t('window.about.unit')}</dt>
        <dd>{app.unit?.name}</dd>
        <dt>{t('window.about.portal')}</dt>
        <dd>{app.portalAddress}</dd>
      </dl>
    </Dialog>
  );
}
