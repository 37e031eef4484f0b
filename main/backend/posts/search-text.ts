import type { PostFields } from '../../../shared/content/index.ts';
import { foldForSearch, searchWords } from '../../../shared/vietnamese/index.ts';

/** All words of a post as the search index holds them: folded, since SQLite's own folding misses đ. */
export function foldSearchText(fields: PostFields, body: string): string {
  return foldForSearch([fields.title, fields.summary, fields.byline, ...fields.tags, body].join('\n'));
}

/**
 * An FTS5 expression for what a person typed: every word, and the last one as a beginning while it is not a whole word
 * yet. `isWord` asks the index; beginnings have at least three letters, because shorter ones match nearly everything.
 */
export function matchExpression(query: string, isWord: (word: string) => boolean): string | null {
  const words = searchWords(query);
  if (words.length === 0) return null;
  return words
    .map((word, index) => {
      const isBeginning = index === words.length - 1 && word.length >= 3 && !isWord(word);
      return isBeginning ? `"${word}"*` : `"${word}"`;
    })
    .join(' ');
}
