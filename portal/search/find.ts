import type { ExpressionBuilder } from 'kysely';
import { searchWords } from '../../shared/vietnamese/index.ts';
import { distinctWords, foldedWords, type Store, type Tables, textOf } from '../store/index.ts';

/** What a search may be: the rest is cut, and more than so many hits are not ranked. */
export const SEARCH_LIMITS = { characters: 200, words: 8, hits: 200 } as const;

/** A live post that a search found. */
export interface Hit {
  readonly post: string;
  readonly title: string;
  readonly language: 'vi' | 'en';
  readonly firstAt: string;
  /** The whole text, to show a piece of. */
  readonly text: string;
}

/** Keeps the words of a page that has become public. Called in the transaction that publishes it. */
export async function indexPublication(tx: Store, publication: string, html: string): Promise<void> {
  const text = textOf(html);
  const folded = foldedWords(text);
  const document = await nextDocument(tx);
  await tx.insertInto('publication_text').values({ publication, text, folded, document }).execute();
  const rows = distinctWords(folded).map((word) => ({ word, document }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('search_word')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

/** A number that no other page has: taken under the portal's own row, which all units share. */
async function nextDocument(tx: Store): Promise<number> {
  await tx
    .updateTable('portal')
    .set((eb) => ({ last_seq: eb.ref('last_seq') }))
    .execute();
  const row = await tx
    .selectFrom('publication_text')
    .select((eb) => eb.fn.max('document').as('last'))
    .executeTakeFirstOrThrow();
  return Number(row.last ?? 0) + 1;
}

/** Rows of two values in one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 5_000;

/**
 * Live posts that hold a word beginning with each word of the query, marks and đ aside. Those that write the query as it
 * is typed come first, in the title before the text; then the newest.
 */
export async function search(store: Store, unit: string, query: string): Promise<readonly Hit[]> {
  const typed = query.normalize('NFC').slice(0, SEARCH_LIMITS.characters);
  const words = searchWords(typed).slice(0, SEARCH_LIMITS.words);
  if (words.length === 0) return [];
  const rare = await rarest(store, words);
  let found = store
    .selectFrom('publication')
    .innerJoin('publication_text', 'publication_text.publication', 'publication.mutation')
    .select(['publication.post', 'title', 'language', 'first_at as firstAt', 'publication_text.text'])
    .where('publication.unit', '=', unit)
    .where('publication.ended_at', 'is', null);
  // A rare word names the few pages to look at; where all are common, the newest pages have them soon.
  if (rare !== null)
    found = found.where('publication_text.document', 'in', (eb) =>
      eb.selectFrom('search_word').select('search_word.document').where(beginsWith(rare)),
    );
  // Words are letters and digits only: nothing in them is a sign of LIKE.
  for (const word of words)
    if (word !== rare || words.length > 1) found = found.where('publication_text.folded', 'like', `% ${word}%`);
  const hits = await found
    .orderBy('first_at', 'desc')
    .orderBy('publication.mutation', 'desc')
    .limit(SEARCH_LIMITS.hits)
    .execute();
  const exact = typed.trim().toLowerCase();
  const rank = ({ title, text }: Hit): number => {
    if (title.toLowerCase().includes(exact)) return 0;
    if (text.toLowerCase().includes(exact)) return 1;
    const folded = foldedWords(title);
    return words.every((word) => folded.includes(` ${word}`)) ? 2 : 3;
  };
  return hits
    .map((hit) => ({ hit, rank: rank(hit) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ hit }) => hit);
}

/** Pages with a word, from which on it is common: then looking through the newest pages is quicker. */
const COMMON = 500;

/** The word that the fewest pages have; `null` when all are common. */
async function rarest(store: Store, words: readonly string[]): Promise<string | null> {
  let rare: string | null = null;
  let fewest: number = COMMON;
  for (const word of words) {
    const { count } = await store
      .selectFrom((eb) =>
        eb.selectFrom('search_word').select('document').where(beginsWith(word)).limit(COMMON).as('those'),
      )
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) >= fewest) continue;
    fewest = Number(count);
    rare = word;
  }
  return rare;
}

/** Words that begin with these letters, as a range of the index. */
function beginsWith(word: string) {
  return (eb: ExpressionBuilder<Tables, 'search_word'>) =>
    eb.and([eb('search_word.word', '>=', word), eb('search_word.word', '<', `${word}\u{10ffff}`)]);
}

/** A piece of a text around the first word found, in parts: those that were asked for are marked. */
export function snippet(text: string, query: string): readonly { readonly text: string; readonly isHit: boolean }[] {
  const wanted = searchWords(query).slice(0, SEARCH_LIMITS.words);
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const isHit = (word: string): boolean => wanted.some((start) => foldedWords(word).startsWith(` ${start}`));
  const first = Math.max(
    0,
    words.findIndex(([word]) => isHit(word)),
  );
  const piece = words.slice(Math.max(0, first - 8), first + 24);
  const from = piece[0]?.index ?? 0;
  const last = piece.at(-1);
  // The signs after the very last word belong to it.
  const to = last === undefined || last === words.at(-1) ? text.length : last.index + last[0].length;
  const parts: { text: string; isHit: boolean }[] = [{ text: from > 0 ? '… ' : '', isHit: false }];
  let at = from;
  for (const { 0: word, index } of piece) {
    if (!isHit(word)) continue;
    parts.push({ text: text.slice(at, index), isHit: false }, { text: word, isHit: true });
    at = index + word.length;
  }
  parts.push({ text: `${text.slice(at, to)}${to < text.length ? ' …' : ''}`, isHit: false });
  return parts.filter((part) => part.text !== '');
}
