import {
  type Change,
  type Cursor,
  erasureSchema,
  memberSchema,
  mutationSchema,
  WIRE_LIMITS,
} from '../../shared/sync/index.ts';
import { regulationVersionSchema } from '../../shared/workflow/index.ts';
import type { Caller } from '../accounts/index.ts';
import { ERASED_TEXT, type Store } from '../store/index.ts';
import { encodeFor, PLAIN_READER, type Reader } from './base.ts';
import { isOldText, lineOf, lineOfErased } from './old.ts';
import { isForReader } from './sight.ts';

/** Lines read from the store at a time; a page is limited in bytes, not in lines. */
const LINES = 100;

/** Part of a unit's feed, from a cursor on, as one person may see it. */
export interface Page {
  readonly changes: Change[];
  readonly cursor: Cursor;
  readonly more: boolean;
}

/**
 * The next page after a cursor. Lines for others are left out and the cursor moves past them. A cursor of another
 * epoch, or ahead of the feed (a portal restored without a new epoch), starts again from the beginning.
 *
 * @param reader how texts are sent to whoever asks.
 * @param pageBytes soft limit in bytes of JSON; one line may exceed it alone.
 */
export async function readPage(
  store: Store,
  caller: Caller,
  cursor: Cursor | null,
  reader: Reader = PLAIN_READER,
  pageBytes: number = WIRE_LIMITS.pageBytes,
): Promise<Page> {
  // One moment for all of it: a line that comes while the page is read would be past the newest number.
  const reading = store.transaction().setIsolationLevel('repeatable read');
  return reading.execute(async (tx) => {
    const { epoch } = await tx.selectFrom('portal').select('epoch').executeTakeFirstOrThrow();
    const { last_number: newest } = await tx
      .selectFrom('unit')
      .select('last_number')
      .where('id', '=', caller.unit)
      .executeTakeFirstOrThrow();
    let number = cursor !== null && cursor.epoch === epoch && cursor.number <= newest ? cursor.number : 0;
    const changes: Change[] = [];
    // Of what came before, it may hold lines alone.
    const holds = { upTo: reader.linesBefore === null ? number : 0, now: new Set(reader.holds) };
    let bytes = 0;
    for (;;) {
      const lines = await linesAfter(tx, caller, number);
      for (const line of lines) {
        // The sender holds it, or is told of it by its verdict.
        if (line.kind === 'revision' ? reader.holds.has(line.object) : reader.told.has(line.object)) {
          number = line.number;
          continue;
        }
        const change = await toChange(tx, caller, line, reader, holds);
        if (change === null) {
          number = line.number;
          continue;
        }
        bytes += Buffer.byteLength(JSON.stringify(change));
        if (bytes > pageBytes && changes.length > 0) return { changes, cursor: { epoch, number }, more: true };
        changes.push(change);
        if (change.kind === 'revision') holds.now.add(line.object);
        number = line.number;
      }
      if (lines.length < LINES) return { changes, cursor: { epoch, number: newest }, more: false };
    }
  });
}

type Line = Awaited<ReturnType<typeof linesAfter>>[number];

async function linesAfter(tx: Store, caller: Caller, number: number) {
  return tx
    .selectFrom('change')
    .select(['number', 'kind', 'post', 'object', 'payload'])
    .where('unit', '=', caller.unit)
    .where('number', '>', number)
    .where(isForReader(caller))
    .orderBy('number')
    .limit(LINES)
    .execute();
}

/** All lines of one post for this person, or (`null`) those that are about no post, in their order. */
export async function linesOf(tx: Store, caller: Caller, post: string | null): Promise<Line[]> {
  return tx
    .selectFrom('change')
    .select(['number', 'kind', 'post', 'object', 'payload'])
    .where('unit', '=', caller.unit)
    .where('post', post === null ? 'is' : '=', post)
    .where(isForReader(caller))
    .orderBy('number')
    .execute();
}

/** `null` for a text that is not here, and for what was said about one that was erased. */
export async function toChange(
  tx: Store,
  caller: Caller,
  line: Line,
  reader: Reader,
  holds: { readonly upTo: number; readonly now: ReadonlySet<string> },
): Promise<Change | null> {
  const { number } = line;
  if (line.kind === 'member')
    return { kind: 'member', number, member: memberSchema.parse(JSON.parse(line.payload ?? '')) };
  if (line.kind === 'rules')
    return { kind: 'rules', number, rules: regulationVersionSchema.parse(JSON.parse(line.payload ?? '')) };
  if (line.kind === 'erased')
    return { kind: 'erased', number, erasure: erasureSchema.parse(JSON.parse(line.payload ?? '')) };
  const post = line.post ?? '';
  if (line.kind === 'hide') return { kind: 'hide', number, post };
  if (line.kind === 'head') return { kind: 'head', number, post, revision: line.object };
  if (line.kind === 'set_aside') {
    const { id, canonical } = await tx
      .selectFrom('revision')
      .select(['id', 'canonical'])
      .where('id', '=', line.object)
      .executeTakeFirstOrThrow();
    if (canonical === ERASED_TEXT) return null;
    return { kind: 'set_aside', number, post, revision: { id, codec: 'json', data: canonical } };
  }
  if (line.kind === 'revision') {
    const row = await tx
      .selectFrom('revision')
      .select(['author', 'canonical'])
      .where('id', '=', line.object)
      .executeTakeFirst();
    // One bad line must not keep the rest of the feed from its readers for ever.
    if (row === undefined) return null;
    if (row.canonical === ERASED_TEXT)
      return { kind: 'revision_line', number, post, revision: await lineOfErased(tx, line.object, row.author) };
    if (reader.linesBefore !== null && (await isOld(tx, line.object, reader.linesBefore)))
      return { kind: 'revision_line', number, post, revision: lineOf(line.object, row.canonical) };
    const revision = await encodeFor(tx, caller, reader, { id: line.object, canonical: row.canonical }, holds);
    return { kind: 'revision', number, post, revision };
  }
  const row = await tx.selectFrom('mutation').selectAll().where('id', '=', line.object).executeTakeFirstOrThrow();
  if (row.canonical === ERASED_TEXT) return null;
  return {
    kind: 'mutation',
    number,
    mutation: mutationSchema.parse(JSON.parse(row.canonical)),
    person: row.person,
    post,
    contributors: JSON.parse(row.contributors) as string[],
    receivedAt: row.received_at,
  };
}

async function isOld(tx: Store, revision: string, before: string): Promise<boolean> {
  const old = tx.selectFrom('revision').select('id').where('id', '=', revision).where(isOldText(before));
  return (await old.executeTakeFirst()) !== undefined;
}
