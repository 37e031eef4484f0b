import { useT } from '../connection/index.ts';
import { Button, Dialog } from '../design/index.ts';
import styles from './help.module.css';

const SHORTCUTS = [
  ['F1', 'help.shortcuts.guide'],
  ['Ctrl+N', 'window.shortcuts.create'],
  ['Ctrl+K', 'window.shortcuts.search'],
  ['Ctrl+Enter', 'window.shortcuts.primary'],
  ['F6', 'window.shortcuts.regions'],
  ['Shift+F6', 'window.shortcuts.regionsBack'],
] as const;

/** The keys of the whole window; those of the editor are in the guide. */
export function ShortcutsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('window.shortcuts.title')}
      footer={<Button onClick={onClose}>{t('window.close')}</Button>}
    >
      <dl className={styles.facts}>
        {SHORTCUTS.map(([keys, key]) => (
          <div key={keys} className={styles.pair}>
            <dt>
              <kbd className={styles.keys}>{keys}</kbd>
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
