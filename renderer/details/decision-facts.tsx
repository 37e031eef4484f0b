import type { Decision } from '../../shared/contract/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Notice } from '../design/index.ts';
import styles from './details.module.css';

/** What a badge has no room for: the stages passed, the time set, why it is held, who still has to look. */
export function DecisionFacts({ decision }: { readonly decision: Decision }) {
  const t = useT();
  const { stages, scheduledAt, held, unreviewedBy, exemption } = decision;
  return (
    <>
      {stages.length > 0 && (
        <ol className={styles.stages} aria-label={t('board.stages')}>
          {stages.map(({ name, by }) => (
            <li key={name}>{by === null ? t('board.stage.waits', { name }) : t('board.stage.passed', { name, by })}</li>
          ))}
        </ol>
      )}
      {scheduledAt !== null && held === null && <p>{t('board.scheduledAt', { time: formatDateTime(scheduledAt) })}</p>}
      {held !== null && <Notice tone="warn">{t(`hold.${held}`)}</Notice>}
      {unreviewedBy !== null && <Notice tone="warn">{t('board.unreviewed', { name: unreviewedBy })}</Notice>}
      {exemption !== null && <Notice tone="info">{t('board.exemption', { ...exemption })}</Notice>}
    </>
  );
}
