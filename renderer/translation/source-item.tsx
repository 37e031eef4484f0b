import { mediaPath } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { classNames } from '../design/index.ts';
import { Words } from '../history/index.ts';
import type { Progress, SourceBlock } from './source-blocks.ts';
import styles from './translation.module.css';

interface SourceItemProps {
  readonly block: SourceBlock;
  /** Counted from 1. */
  readonly number: number;
  readonly progress: Progress;
  /** The cursor is in its translation. */
  readonly isCurrent: boolean;
  /** Leads to its translation; `null` where that is not being written. */
  readonly onGo: (() => void) | null;
}

/** One block of the source: its words, what changed in them, and whether they are translated. */
export function SourceItem({ block, number, progress, isCurrent, onGo }: SourceItemProps) {
  const t = useT();
  const { id, text, before, pictures, isGone } = block;
  return (
    <li
      className={classNames(styles.block, isCurrent && styles.current)}
      data-block={id}
      aria-current={isCurrent ? 'true' : undefined}
    >
      {onGo !== null && progress !== 'absent' && !isGone && (
        <button type="button" className={styles.number} onClick={onGo} aria-label={t('translation.go', { number })}>
          {number}
        </button>
      )}
      <div className={classNames(styles.words, block.type === 'heading' && styles.heading)}>
        {isGone && <span className={styles.mark}>{t('translation.block.gone')}</span>}
        {before === '' && <span className={styles.mark}>{t('translation.block.new')}</span>}
        {progress === 'same' && <span className={styles.mark}>{t('translation.block.same')}</span>}
        {progress === 'absent' && <span className={styles.mark}>{t('translation.block.absent')}</span>}
        {pictures.map(({ media, alt }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gallery may show a picture twice; they are never reordered here
          <img key={`${media} ${at}`} className={styles.picture} src={mediaPath(media)} alt={alt} loading="lazy" />
        ))}
        {text === '' && before === null && pictures.length === 0 ? (
          <span className={styles.quiet}>{t('history.other')}</span>
        ) : (
          <Words before={before ?? text} after={text} />
        )}
      </div>
    </li>
  );
}
