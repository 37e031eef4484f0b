import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useClient, useErrorText, useEvent, useQuery, useT } from '../connection/index.ts';
import { Button, Notice, Popover } from '../design/index.ts';
import styles from './header.module.css';
import { Entry } from './inbox-entry.tsx';

/** What the portal did not accept, until the person has seen it. */
export function Inbox({ onOpen }: { readonly onOpen: (post: string) => void }) {
  const t = useT();
  const client = useClient();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const inbox = useQuery('inbox.list', null);
  const [isWhole, setWhole] = useState(false);
  const history = useQuery('inbox.history', isOpen && isWhole ? null : 'skip');
  const refetch = (): void => {
    inbox.refetch();
    history.refetch();
  };
  useEvent('inbox.changed', refetch);
  const entries = inbox.data ?? [];
  const shown = isWhole ? (history.data ?? entries) : entries;
  const sentence = useErrorText(error ?? inbox.error);

  const markSeen = async (mutation: string): Promise<void> => {
    setError(null);
    try {
      await client.call('inbox.seen', { mutation });
      refetch();
    } catch (failure) {
      setError(failure);
    }
  };

  const adopt = async (revision: string): Promise<void> => {
    setError(null);
    try {
      const { post } = await client.call('inbox.adopt', { revision });
      setOpen(false);
      onOpen(post);
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
      {shown.length === 0 && sentence === null && <p className={styles.quiet}>{t('window.inbox.none')}</p>}
      <ul className={styles.entries}>
        {shown.map((entry) => (
          <li key={entry.mutation}>
            <Entry
              entry={entry}
              onOpen={() => {
                setOpen(false);
                onOpen(entry.post);
              }}
              onSeen={() => markSeen(entry.mutation)}
              onAdopt={() => void adopt(entry.mutation)}
            />
          </li>
        ))}
      </ul>
      <Button variant="quiet" onClick={() => setWhole(!isWhole)}>
        {t(isWhole ? 'inbox.unseen' : 'inbox.history')}
      </Button>
    </Popover>
  );
}
