import type { Action } from '../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import type { Identity } from './context.ts';
import { signOwn } from './own.ts';
import { recordAccepted } from './record.ts';
import { statusFrom } from './status.ts';

/** Whose posts go to whom, and who decided it. */
export interface HandOver {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  /** The head or the administrator; `null`: the portal's operator. */
  readonly by: string | null;
}

/**
 * Gives all posts of a person to another author (design 3), as the portal's own act on each. Texts, decisions and
 * authorship stay as they are: the new owner goes on from the newest saved text, and what the other has not sent yet
 * stays theirs. Under the feed's lock.
 *
 * @returns how many posts changed hands.
 */
export async function handOverPosts(tx: Store, identity: Identity, wanted: HandOver, at: Date): Promise<number> {
  const { unit, from, to, by } = wanted;
  const rows = await tx.selectFrom('post').select(['id', 'status']).where('unit', '=', unit).orderBy('id').execute();
  let count = 0;
  for (const { id: post, status: kept } of rows) {
    const status = statusFrom(kept);
    const revision = status.head ?? status.submitted ?? status.live;
    if (status.owner !== from || revision === null) continue;
    const args = { post, revision, from, to, by };
    const after = status.last === null ? [] : [status.last];
    const mutation = await signOwn(tx, identity, { name: 'post.hand_over', args, after, at });
    const action: Action = { name: 'post.hand_over', args };
    await recordAccepted(tx, { unit, person: null, mutation, at }, action, []);
    count += 1;
  }
  return count;
}
