import type { SyncStatus } from '../../../shared/contract/index.ts';
import type { Computer } from './computer.ts';
import type { World } from './world.ts';

/**
 * Checks what a computer says after a sync against what it and the portal hold: "done" (idle, nothing pending) only
 * when nothing waits on either side.
 *
 * @param typedBefore the working copies when the sync began, by post, as `typedNow` gives them.
 */
export function checkHonesty(
  { portal, model }: World,
  computer: Computer,
  status: SyncStatus,
  typedBefore: ReadonlyMap<string, string>,
): void {
  if (status.state !== 'idle' || status.pending > 0) return;
  const own = computer.peek((db) => ({
    waiting: db.prepare<[], { id: string }>("SELECT id FROM mutation WHERE outcome IN ('pending', 'sent')").all(),
    decided: db.prepare<[], { id: string }>('SELECT id FROM mutation').all(),
  }));
  for (const { id } of own.waiting) model.report('status', `${computer.name} says done while mutation ${id} waits`);
  const atPortal = new Set(
    portal.peek((db) => db.prepare<[], { id: string }>('SELECT id FROM mutation').all()).map(({ id }) => id),
  );
  for (const { id } of own.decided)
    if (!atPortal.has(id) && model.verdicts.get(id)?.startsWith('accepted'))
      model.report('status', `${computer.name} says done while the portal lacks mutation ${id}`);
  for (const [post, copy] of typedNow(computer))
    if (typedBefore.get(post) === copy)
      model.report('status', `${computer.name} says done while words of ${post} are only typed`);
}

/**
 * Which working copies have words in them, by post: on what they build, how far they are, and when that was. One that is
 * minted to nothing, because its words are those it builds on, may be followed by another with the same number.
 */
export function typedNow(computer: Computer): Map<string, string> {
  const rows = computer.peek((db) =>
    db
      .prepare<[], { post: string; copy: string }>(
        "SELECT post, coalesce(base, '') || ' ' || journal || ' ' || changed_at AS copy FROM working WHERE journal > 0 AND block_order <> '[]'",
      )
      .all(),
  );
  return new Map(rows.map(({ post, copy }) => [post, copy]));
}
