import type { PostFields } from '../../../shared/content/index.ts';
import { foldForSearch, searchWords } from '../../../shared/vietnamese/index.ts';

/** All words of a post as the search index holds them: folded, since SQLite's own folding misses đ. */
export function foldSearchText(fields: PostFields, body: string): string {
  return foldForSearch([fields.title, fields.summary, fields.byline, ...fields.tags, body].join('\n'));
}

/** An FTS5 expression for what a person typed: every word, the last one as a beginning once it has three letters. */
export function matchExpression(query: string): string | null {
  const words = searchWords(query);
  if (words.length === 0) return null;
  return words
    .map((word, index) => (index === words.length - 1 && word.length >= 3 ? `"${word}"*` : `"${word}"`))
    .join(' ');
}
