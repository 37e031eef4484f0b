import { type Change, type Cursor, WIRE_LIMITS } from '../../shared/sync/index.ts';
import type { Caller } from '../accounts/index.ts';
import type { Store } from '../store/index.ts';
import { PLAIN_READER, type Reader } from './base.ts';
import { LINES, type Line, linesAfter, readAll, someOf, toChange } from './changes.ts';

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
  const { epoch, newest } = await readEnd(store, caller);
  let number = cursor !== null && cursor.epoch === epoch && cursor.number <= newest ? cursor.number : 0;
  // Of what came before, it may hold lines alone.
  const upTo = reader.linesBefore === null ? number : 0;
  const now = new Set(reader.holds);
  const changes: Change[] = [];
  let bytes = 0;
  for (;;) {
    const some = await readSome(store, caller, number, reader, { upTo, now });
    // Restored meanwhile: the numbers are those of another feed.
    if (some.epoch !== epoch) return { changes, cursor: { epoch, number }, more: true };
    for (const line of some.lines) {
      const change = isHeld(line, reader) ? null : await toChange(line, some.read, reader, now);
      if (change !== null) {
        bytes += Buffer.byteLength(JSON.stringify(change));
        if (bytes > pageBytes && changes.length > 0) return { changes, cursor: { epoch, number }, more: true };
        changes.push(change);
        if (change.kind === 'revision') now.add(line.object);
      }
      number = line.number;
    }
    if (some.isEnd) return { changes, cursor: { epoch, number: some.newest }, more: false };
  }
}

/** Whether the sender holds it, or is told of it by its verdict. */
function isHeld({ kind, object }: Line, reader: Reader): boolean {
  return kind === 'revision' ? reader.holds.has(object) : reader.told.has(object);
}

/** Some lines and all they are about, as of one moment: a line that comes meanwhile would be past the newest number. */
function readSome(
  store: Store,
  caller: Caller,
  after: number,
  reader: Reader,
  holds: { readonly upTo: number; readonly now: ReadonlySet<string> },
) {
  const reading = store.transaction().setIsolationLevel('repeatable read');
  return reading.execute(async (tx) => {
    const { epoch, newest } = await readEnd(tx, caller);
    const all = await linesAfter(tx, caller, after);
    const lines = someOf(all);
    const told = lines.filter((line) => !isHeld(line, reader));
    const read = await readAll(tx, caller, told, reader, holds);
    return { epoch, newest, lines, read, isEnd: lines.length === all.length && all.length < LINES };
  });
}

async function readEnd(store: Store, { unit }: Caller): Promise<{ epoch: string; newest: number }> {
  return store
    .selectFrom('unit')
    .innerJoin('portal', (join) => join.onTrue())
    .select(['portal.epoch', 'unit.last_number as newest'])
    .where('unit.id', '=', unit)
    .executeTakeFirstOrThrow();
}
