import { localNumber } from '../../shared/checks/index.ts';
import type { Output } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { Button } from '../design/index.ts';
import styles from './checks.module.css';
import type { Note } from './notes.ts';

interface NoteItemProps {
  readonly note: Note;
  /** The law its rule comes from, said once for each rule; `null` where there is none, or it stands above already. */
  readonly source: string | null;
  readonly onShow: () => void;
  readonly onReplace: (words: string) => void;
  readonly onIgnore: () => void;
  readonly onLetPass: (more: Output<'checks.letThrough'>) => void;
}

/** One note: what it is about, the way there, and what can be done in one click. What blocks cannot be ignored. */
export function NoteItem({ note, source, onShow, onReplace, onIgnore, onLetPass }: NoteItemProps) {
  const t = useT();
  const { rule, place, words, offers, level, file } = note;
  const spot = file ?? words.trim();
  const where = spot === '' ? t(`checks.place.${'block' in place ? 'block' : place.field}`) : spot;
  // The cover is chosen a little further up in this same pane.
  const canShow = 'block' in place || place.field !== 'cover';
  return (
    <li className={styles.note}>
      <p>{t(`checks.rule.${rule}`)}</p>
      {source !== null && <p className={styles.quiet}>{t('checks.source', { source })}</p>}
      {file !== undefined && <p className={styles.quiet}>{t('checks.inFile', { words })}</p>}
      {canShow && (
        <button type="button" className={styles.place} onClick={onShow} aria-label={t('checks.show', { words: where })}>
          {where}
        </button>
      )}
      <div className={styles.actions}>
        {offers.map((offer) => (
          <Button key={offer} onClick={() => onReplace(offer)}>
            {offer.trim() === '' ? t('checks.fixPlain') : t('checks.fix', { words: offer })}
          </Button>
        ))}
        {rule === 'spelling' && (
          <Button
            variant="quiet"
            onClick={() => onLetPass({ words: [words.normalize('NFC').toLowerCase()], phones: [] })}
          >
            {t('checks.addWord')}
          </Button>
        )}
        {rule === 'phone' && (
          <Button variant="quiet" onClick={() => onLetPass({ words: [], phones: [localNumber(words)] })}>
            {t('checks.addPhone')}
          </Button>
        )}
        {level !== 'block' && (
          <Button variant="quiet" onClick={onIgnore}>
            {t('checks.ignore')}
          </Button>
        )}
      </div>
    </li>
  );
}
