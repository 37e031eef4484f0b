import { useEffect, useState } from 'react';
import type { Input } from '../../shared/contract/index.ts';
import { useClient, useErrorText, useEvent, useQuery, useT } from '../connection/index.ts';
import { Button, EmptyState, Notice, Spinner, useToast } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';
import { Chooser } from './chooser.tsx';
import styles from './conflict.module.css';

interface ConflictScreenProps {
  readonly post: string;
  /** The journal of a post being written: its words are laid beside the other text too. */
  readonly journal: Journal | null;
  /** The two are one: back to the post. */
  readonly onDone: () => void;
}

/** The two texts of a post side by side, and a person who chooses. */
export function ConflictScreen({ post, journal, onDone }: ConflictScreenProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const [isFinished, setFinished] = useState(false);
  const [isDurable, setDurable] = useState(journal === null);
  useEffect(() => {
    let isCurrent = true;
    void journal?.flush().then(() => isCurrent && setDurable(true));
    return () => {
      isCurrent = false;
    };
  }, [journal]);
  const opened = useQuery('conflict.open', isDurable ? { post } : 'skip');
  useEvent('posts.changed', ({ posts }) => {
    if (posts === null || posts.includes(post)) opened.refetch();
  });
  const sentence = useErrorText(opened.error);

  const finish = async (input: Input<'conflict.resolve'>): Promise<void> => {
    await client.call('conflict.resolve', input);
    setFinished(true);
    toast(t('conflict.finished'));
    onDone();
  };

  if (isFinished) return <Spinner label={t('conflict.loading')} />;
  if (opened.data !== null && opened.data.conflict !== null)
    return <Chooser post={post} conflict={opened.data.conflict} onFinish={finish} onChanged={opened.refetch} />;
  if (opened.data !== null) return <EmptyState title={t('conflict.none')} />;
  if (sentence === null) return <Spinner label={t('conflict.loading')} />;
  return (
    <div className={styles.alone}>
      <Notice tone="bad" role="alert" action={<Button onClick={opened.refetch}>{t('window.retry')}</Button>}>
        {sentence}
      </Notice>
    </div>
  );
}
