import { useState } from 'react';
import type { BoardMember } from '../../shared/contract/index.ts';
import { useClient, useErrorText, useT } from '../connection/index.ts';
import { Button, Notice, Select, useToast } from '../design/index.ts';
import styles from './board.module.css';

interface HandOverProps {
  readonly member: BoardMember;
  /** Those who may write. */
  readonly authors: readonly BoardMember[];
  readonly onDone: () => void;
}

/** Gives all that somebody wrote to another author. */
export function HandOver({ member, authors, onDone }: HandOverProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const [to, setTo] = useState(authors[0]?.id ?? null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const { name } = member;
  const handOver = async (): Promise<void> => {
    if (to === null) return;
    setBusy(true);
    setError(null);
    try {
      const { posts } = await client.call('board.handOver', { from: member.id, to });
      toast(t('people.handOver.done', { posts, name: authors.find(({ id }) => id === to)?.name ?? '' }));
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.fields}>
      <p className={styles.strong}>{t('people.handOverOf', { name })}</p>
      <p>{t('people.handOver.text', { name })}</p>
      {to === null ? (
        <Notice tone="info">{t('people.handOver.none')}</Notice>
      ) : (
        <Select
          label={t('people.handOver.to')}
          value={to}
          onChange={setTo}
          items={authors.map((one) => ({ value: one.id, label: one.name, note: one.title }))}
        />
      )}
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button onClick={onDone}>{t('window.cancel')}</Button>
        {to !== null && (
          <Button variant="primary" isBusy={isBusy} onClick={() => void handOver()}>
            {t('people.handOver.do')}
          </Button>
        )}
      </div>
    </div>
  );
}
