import { formatNumber } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import styles from './move.module.css';

/** How much of the file is through, as a bar and in words. */
export function Progress(props: {
  readonly done: number;
  readonly total: number;
  readonly words: 'move.making' | 'move.reading';
}) {
  const t = useT();
  const { done, total, words } = props;
  return (
    <div className={styles.progress}>
      <progress aria-label={t('move.progress')} value={done} max={Math.max(1, total)} />
      <p className={styles.quiet}>{t(words, { done: megabytes(done), total: megabytes(total) })}</p>
    </div>
  );
}

/** Whole megabytes, never none. */
export function megabytes(bytes: number): string {
  return formatNumber(Math.max(1, Math.ceil(bytes / 1_000_000)));
}
