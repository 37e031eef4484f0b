import type { InboxEntry } from '../../shared/contract/index.ts';
import { isMessageKey, translateCode } from '../../shared/i18n/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useLanguage, useT } from '../connection/index.ts';
import { Button } from '../design/index.ts';
import styles from './header.module.css';
import { nextStep } from './next-step.ts';

interface EntryProps {
  readonly entry: InboxEntry;
  readonly onOpen: () => void;
  readonly onSeen: () => void;
  readonly onAdopt: () => void;
}

/** One verdict: on what, when, why, and what to do next. */
export function Entry({ entry, onOpen, onSeen, onAdopt }: EntryProps) {
  const t = useT();
  const language = useLanguage();
  const key = `event.${entry.name}`;
  const facts = [isMessageKey(key) ? t(key) : entry.name, formatDateTime(entry.receivedAt)];
  const step = entry.isHere ? nextStep(entry.code, entry.outcome) : 'away';
  return (
    <article className={styles.entry}>
      <h3>{entry.title.trim() === '' ? t('window.untitled') : entry.title}</h3>
      <p className={styles.quiet}>{facts.join(' · ')}</p>
      <p>{translateCode(language, 'verdict', entry.code)}</p>
      <p>{t(`inbox.next.${step}`)}</p>
      {entry.said !== null && <p className={styles.quiet}>{t('remarks.said', { words: entry.said })}</p>}
      <div className={styles.buttons}>
        {step === 'adopt' && <Button onClick={onAdopt}>{t('inbox.adopt')}</Button>}
        {step !== 'adopt' && entry.isHere && <Button onClick={onOpen}>{t('window.inbox.open')}</Button>}
        {!entry.isSeen && (
          <Button variant="quiet" onClick={onSeen}>
            {t('window.inbox.seen')}
          </Button>
        )}
      </div>
    </article>
  );
}
