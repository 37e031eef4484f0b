import { useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { translateCode } from '../../shared/i18n/index.ts';
import { ArticleFrame } from '../article/index.ts';
import { useLanguage, useT } from '../connection/index.ts';
import { Badge, Button, ScrollRegion } from '../design/index.ts';
import { StateBadge } from '../status/index.ts';
import styles from './bulk.module.css';
import type { BulkLine } from './plan.ts';

/** How an action ended for one post; `text` is the sentence. */
export interface BulkResult {
  readonly isDone: boolean;
  readonly text: string;
}

interface BulkRowProps {
  readonly line: BulkLine;
  readonly preview: Output<'posts.preview'> | null;
  /** What is signed is looked at first. */
  readonly isToBeRead: boolean;
  readonly isRead: boolean;
  readonly onRead: () => void;
  readonly result: BulkResult | null;
}

/** One of several posts: what would be done with it or why not, the article to be read, how it ended. */
export function BulkRow({ line, preview, isToBeRead, isRead, onRead, result }: BulkRowProps) {
  const t = useT();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { details, action, code } = line;
  const title = details.fields.title === '' ? t('window.untitled') : details.fields.title;
  return (
    <li className={styles.row}>
      <span className={styles.title}>{title}</span>
      <span className={styles.buttons}>
        <StateBadge state={details.state} isLive={details.isLive} />
        {result !== null && <Badge tone={result.isDone ? 'good' : 'bad'}>{result.text}</Badge>}
      </span>
      {result === null && action === null && (
        <span className={styles.quiet}>
          {code === 'one_by_one' ? t('bulk.oneByOne') : translateCode(language, 'workflow.denied', code)}
        </span>
      )}
      {isToBeRead && preview !== null && result?.isDone !== true && (
        <>
          <div className={styles.buttons}>
            <Button
              aria-expanded={isOpen}
              onClick={() => {
                setOpen(!isOpen);
                onRead();
              }}
            >
              {isOpen ? t('bulk.close') : t('bulk.read')}
            </Button>
            {isRead ? <Badge tone="good">{t('bulk.isRead')}</Badge> : <Badge>{t('bulk.notRead')}</Badge>}
          </div>
          {isOpen && (
            <ScrollRegion className={styles.article} aria-label={title}>
              <ArticleFrame
                html={preview.html}
                language={details.language}
                title={t('window.article.title')}
                category={details.fields.categories[0]}
              />
            </ScrollRegion>
          )}
        </>
      )}
    </li>
  );
}
