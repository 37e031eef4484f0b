import { useState } from 'react';
import type { Proof, TimelineEntry } from '../../shared/contract/index.ts';
import { isMessageKey, translateCode } from '../../shared/i18n/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorSentence, useLanguage, useT } from '../connection/index.ts';
import { Badge, Button, useToast } from '../design/index.ts';
import styles from './details.module.css';

/** What happened to the post, newest first, and what the portal said to it. `entries` are oldest first. */
export function Timeline({ post, entries }: { readonly post: string; readonly entries: readonly TimelineEntry[] }) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const [proofs, setProofs] = useState<ReadonlyMap<string, Proof> | null>(null);
  const [isBusy, setBusy] = useState(false);
  // Each revision gets the number of its first mention: what was decided on which is told apart by it.
  const numbers = numbersOf(entries);
  const prove = async (): Promise<void> => {
    setBusy(true);
    try {
      const found = await client.call('review.prove', { post });
      setProofs(new Map(found.proofs.map(({ mutation, proof }) => [mutation, proof])));
    } catch (error) {
      toast(sentence(error), 'bad');
    } finally {
      setBusy(false);
    }
  };
  const shown = entries.map(({ mutation }) => proofs?.get(mutation));
  const bad = shown.filter((proof) => proof != null && !isOpen(proof) && proof !== 'proven').length;
  return (
    <section className={styles.section} aria-labelledby="details-timeline">
      <h3 id="details-timeline">{t('window.timeline.title')}</h3>
      {entries.length === 0 ? (
        <p className={styles.quiet}>{t('window.timeline.none')}</p>
      ) : (
        <ol className={styles.timeline}>
          {entries.toReversed().map((entry) => (
            <Entry
              key={entry.mutation}
              entry={entry}
              number={numbers.get(entry.revision ?? '') ?? null}
              proof={proofs?.get(entry.mutation) ?? null}
            />
          ))}
        </ol>
      )}
      {entries.length > 0 && (
        <Button isBusy={isBusy} onClick={() => void prove()}>
          {t('review.prove')}
        </Button>
      )}
      {proofs !== null && (
        <p role="status" className={bad > 0 ? styles.refused : styles.quiet}>
          {bad > 0 ? t('review.proof.bad', { count: bad }) : t('review.proof.good')}
        </p>
      )}
    </section>
  );
}

function numbersOf(entries: readonly TimelineEntry[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { revision } of entries)
    if (revision !== null && !numbers.has(revision)) numbers.set(revision, numbers.size + 1);
  return numbers;
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly number: number | null;
  readonly proof: Proof | null;
}

function Entry({ entry, number, proof }: EntryProps) {
  const t = useT();
  const language = useLanguage();
  const key = `event.${entry.name}`;
  return (
    <li className={styles.entry}>
      <p className={styles.event}>{isMessageKey(key) ? t(key) : entry.name}</p>
      <p className={styles.quiet}>
        {[entry.personName, number === null ? '' : t('review.revision', { number })]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <p className={styles.quiet}>
        {entry.receivedAt === null
          ? t('review.clockHere', { at: formatDateTime(entry.at) })
          : t('review.clocks', { at: formatDateTime(entry.at), receivedAt: formatDateTime(entry.receivedAt) })}
        {entry.device !== null && ` · ${deviceText(t, entry.device)}`}
      </p>
      {proof !== null && (
        <Badge tone={proof === 'proven' ? 'good' : isOpen(proof) ? 'warn' : 'bad'}>{t(`review.proof.${proof}`)}</Badge>
      )}
      {entry.reason !== null && <p className={styles.said}>{entry.reason}</p>}
      {entry.exemption !== null && <p className={styles.said}>{t('board.exemption', { ...entry.exemption })}</p>}
      {entry.outcome === 'pending' && <p className={styles.quiet}>{t('window.timeline.pending')}</p>}
      {(entry.outcome === 'refused' || entry.outcome === 'superseded') && (
        <p className={styles.refused}>{translateCode(language, 'verdict', entry.code ?? '')}</p>
      )}
    </li>
  );
}

function deviceText(t: ReturnType<typeof useT>, { id, isThis, name }: NonNullable<TimelineEntry['device']>): string {
  if (isThis) return t('review.device.this');
  return name === null ? t('review.device', { id: id.slice(-6) }) : t('review.device.named', { name });
}

/** Whether something is missing here to prove it, with nothing wrong in what is here. */
function isOpen(proof: Proof): boolean {
  return proof === 'unknown_device' || proof === 'unknown_key' || proof === 'no_text';
}
