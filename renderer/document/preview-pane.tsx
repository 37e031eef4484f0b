import { useEffect, useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { ArticlePreview } from '../article/index.ts';
import { useQuery } from '../connection/index.ts';
import type { Journal } from '../editor/index.ts';

interface PreviewPaneProps {
  readonly details: PostDetails;
  /** `null` shows the working copy, once its journal has it all. */
  readonly revision: string | null;
  readonly journal: Journal | null;
}

/** The post as its readers will see it. */
export function PreviewPane({ details, revision, journal }: PreviewPaneProps) {
  const { post, language, journalNumber } = details;
  const [durableUpTo, setDurable] = useState<number | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void (journal?.flush() ?? Promise.resolve()).then(() => isCurrent && setDurable(journalNumber));
    return () => {
      isCurrent = false;
    };
  }, [journal, journalNumber]);

  const preview = useQuery('posts.preview', durableUpTo === null ? 'skip' : { post, revision });
  const { refetch } = preview;
  useEffect(() => {
    if (durableUpTo !== null) refetch();
  }, [durableUpTo, refetch]);
  return <ArticlePreview preview={preview} language={language} />;
}
