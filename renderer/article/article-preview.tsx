import type { Language } from '../../shared/content/index.ts';
import type { Output } from '../../shared/contract/index.ts';
import { type Query, useClient, useErrorSentence, useErrorText, useT } from '../connection/index.ts';
import { Button, Notice, Spinner, useToast } from '../design/index.ts';
import { ArticleFrame } from './article-frame.tsx';
import type { PageMarks } from './use-page-marks.ts';

interface ArticlePreviewProps {
  readonly preview: Query<Output<'posts.preview'>>;
  readonly language: Language;
  readonly category?: string | undefined;
  readonly isPhone?: boolean;
  readonly remarked?: PageMarks | undefined;
}

/** An article being read from the backend: waiting, failed, or shown, with a word about pictures that are not here. */
export function ArticlePreview({ preview, language, ...shown }: ArticlePreviewProps) {
  const t = useT();
  const sentence = useErrorText(preview.error);
  const client = useClient();
  const sentenceOf = useErrorSentence();
  const say = useToast();
  const saveFile = (hash: string): void => {
    client.call('media.saveCopy', { hash }).then(
      ({ savedAt }) => say(t('editor.file.saved', { place: savedAt })),
      (problem: unknown) => say(sentenceOf(problem), 'bad'),
    );
  };
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
      {/* Drawn anew when a picture has come or was erased: a frame goes on showing what it has loaded. */}
      <ArticleFrame
        key={missingMedia.join()}
        html={html}
        language={language}
        title={t('window.article.title')}
        onFile={saveFile}
        {...shown}
      />
    </>
  );
}
