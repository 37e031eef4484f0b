import { lockFeed } from '../feed/index.ts';
import type { Context } from './context.ts';
import { holdWaiting } from './hold.ts';
import { knownPost } from './status.ts';

/**
 * Holds every approval that still waited in a unit when it was merged into another: what a unit publishes, it answers
 * for, and there is nobody left to do so. Told once for each; done when the portal starts, as a merger asks for.
 */
export async function holdOfClosed({
  store,
  identity,
  now,
}: Pick<Context, 'store' | 'identity' | 'now'>): Promise<void> {
  const waiting = await store
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit')
    .select(['post.id', 'post.unit'])
    .where('post.approval', 'is not', null)
    .where('unit.closed_on', 'is not', null)
    .orderBy('post.id')
    .execute();
  for (const { id, unit } of waiting)
    await store.transaction().execute(async (tx) => {
      await lockFeed(tx, unit);
      const { status } = await knownPost(tx, id);
      await holdWaiting(tx, identity, { unit, post: id, status }, 'unit_closed', now());
    });
}
