import { useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Badge, Button } from '../design/index.ts';
import styles from './board.module.css';
import { WithdrawMerged } from './withdraw-merged.tsx';

type Merged = Output<'board.mergedPosts'>[number];

interface MergedPostsProps {
  readonly posts: readonly Merged[];
  readonly onChanged: () => void;
}

/** What units had that were merged into this one: pages that can be taken down, and posts that will not be published. */
export function MergedPosts({ posts, onChanged }: MergedPostsProps) {
  const t = useT();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      <p className={styles.quiet}>{t('merged.lead')}</p>
      <ul className={styles.cards}>
        {posts.map(({ post, title, unitName, page, held }) => (
          <li key={post} className={styles.card}>
            <div className={styles.fields}>
              <p className={styles.strong}>{title === '' ? t('merged.erased') : title}</p>
              <p className={styles.quiet}>
                {unitName}
                {page !== null && ` · ${t('merged.public', { time: formatDateTime(page.publishedAt) })}`}
              </p>
              {held !== null && (
                <>
                  <p>
                    <Badge tone="warn">
                      {held.at === null ? t('merged.held') : t('merged.heldAt', { time: formatDateTime(held.at) })}
                    </Badge>
                  </p>
                  <p className={styles.quiet}>{t('hold.unit_closed')}</p>
                </>
              )}
              {page !== null &&
                (asked === post ? (
                  <WithdrawMerged
                    post={post}
                    onCancel={() => setAsked(null)}
                    onDone={() => {
                      setAsked(null);
                      onChanged();
                    }}
                  />
                ) : (
                  <div className={styles.actions}>
                    <Button
                      variant="danger"
                      aria-label={t('merged.withdrawOf', { title })}
                      onClick={() => setAsked(post)}
                    >
                      {t('action.withdraw')}
                    </Button>
                  </div>
                ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
