import type { Lane } from '../../shared/contract/index.ts';
import { useLanguage, useT } from '../connection/index.ts';
import { bytesText } from './bytes.ts';
import styles from './sync.module.css';

/** One lane: what has still to go, and how far it has come. */
export function LaneRow({ lane: { lane, items, bytes, done } }: { readonly lane: Lane }) {
  const t = useT();
  const language = useLanguage();
  const name = t(`sync.lane.${lane}`);
  const isStill = items === 0 && (bytes === null ? done === 0 : done >= bytes);
  return (
    <li className={styles.lane}>
      <span>{name}</span>
      {bytes !== null && !isStill && <progress aria-label={name} max={bytes} value={Math.min(done, bytes)} />}
      <span className={styles.quiet}>
        {bytes === null
          ? t('sync.lane.came', { done: bytesText(language, done) })
          : isStill
            ? t('sync.lane.none')
            : t('sync.lane.left', { count: items, done: bytesText(language, done), bytes: bytesText(language, bytes) })}
      </span>
    </li>
  );
}
