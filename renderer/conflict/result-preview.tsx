import { useMemo } from 'react';
import { type Choices, type Merge, renderArticle, resolveMerge } from '../../shared/content/index.ts';
import { ArticleFrame } from '../article/index.ts';
import { useT } from '../connection/index.ts';
import { Notice } from '../design/index.ts';
import { withBothWhereUndecided } from './questions.ts';

interface ResultPreviewProps {
  readonly merge: Merge;
  readonly choices: Choices;
  readonly undecided: number;
}

const NOBODY = { author: null, device: null, createdAt: null };

/** The post as it will be, drawn by the same renderer as the portal's. */
export function ResultPreview({ merge, choices, undecided }: ResultPreviewProps) {
  const t = useT();
  const html = useMemo(() => {
    const result = resolveMerge(merge, withBothWhereUndecided(merge, choices), NOBODY);
    return result === null ? '' : renderArticle(result);
  }, [merge, choices]);
  return (
    <>
      {undecided > 0 && (
        <Notice tone="warn" isBar>
          {t('conflict.result.undecided', { count: undecided })}
        </Notice>
      )}
      <ArticleFrame html={html} language={merge.mine.language} title={t('conflict.view.result')} />
    </>
  );
}
