import { useState } from 'react';
import { type HistoryEntry, MOST_VERSIONS } from '../../shared/contract/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorText, usePostsChanged, useQuery, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, Spinner, useToast } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';
import { Comparison } from './comparison.tsx';
import styles from './history.module.css';

interface HistoryDialogProps {
  readonly post: string;
  /** Where the post is being written; `null` where it is only read, and nothing can be brought back. */
  readonly journal: Journal | null;
  readonly onDone: () => Promise<void>;
  readonly onOpen: (post: string) => void;
  readonly onClose: () => void;
}

/** The versions of a post: on the left which, on the right what each changed. */
export function HistoryDialog({ post, journal, onDone, onOpen, onClose }: HistoryDialogProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const { data: entries, error: unread, refetch } = useQuery('history.list', { post });
  usePostsChanged(refetch);
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const sentence = useErrorText(failure ?? unread);
  const entry = entries?.find(({ revision }) => revision === chosen) ?? entries?.[0] ?? null;

  const restore = async (revision: string): Promise<void> => {
    setBusy(true);
    try {
      await journal?.flush();
      const { aside } = await client.call('history.restore', { post, revision });
      journal?.replace();
      await onDone();
      if (aside === null) toast(t('history.restored'));
      else toast(t('history.restoredAside'), 'good', { label: t('history.openAside'), run: () => onOpen(aside) });
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      size="panes"
      onClose={onClose}
      title={t('history.title')}
      description={t('history.text')}
      footer={
        <>
          {journal !== null && entry !== null && !entry.isNow && !entry.isErased && (
            <Button isBusy={isBusy} onClick={() => void restore(entry.revision)}>
              {t('history.restore')}
            </Button>
          )}
          <Button onClick={onClose}>{t('window.close')}</Button>
        </>
      }
    >
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      {entries === null && sentence === null && <Spinner label={t('history.loading')} />}
      {entries?.length === 0 && <p>{t('history.none')}</p>}
      {entries !== null && entry !== null && (
        <div className={styles.panes}>
          <nav className={styles.versions} aria-label={t('history.list')}>
            <ol>
              {entries.map((one) => (
                <li key={one.revision}>
                  <Version entry={one} isChosen={one === entry} onChoose={() => setChosen(one.revision)} />
                </li>
              ))}
            </ol>
            {entries.length >= MOST_VERSIONS && (
              <p className={styles.quiet}>{t('history.most', { most: MOST_VERSIONS })}</p>
            )}
          </nav>
          <Comparison key={entry.revision} post={post} entry={entry} />
        </div>
      )}
    </Dialog>
  );
}

interface VersionProps {
  readonly entry: HistoryEntry;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Version({ entry, isChosen, onChoose }: VersionProps) {
  const t = useT();
  const name = entry.authorName ?? t('history.merged');
  return (
    <button type="button" className={styles.version} aria-pressed={isChosen} onClick={onChoose}>
      <span>{name}</span>
      {entry.at !== null && <span className={styles.quiet}>{formatDateTime(entry.at)}</span>}
      {entry.isErased && <span className={styles.quiet}>{t('history.erased')}</span>}
      {!entry.isHere && <span className={styles.quiet}>{t('history.atPortal')}</span>}
    </button>
  );
}
