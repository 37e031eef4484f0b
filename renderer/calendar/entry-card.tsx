import type { CalendarEntry } from '../../shared/contract/index.ts';
import { translateCode } from '../../shared/i18n/index.ts';
import { useLanguage, useT } from '../connection/index.ts';
import { Button, classNames } from '../design/index.ts';
import styles from './calendar.module.css';
import { placeOf } from './days.ts';

interface EntryCardProps {
  readonly entry: CalendarEntry;
  readonly onOpen: (post: string) => void;
  readonly onChange: (entry: CalendarEntry) => void;
}

/** The kind of data that a dragged post travels as. */
export const POST_KIND = 'application/x-ban-thao-post';

/** One post on the calendar: opened by its title, moved by dragging it or by its button. */
export function EntryCard({ entry, onOpen, onChange }: EntryCardProps) {
  const t = useT();
  const language = useLanguage();
  const { post, at, isPublished, schedule, state } = entry;
  const title = entry.title === '' ? t('window.untitled') : entry.title;
  const canMove = schedule?.allowed === true;
  const why = schedule === null || canMove ? null : translateCode(language, 'workflow.denied', schedule.code ?? '');
  return (
    <li
      className={classNames(styles.entry, isPublished && styles.published)}
      draggable={canMove}
      onDragStart={(event) => {
        event.dataTransfer.setData(POST_KIND, post);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <button type="button" className={styles.link} onClick={() => onOpen(post)}>
        {at !== null && <span className={styles.time}>{placeOf(at).time} </span>}
        {title}
      </button>
      <span className={styles.quiet}>{t(`state.${state}`)}</span>
      {canMove && (
        <Button variant="quiet" aria-label={t('calendar.changeOf', { title })} onClick={() => onChange(entry)}>
          {t('calendar.change')}
        </Button>
      )}
      {why !== null && <span className={styles.quiet}>{why}</span>}
    </li>
  );
}
