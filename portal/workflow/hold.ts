import type { HoldReason, PostStatus } from '../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import type { Identity } from './context.ts';
import { signOwn } from './own.ts';
import { recordAccepted } from './record.ts';

/** What is held: an approval with what it approved and who gave it. */
export interface Held {
  readonly unit: string;
  readonly post: string;
  readonly approval: string;
  readonly revision: string;
  readonly person: string;
  /** Who wrote the revision. */
  readonly contributors: readonly string[];
}

/** Notes on the post, for all of the board, that an approval does not do what it says, and why. */
export async function hold(tx: Store, identity: Identity, held: Held, reason: HoldReason, at: Date): Promise<void> {
  const { unit, post, revision, approval, person, contributors } = held;
  const args = { post, revision, approval, person, reason };
  const mutation = await signOwn(tx, identity, { name: 'post.hold', args, after: [approval], at });
  await recordAccepted(tx, { unit, person: null, mutation, at }, { name: 'post.hold', args }, contributors);
}

/** As {@link hold}, for the approval that waits on the post; it is told once for one reason. */
export async function holdWaiting(
  tx: Store,
  identity: Identity,
  { unit, post, status }: { readonly unit: string; readonly post: string; readonly status: PostStatus },
  reason: HoldReason,
  at: Date,
): Promise<void> {
  const { approval, contributors, held } = status;
  if (approval === null || held === reason) return;
  const { mutation, revision, person } = approval;
  await hold(tx, identity, { unit, post, approval: mutation, revision, person, contributors }, reason, at);
}
