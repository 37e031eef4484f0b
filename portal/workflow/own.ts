import { newId } from '../../shared/content/index.ts';
import { type Mutation, signMutation, type UnsignedMutation } from '../../shared/sync/index.ts';
import type { MutationArgs } from '../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import type { Identity } from './context.ts';

/** What the portal does by itself. */
type OwnAct = 'post.publish' | 'post.hold' | 'post.withdraw' | 'post.import' | 'post.hand_over';

/** A mutation of the portal itself, signed with its own key. Call it in the transaction that records it. */
export async function signOwn<Name extends OwnAct>(
  tx: Store,
  identity: Identity,
  wanted: {
    /** Left out: a new one. */
    readonly id?: string;
    readonly name: Name;
    readonly args: MutationArgs<Name>;
    readonly after: string[];
    readonly at: Date;
  },
): Promise<Mutation> {
  const { id = newId(), name, args, after, at } = wanted;
  const words = { id, device: identity.portal, seq: await nextSeq(tx), name, args, after };
  // Read off its own JSON: what is left out has no key, as on the wire.
  const plain = JSON.parse(JSON.stringify(words)) as UnsignedMutation;
  return signMutation({ ...plain, at: at.toISOString() }, identity.secretKey);
}

async function nextSeq(tx: Store): Promise<number> {
  const row = await tx
    .updateTable('portal')
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1) }))
    .returning('last_seq')
    .executeTakeFirstOrThrow();
  return row.last_seq;
}
