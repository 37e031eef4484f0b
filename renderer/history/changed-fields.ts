import type { PostFields } from '../../shared/content/index.ts';
import type { useT } from '../connection/index.ts';

/** A field of a post in two versions, in words. */
export interface FieldLine {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

type Translate = ReturnType<typeof useT>;

/** The fields that differ between two versions, but for the cover's picture, which no words show. */
export function changedFields(
  before: PostFields,
  after: PostFields,
  t: Translate,
  nameOf: (category: string) => string,
): FieldLine[] {
  const isCoverSame = before.cover !== null && before.cover.media === after.cover?.media;
  const pointOf = ({ cover }: PostFields): string => {
    // Where the picture is another one, so is its point.
    if (!isCoverSame) return '';
    return cover?.focus === undefined ? t('history.coverMiddle') : t('history.coverPoint', cover.focus);
  };
  const both = (key: Parameters<Translate>[0], words: (fields: PostFields) => string): FieldLine => ({
    name: t(key),
    before: words(before),
    after: words(after),
  });
  return [
    both('history.titleField', ({ title }) => title),
    both('history.summary', ({ summary }) => summary),
    both('history.byline', ({ byline }) => byline),
    both('history.categories', ({ categories }) => categories.map(nameOf).join(', ')),
    both('history.coverAlt', ({ cover }) => cover?.alt ?? ''),
    both('history.coverFocus', pointOf),
    both('history.tags', ({ tags }) => tags.join(', ')),
  ].filter((field) => field.before !== field.after);
}
