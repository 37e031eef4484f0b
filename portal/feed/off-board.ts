import type { Member } from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';
import { hidePost, showPost } from './sight.ts';

/** Whether a member sits on the board: holds a role, or one for somebody else. Who has left it holds none. */
export function isOnBoard({ roles, deputies = [] }: Pick<Member, 'roles' | 'deputies'>): boolean {
  return roles.length > 0 || deputies.length > 0;
}

/**
 * Takes what the board sees out of the sight of somebody who has left it, or brings it back (design 3: drafts, reviews
 * and decisions are for the board). Posts of their own stay. In a transaction under the feed's lock.
 */
export async function moveSight(tx: Store, unit: string, before: Member | null, after: Member): Promise<void> {
  if ((before === null || isOnBoard(before)) === isOnBoard(after)) return;
  const reader = { unit, person: after.id };
  const posts = await tx
    .selectFrom('change')
    .innerJoin('post', 'post.id', 'change.post')
    .select(['post.id', 'post.status'])
    .distinct()
    .where('change.unit', '=', unit)
    .where('change.kind', '=', 'mutation')
    .where('change.audience', 'is', null)
    .execute();
  for (const { id, status } of posts) {
    if (ownerOf(status) === after.id) continue;
    if (isOnBoard(after)) await showPost(tx, reader, id);
    else await hidePost(tx, reader, id);
  }
}

/** A post comes before the board: those who have left it are not among its readers. Doing it again changes nothing. */
export async function keepFromFormer(tx: Store, unit: string, post: string, owner: string | null): Promise<void> {
  const former = await tx
    .selectFrom('membership')
    .select('person')
    .where('unit', '=', unit)
    .where('roles', '=', '[]')
    .where('deputies', '=', '[]')
    .execute();
  for (const { person } of former) {
    if (person === owner) continue;
    await tx
      .insertInto('hidden_post')
      .values({ unit, person, post, shown_from: null })
      .onConflict((conflict) => conflict.columns(['person', 'post', 'unit']).doNothing())
      .execute();
  }
}

function ownerOf(status: string): string | null {
  return (JSON.parse(status) as { owner: string | null }).owner;
}
