import { type ExpressionBuilder, sql } from 'kysely';
import type { Language } from '../../shared/content/index.ts';
import { searchWords } from '../../shared/vietnamese/index.ts';
import { distinctWords, foldedWords, lockPortal, type Store, type Tables, textOf } from '../store/index.ts';
import { type Part, pieceOf } from './piece.ts';

/** What a search may be: the rest is cut, and more than so many hits are not ranked. `page`: hits shown at once. */
export const SEARCH_LIMITS = { characters: 200, words: 8, hits: 200, page: 20 } as const;

/** A live post that a search found. */
export interface Hit {
  readonly post: string;
  readonly title: string;
  readonly language: 'vi' | 'en';
  readonly firstAt: string;
  /** A piece of its text around what was found. */
  readonly piece: readonly Part[];
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
  await lockPortal(tx);
  const row = await tx
    .selectFrom('publication_text')
    .select((eb) => eb.fn.max('document').as('last'))
    .executeTakeFirstOrThrow();
  return Number(row.last ?? 0) + 1;
}

/** Rows of two values in one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 5_000;

/** One page of what a search found. `count`: all hits, at most {@link SEARCH_LIMITS}`.hits`. */
export interface SearchPage {
  readonly count: number;
  readonly hits: readonly Hit[];
}

/**
 * Live posts that hold a word beginning with each word of the query, marks and đ aside. Those that write the query as it
 * is typed come first, in the title before the text; then the newest.
 *
 * @param page from 1.
 * @param language only posts in it; `null`: in all.
 */
export async function search(
  store: Store,
  unit: string,
  query: string,
  page: number,
  language: Language | null = null,
): Promise<SearchPage> {
  // PostgreSQL takes no NUL, not even in a question.
  const typed = query.replaceAll('\0', ' ').normalize('NFC').slice(0, SEARCH_LIMITS.characters).trim();
  const words = searchWords(typed).slice(0, SEARCH_LIMITS.words);
  if (words.length === 0) return { count: 0, hits: [] };
  const found = await candidates(store, unit, { words, typed, language });
  const exact = typed.toLowerCase();
  const rank = ({ title, isTyped }: Candidate): number => {
    if (title.toLowerCase().includes(exact)) return 0;
    if (isTyped) return 1;
    const folded = foldedWords(title);
    return words.every((word) => folded.includes(` ${word}`)) ? 2 : 3;
  };
  const shown = found
    .map((hit) => ({ hit, rank: rank(hit) }))
    .sort((a, b) => a.rank - b.rank)
    .slice((page - 1) * SEARCH_LIMITS.page, page * SEARCH_LIMITS.page)
    .map(({ hit }) => hit);
  const texts = await textsOf(
    store,
    shown.map(({ publication }) => publication),
  );
  const known = new Map<string, boolean>();
  const hits = shown.map(({ publication, isTyped: _, ...hit }) => {
    const { text, folded } = texts.get(publication) ?? { text: '', folded: '' };
    return { ...hit, piece: pieceOf(text, folded, words, known) };
  });
  return { count: found.length, hits };
}

/** A hit without its text: reading two hundred texts takes longer than finding them. */
interface Candidate extends Omit<Hit, 'piece'> {
  readonly publication: string;
  readonly isTyped: boolean;
}

async function candidates(
  store: Store,
  unit: string,
  asked: { readonly words: readonly string[]; readonly typed: string; readonly language: Language | null },
): Promise<readonly Candidate[]> {
  const { words, typed, language } = asked;
  const rare = await rarest(store, words);
  // A rare word names the few pages to look at, so they are the outer part of the join (SQLite takes CROSS JOIN at its
  // word); where all words are common, the newest pages have them soon.
  const from =
    rare === null
      ? store
          .selectFrom('publication')
          .innerJoin('publication_text', 'publication_text.publication', 'publication.mutation')
      : store
          .selectFrom('publication_text')
          .crossJoin('publication')
          .whereRef('publication_text.publication', '=', 'publication.mutation')
          .where('publication_text.document', 'in', (eb) =>
            eb.selectFrom('search_word').select('search_word.document').where(beginsWith(rare)),
          );
  let found = from
    .select(['mutation as publication', 'publication.post', 'title', 'language', 'first_at as firstAt'])
    .select((eb) =>
      eb
        .or(spellings(typed).map((one) => sql<boolean>`publication_text.text like ${`%${one}%`} escape '\\'`))
        .as('isTyped'),
    )
    .where('publication.unit', '=', unit)
    .where('publication.ended_at', 'is', null)
    .$if(language !== null, (query) => query.where('publication.language', '=', language ?? 'vi'));
  // Words are letters and digits only: nothing in them is a sign of LIKE.
  for (const word of words)
    if (word !== rare || words.length > 1) found = found.where('publication_text.folded', 'like', `% ${word}%`);
  const rows = await found
    .orderBy('first_at', 'desc')
    .orderBy('publication.mutation', 'desc')
    .limit(SEARCH_LIMITS.hits)
    .execute();
  return rows.map((row) => ({ ...row, isTyped: Boolean(row.isTyped) }));
}

/** How the words may stand in a text: not every database knows the cases of all letters. The signs of LIKE are escaped. */
function spellings(typed: string): readonly string[] {
  const lower = typed.toLowerCase();
  const all = new Set([typed, lower, lower.charAt(0).toUpperCase() + lower.slice(1)]);
  return [...all].map((one) => one.replace(/[\\%_]/g, '\\$&'));
}

async function textsOf(
  store: Store,
  publications: readonly string[],
): Promise<ReadonlyMap<string, { readonly text: string; readonly folded: string }>> {
  if (publications.length === 0) return new Map();
  const rows = await store
    .selectFrom('publication_text')
    .select(['publication', 'text', 'folded'])
    .where('publication', 'in', [...publications])
    .execute();
  return new Map(rows.map((row) => [row.publication, row]));
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
