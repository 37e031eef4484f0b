import { useLanguage, useT } from '../connection/index.ts';
import { Button, Dialog } from '../design/index.ts';
import { keysText, SHORTCUT_NAMES, SHORTCUT_PLACES, SHORTCUTS } from '../keyboard/index.ts';
import styles from './help.module.css';

/** Every shortcut of the program, by where it works. */
export function ShortcutsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      size="large"
      title={t('window.shortcuts.title')}
      footer={<Button onClick={onClose}>{t('window.close')}</Button>}
    >
      {SHORTCUT_PLACES.map((place) => (
        <section key={place} className={styles.part} aria-labelledby={`shortcuts-${place}`}>
          <h3 id={`shortcuts-${place}`}>{t(`shortcut.place.${place}`)}</h3>
          <dl className={styles.facts}>
            {SHORTCUT_NAMES.filter((name) => SHORTCUTS[name].place === place).map((name) => (
              <div key={name} className={styles.pair}>
                <dt>
                  <kbd className={styles.keys}>{keysText(language, name)}</kbd>
                </dt>
                <dd>{t(`shortcut.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
