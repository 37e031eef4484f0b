import { useT } from '../connection/index.ts';
import styles from './bundle.module.css';
import { sizeText } from './size-text.ts';

/** How much of the file is through, as a bar and in words. */
export function Progress(props: {
  readonly done: number;
  readonly total: number;
  readonly words: 'bundle.making' | 'bundle.reading';
}) {
  const t = useT();
  const { done, total, words } = props;
  return (
    <div className={styles.progress}>
      <progress aria-label={t('bundle.progress')} value={done} max={Math.max(1, total)} />
      <p className={styles.quiet}>{t(words, { done: sizeText(done), total: sizeText(total) })}</p>
    </div>
  );
}
