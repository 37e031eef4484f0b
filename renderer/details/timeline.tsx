import type { TimelineEntry } from '../../shared/contract/index.ts';
import { isMessageKey, translateCode } from '../../shared/i18n/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useLanguage, useT } from '../connection/index.ts';
import styles from './details.module.css';

/** What happened to the post, newest first, and what the portal said to it. `entries` are oldest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const t = useT();
  return (
    <section className={styles.section} aria-labelledby="details-timeline">
      <h3 id="details-timeline">{t('window.timeline.title')}</h3>
      {entries.length === 0 ? (
        <p className={styles.quiet}>{t('window.timeline.none')}</p>
      ) : (
        <ol className={styles.timeline}>
          {entries.toReversed().map((entry) => (
            <Entry key={entry.mutation} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const t = useT();
  const language = useLanguage();
  const key = `event.${entry.name}`;
  return (
    <li className={styles.entry}>
      <p className={styles.event}>{isMessageKey(key) ? t(key) : entry.name}</p>
      <p className={styles.quiet}>
        {[entry.personName, formatDateTime(entry.at)].filter((part) => part !== '').join(' · ')}
      </p>
      {entry.reason !== null && <p className={styles.said}>{entry.reason}</p>}
      {entry.exemption !== null && <p className={styles.said}>{t('board.exemption', { ...entry.exemption })}</p>}
      {entry.outcome === 'pending' && <p className={styles.quiet}>{t('window.timeline.pending')}</p>}
      {(entry.outcome === 'refused' || entry.outcome === 'superseded') && (
        <p className={styles.refused}>{translateCode(language, 'verdict', entry.code ?? '')}</p>
      )}
    </li>
  );
}
