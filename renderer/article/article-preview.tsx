import type { Language } from '../../shared/content/index.ts';
import type { Output } from '../../shared/contract/index.ts';
import { type Query, useErrorText, useT } from '../connection/index.ts';
import { Button, Notice, Spinner } from '../design/index.ts';
import { ArticleFrame } from './article-frame.tsx';

interface ArticlePreviewProps {
  readonly preview: Query<Output<'posts.preview'>>;
  readonly language: Language;
}

/** An article being read from the backend: waiting, failed, or shown, with a word about pictures that are not here. */
export function ArticlePreview({ preview, language }: ArticlePreviewProps) {
  const t = useT();
  const sentence = useErrorText(preview.error);
  if (preview.data === null) {
    if (sentence === null) return <Spinner label={t('window.article.loading')} />;
    return (
      <Notice tone="bad" role="alert" action={<Button onClick={preview.refetch}>{t('window.retry')}</Button>}>
        {sentence}
      </Notice>
    );
  }
  const { html, missingMedia } = preview.data;
  return (
    <>
      {missingMedia.length > 0 && (
        <Notice tone="warn">{t('window.article.missing', { count: missingMedia.length })}</Notice>
      )}
      <ArticleFrame html={html} language={language} title={t('window.article.title')} />
    </>
  );
}
