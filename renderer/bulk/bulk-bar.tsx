import { useState } from 'react';
import { useT } from '../connection/index.ts';
import { Button, lazyScreen } from '../design/index.ts';
import styles from './bulk.module.css';

const BulkDialog = lazyScreen(() => import('./bulk-dialog.tsx').then((file) => file.BulkDialog));

interface BulkBarProps {
  readonly posts: readonly string[];
  readonly onEnd: () => void;
}

/** How many posts are chosen, and what to do with them. */
export function BulkBar({ posts, onEnd }: BulkBarProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const isNone = posts.length === 0;
  return (
    <section className={styles.bar} aria-label={t('bulk.title')}>
      <p role="status">{isNone ? t('bulk.none') : t('bulk.chosen', { count: posts.length })}</p>
      <div className={styles.buttons}>
        <Button onClick={onEnd}>{t('bulk.end')}</Button>
        <Button variant="primary" disabled={isNone} aria-describedby="bulk-why" onClick={() => setOpen(true)}>
          {t('bulk.act')}
        </Button>
      </div>
      <p id="bulk-why" className={styles.quiet}>
        {t('bulk.how')}
      </p>
      {isOpen && <BulkDialog posts={posts} onClose={() => setOpen(false)} onEnd={onEnd} />}
    </section>
  );
}
