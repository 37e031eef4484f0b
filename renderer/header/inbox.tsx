import { Bell } from 'lucide-react';
import { useState } from 'react';
import type { InboxEntry } from '../../shared/contract/index.ts';
import { isMessageKey, translateCode } from '../../shared/i18n/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorText, useEvent, useLanguage, useQuery, useT } from '../connection/index.ts';
import { Button, Notice, Popover } from '../design/index.ts';
import styles from './header.module.css';

/** What the portal did not accept, until the person has seen it. */
export function Inbox({ onOpen }: { readonly onOpen: (post: string) => void }) {
  const t = useT();
  const client = useClient();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const inbox = useQuery('inbox.list', null);
  useEvent('inbox.changed', inbox.refetch);
  const entries = inbox.data ?? [];
  const sentence = useErrorText(error ?? inbox.error);

  const markSeen = async (mutation: string): Promise<void> => {
    setError(null);
    try {
      await client.call('inbox.seen', { mutation });
      inbox.refetch();
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <Popover
      title={t('window.inbox.title')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button
          variant="quiet"
          data-help="mat-mang-va-dong-bo"
          icon={<Bell size={18} aria-hidden="true" />}
          aria-label={
            entries.length === 0 ? t('window.inbox.title') : t('window.inbox.label', { count: entries.length })
          }
        >
          {entries.length > 0 && <span className={styles.count}>{entries.length}</span>}
        </Button>
      }
    >
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      {entries.length === 0 && sentence === null && <p className={styles.quiet}>{t('window.inbox.none')}</p>}
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.mutation}>
            <Entry
              entry={entry}
              onOpen={() => {
                setOpen(false);
                onOpen(entry.post);
              }}
              onSeen={() => markSeen(entry.mutation)}
            />
          </li>
        ))}
      </ul>
    </Popover>
  );
}

interface EntryProps {
  readonly entry: InboxEntry;
  readonly onOpen: () => void;
  readonly onSeen: () => void;
}

function Entry({ entry, onOpen, onSeen }: EntryProps) {
  const t = useT();
  const language = useLanguage();
  const key = `event.${entry.name}`;
  const facts = [isMessageKey(key) ? t(key) : entry.name, formatDateTime(entry.receivedAt)];
  return (
    <article className={styles.entry}>
      <h3>{entry.title.trim() === '' ? t('window.untitled') : entry.title}</h3>
      <p className={styles.quiet}>{facts.join(' · ')}</p>
      <p>{translateCode(language, 'verdict', entry.code)}</p>
      <div className={styles.buttons}>
        <Button onClick={onOpen}>{t('window.inbox.open')}</Button>
        <Button variant="quiet" onClick={onSeen}>
          {t('window.inbox.seen')}
        </Button>
      </div>
    </article>
  );
}
