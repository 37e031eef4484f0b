import { hasRevisionLine, writeSetAsideLine } from '../feed/index.ts';
import type { Store } from '../store/index.ts';
import { storedRevision } from './revisions.ts';

/** Text that came from a revoked device. */
interface Aside {
  readonly unit: string;
  readonly person: string;
  readonly post: string;
  readonly revision: string;
  readonly at: Date;
}

/**
 * Lays text of a revoked device before its own person, on whatever device they have now: they adopt it or let it be. It
 * becomes no part of the post. Text by somebody else, or that the person was given before, is not laid aside.
 */
export async function setAside(tx: Store, { unit, person, post, revision, at }: Aside): Promise<void> {
  const text = await storedRevision(tx, revision);
  if (text?.author !== person || text.post !== post) return;
  if (await hasRevisionLine(tx, unit, { person }, revision)) return;
  const added = await tx
    .insertInto('set_aside')
    .values({ revision, unit, person, post, received_at: at.toISOString() })
    .onConflict((conflict) => conflict.column('revision').doNothing())
    .returning('revision')
    .executeTakeFirst();
  if (added !== undefined) await writeSetAsideLine(tx, unit, { person }, { revision, post });
}
