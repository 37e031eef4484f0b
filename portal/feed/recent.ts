import { sql } from 'kysely';
import { type Change, WIRE_LIMITS } from '../../shared/sync/index.ts';
import type { Caller } from '../accounts/index.ts';
import { ERASED_TEXT, type Store } from '../store/index.ts';
import type { Reader } from './base.ts';
import { type Line, linesOf, readAll, someOf, toChange } from './changes.ts';
import { isOldText } from './old.ts';
import { isForReader } from './sight.ts';

/** Posts of which a new computer gets everything at once: the person's own newest, and the newest of all. */
const MINE = 30;
const NEWEST = 60;
/** Below this (characters of text) all comes in a few requests anyway, and nothing is sent twice. */
const WORTH_IT = 5_000_000;

/** What a computer that begins to read a unit's feed is to receive, and what it can work with at once. */
export interface Beginning {
  /** Characters of canonical text of all revisions it will get. */
  readonly characters: number;
  /** Lines out of turn: members, rules, and the posts of {@link MINE} and {@link NEWEST}. They come again in the feed. */
  readonly recent: Change[];
  /** Whether there is so much that old texts are better left until somebody opens them. */
  readonly isLarge: boolean;
}

/** Read before the first page of a feed, so that a list is on the screen in one request, however much there is. */
export async function readBeginning(
  store: Store,
  caller: Caller,
  reader: Reader,
  worthIt = WORTH_IT,
): Promise<Beginning> {
  return store.transaction().execute(async (tx) => {
    const all = await countCharacters(tx, caller, null);
    if (all < worthIt) return { characters: all, recent: [], isLarge: false };
    const posts = new Set([...(await newestPosts(tx, caller, 'mine')), ...(await newestPosts(tx, caller, 'all'))]);
    const now = new Set<string>();
    const recent: Change[] = [];
    let sent = 0;
    const add = async (post: string | null): Promise<void> => {
      let left: readonly Line[] = await linesOf(tx, caller, post);
      while (left.length > 0) {
        const lines = someOf(left);
        left = left.slice(lines.length);
        const read = await readAll(tx, caller, lines, reader, { upTo: 0, now });
        for (const line of lines) {
          const change = await toChange(line, read, reader, now);
          if (change === null) continue;
          if (change.kind === 'revision') now.add(line.object);
          sent += Buffer.byteLength(JSON.stringify(change));
          recent.push(change);
        }
      }
    };
    await add(null);
    for (const post of posts) {
      if (sent > WIRE_LIMITS.pageBytes) break;
      await add(post);
    }
    const { linesBefore } = reader;
    const characters = linesBefore === null ? all : await countCharacters(tx, caller, linesBefore);
    return { characters, recent, isLarge: true };
  });
}

async function countCharacters(tx: Store, caller: Caller, linesBefore: string | null): Promise<number> {
  const row = await tx
    .selectFrom('change')
    .innerJoin('revision', 'revision.id', 'change.object')
    .select(sql<number | string>`sum(length(revision.canonical))`.as('characters'))
    .where('change.unit', '=', caller.unit)
    .where('change.kind', '=', 'revision')
    .where('revision.canonical', '<>', ERASED_TEXT)
    .where((eb) => isForReader(caller)(eb))
    .$if(linesBefore !== null, (query) => query.where((eb) => eb.not(isOldText(linesBefore ?? '')(eb))))
    .executeTakeFirst();
  return Number(row?.characters ?? 0);
}

async function newestPosts(tx: Store, caller: Caller, which: 'mine' | 'all'): Promise<string[]> {
  const rows = await tx
    .selectFrom('change')
    .select(['post', (eb) => eb.fn.max('number').as('newest')])
    .where('unit', '=', caller.unit)
    .where('kind', '=', 'mutation')
    .where('post', 'is not', null)
    .where(isForReader(caller))
    .$if(which === 'mine', (query) => query.where('audience', '=', caller.person))
    .groupBy('post')
    .orderBy('newest', 'desc')
    .limit(which === 'mine' ? MINE : NEWEST)
    .execute();
  return rows.flatMap(({ post }) => post ?? []);
}
