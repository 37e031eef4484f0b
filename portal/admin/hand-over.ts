import type { HandOverRequest, ProblemCode } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { rolesOn } from '../../shared/workflow/index.ts';
import { memberOf } from '../accounts/index.ts';
import { lockFeed, moveSight } from '../feed/index.ts';
import type { Store } from '../store/index.ts';
import { type Context, handOverPosts } from '../workflow/index.ts';

/**
 * Gives all that a person wrote to another one of the unit who may write, from this moment on.
 *
 * @returns how many posts changed hands, or why not: `not_found`, `not_an_author`.
 */
export async function handOver(
  tx: Store,
  { identity }: Pick<Context, 'identity'>,
  unit: string,
  { from, to }: HandOverRequest,
  by: string,
  at: Date,
): Promise<{ readonly posts: number } | { readonly problem: ProblemCode }> {
  await lockFeed(tx, unit);
  const [before, after] = [await memberOf(tx, unit, from), await memberOf(tx, unit, to)];
  if (before === null || after === null || from === to) return { problem: 'not_found' };
  if (!rolesOn(after, dayInVietnam(at.toISOString())).includes('author')) return { problem: 'not_an_author' };
  const posts = await handOverPosts(tx, identity, { unit, from, to, by }, at);
  // Who had left the board kept the posts of their own in sight: these are so no more.
  await moveSight(tx, unit, null, before);
  return { posts };
}
