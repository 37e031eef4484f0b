import { postPath } from '../../shared/content/index.ts';
import type { MergedPost, PageRequest, ProblemCode, WithdrawMergedRequest } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { judge, rolesOn } from '../../shared/workflow/index.ts';
import { type Caller, memberOf } from '../accounts/index.ts';
import { appendAudit } from '../audit/index.ts';
import { lockFeed } from '../feed/index.ts';
import { currentRules } from '../rules/index.ts';
import type { Store } from '../store/index.ts';
import { type Context, isPublic, knownPost, storedRevision, withdrawByPortal } from '../workflow/index.ts';

/** A page of the posts of units that were merged into this one: those that are public, and those that never will be. */
export async function listMerged(
  store: Store,
  unit: string,
  { after = '', limit }: PageRequest,
): Promise<{ posts: MergedPost[]; next: string | null }> {
  const rows = await store
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit')
    .leftJoin('publication as page', (join) => join.onRef('page.post', '=', 'post.id').on('page.ended_at', 'is', null))
    .leftJoin('approval', 'approval.mutation', 'post.approval')
    .select(['post.id', 'post.unit', 'post.scheduled_at', 'unit.name as unit_name'])
    .select(['page.title', 'page.published_at', 'approval.revision as held'])
    .where('unit.successor', '=', unit)
    .where((eb) => eb.or([eb('page.mutation', 'is not', null), eb('post.approval', 'is not', null)]))
    .where('post.id', '>', after)
    .orderBy('post.id')
    .limit(limit + 1)
    .execute();
  const posts: MergedPost[] = [];
  for (const row of rows.slice(0, limit)) {
    const { id, unit: own, unit_name: unitName, published_at: publishedAt } = row;
    const title = row.title ?? (row.held === null ? null : (await storedRevision(store, row.held))?.title) ?? '';
    const page = publishedAt === null ? null : { address: postPath(id, title), publishedAt };
    const held = row.held === null ? null : { at: row.scheduled_at };
    posts.push({ post: id, unit: own, unitName, title, page, held });
  }
  return { posts, next: rows.length > limit ? (posts.at(-1)?.post ?? null) : null };
}

/**
 * Takes down a page of a unit that was merged into the caller's, by the rules of the caller's unit: who may withdraw its
 * own pages may withdraw those it took over. Online alone, and by the portal's own hand: nobody's computer has the post.
 * What was wrong is written anew as a post of the unit that answers for it now, which then takes the page's place.
 *
 * @returns `not_found` when no such page is public, `head_withdraws`, `no_replacement`; `null` when it is down.
 */
export function withdrawMerged(
  { store, identity, now }: Context,
  { unit, person, device }: Caller,
  { post, reason, explanation, publicNote, replacement }: WithdrawMergedRequest,
): Promise<ProblemCode | null> {
  return store.transaction().execute(async (tx) => {
    const at = now();
    const own = await tx
      .selectFrom('post')
      .innerJoin('unit', 'unit.id', 'post.unit')
      .select('post.unit')
      .where('post.id', '=', post)
      .where('unit.successor', '=', unit)
      .executeTakeFirst();
    if (own === undefined) return 'not_found';
    for (const one of [own.unit, unit].sort()) await lockFeed(tx, one);
    const { status } = await knownPost(tx, post);
    const roles = rolesOn(await memberOf(tx, unit, person), dayInVietnam(at.toISOString()));
    const rules = await currentRules(tx, unit, at);
    const judgement = judge(rules, 'withdraw', status, { person, roles }, status.live ?? '');
    if (!judgement.allowed) return judgement.code === 'wrong_role' ? 'head_withdraws' : 'not_found';
    if (reason === 'replaced' && (replacement === undefined || !(await isPublic(tx, unit, replacement))))
      return 'no_replacement';
    const words = {
      ...{ reason, explanation },
      ...(publicNote !== undefined && { publicNote }),
      ...(reason === 'replaced' && replacement !== undefined && { replacement }),
    };
    await withdrawByPortal(tx, identity, post, at, { why: 'merged', words });
    const told = { at, person, device, kind: 'merged.withdrawn', subject: post } as const;
    for (const one of [own.unit, unit].sort())
      await appendAudit(tx, { unit: one, ...told, details: { unit: own.unit, reason, explanation } });
    return null;
  });
}
