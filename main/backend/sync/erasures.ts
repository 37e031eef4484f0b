import { type Erasure, erasureSchema, WIRE_LIMITS } from '../../../shared/sync/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { type Desk, dropErasedText } from '../posts/index.ts';

/**
 * Drops from this computer what the portal says was erased, and remembers its hash: it is taken from nobody any more.
 * The id, parents and author of a text stay. Copies made before (backups, the log beside the database) go by their age
 * within 30 days. Call it in the transaction that takes in the reply. Returns the post of an erased text.
 */
export function takeErasure(desk: Desk, shelf: MediaShelf, erasure: Erasure): string | null {
  const { hash, what } = erasure;
  desk.db
    .prepare(
      `INSERT INTO erased (hash, words, is_offered) VALUES (?, ?, 0)
       ON CONFLICT (hash) DO UPDATE SET is_offered = 0`,
    )
    .run(hash, JSON.stringify(erasure));
  if (what === 'revision') return dropErasedText(desk, hash);
  shelf.erase(hash);
  return null;
}

/** After a restore of the portal: all erasures known here are offered to it, until it has taken or named them. */
export function offerErasures({ db }: Desk): void {
  db.prepare('UPDATE erased SET is_offered = 1').run();
}

/** Erasures to be sent with the next request. */
export function erasuresToOffer({ db }: Desk): Erasure[] {
  return db
    .prepare<[number], { words: string }>('SELECT words FROM erased WHERE is_offered = 1 ORDER BY hash LIMIT ?')
    .all(WIRE_LIMITS.mutations)
    .map(({ words }) => erasureSchema.parse(JSON.parse(words)));
}

/** The portal has answered a request that offered these. */
export function erasuresOffered({ db }: Desk, erasures: readonly Erasure[]): void {
  const done = db.prepare('UPDATE erased SET is_offered = 0 WHERE hash = ?');
  for (const { hash } of erasures) done.run(hash);
}
