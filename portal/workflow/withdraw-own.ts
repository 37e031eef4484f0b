import type { MutationArgs } from '../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import type { Identity } from './context.ts';
import { signOwn } from './own.ts';
import { takeDown } from './page.ts';
import { recordAccepted } from './record.ts';
import { knownPost } from './status.ts';
import { timedId } from './timed-id.ts';

/** Why the portal takes a page down by itself, and what goes into the id of that, so that it is always the same. */
interface OwnWithdrawal {
  readonly why: 'erasure' | 'merged';
  readonly words: Omit<MutationArgs<'post.withdraw'>, 'post' | 'revision'>;
}

/** "Withdrawn until approved anew" (design 3). */
const ERASED: OwnWithdrawal = { why: 'erasure', words: { reason: 'requested', explanation: '' } };

/**
 * Takes a live page down by the portal itself: because what it shows was erased, or because the head of the unit that its
 * unit was merged into says so. The board sees it in the post's timeline, readers as on request. Under the feed's lock.
 *
 * @returns whether there was one.
 */
export async function withdrawByPortal(
  tx: Store,
  identity: Identity,
  post: string,
  at: Date,
  { why, words }: OwnWithdrawal = ERASED,
): Promise<boolean> {
  const { unit, status } = await knownPost(tx, post);
  if (unit === null || status.live === null) return false;
  const args = { post, revision: status.live, ...words };
  const after = status.last === null ? [] : [status.last];
  const page = await tx
    .selectFrom('publication')
    .select('mutation')
    .where('post', '=', post)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  // Always the same for one page: after a restore, what was built on it finds it.
  const id = timedId(page.mutation, `banthao-${why}-withdrawal-1\n${identity.portal}\n${page.mutation}`);
  const mutation = await signOwn(tx, identity, { id, name: 'post.withdraw', args, after, at });
  await recordAccepted(tx, { unit, person: null, mutation, at }, { name: 'post.withdraw', args }, []);
  await takeDown(tx, args, at);
  return true;
}
