import { Square, SquareCheck } from 'lucide-react';
import { smallPath } from '../../shared/content/index.ts';
import type { PostRow as Row } from '../../shared/contract/index.ts';
import { formatDate } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Badge } from '../design/index.ts';
import { useCategoryName } from '../session/index.ts';
import { StateBadge, SyncWordBadge, WorkerBadge } from '../status/index.ts';
import styles from './list.module.css';

const MARK = { size: 16, 'aria-hidden': true } as const;

/** One post in the list: what it is, whose, since when, and where it stands. */
export function PostRow({ row, isChosen = null }: { readonly row: Row; readonly isChosen?: boolean | null }) {
  const t = useT();
  const nameOf = useCategoryName();
  const facts = [
    row.kind === 'page' ? t('window.kind.page') : null,
    formatDate(row.changedAt),
    row.category === null ? null : nameOf(row.category),
    row.ownerName,
  ];
  // The rows are of one height: what does not fit beside the rest is said by its sign.
  const isCrowded = row.worker !== null || (row.isLive && !row.state.startsWith('published'));
  return (
    <>
      <span className={styles.top}>
        <span className={row.title.trim() === '' ? styles.untitled : styles.title}>
          {isChosen !== null && (isChosen ? <SquareCheck {...MARK} /> : <Square {...MARK} />)}
          {row.title.trim() === '' ? t('window.untitled') : row.title}
        </span>
        <Thumbnail cover={row.cover} />
      </span>
      <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
      <span className={styles.badges}>
        {row.language === 'en' && <Badge>{t('translation.row')}</Badge>}
        <StateBadge state={row.state} isLive={row.isLive} />
        <SyncWordBadge word={row.word} isShort={isCrowded} />
        <WorkerBadge worker={row.worker} isShort />
      </span>
    </>
  );
}

/** The cover in small, for the eye alone. Its place is kept while it is not on this computer. */
function Thumbnail({ cover }: { readonly cover: Row['cover'] }) {
  if (cover === null) return null;
  return (
    <span className={styles.thumbnail}>
      {cover.isHere && (
        <img
          {...(cover.focus && { style: { objectPosition: `${cover.focus.x}% ${cover.focus.y}%` } })}
          src={smallPath(cover.hash, 320)}
          alt=""
          loading="lazy"
          decoding="async"
        />
      )}
    </span>
  );
}
