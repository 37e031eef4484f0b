import { canonicalJson } from '../../shared/content/index.ts';
import type { Member, ProblemCode, SetMemberRequest } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import type { Role } from '../../shared/workflow/index.ts';
import { memberOf } from '../accounts/index.ts';
import type { Acting } from '../audit/index.ts';
import { lockFeed, moveSight, writeMemberLine } from '../feed/index.ts';
import type { Store } from '../store/index.ts';

/**
 * Gives a member other roles, from this moment on: what arrives later is judged by them. Only a head gives or takes the
 * head's role, and somebody keeps it. Who is left without any role no longer sees the board's posts, but their own.
 *
 * @param byHead whether a head (or the portal's operator) asks.
 * @returns the member, or why not: `not_found`, `member_moved`, `head_only`, `last_head`.
 */
export async function setMember(
  tx: Store,
  unit: string,
  { person, seen, title, roles, deputies }: SetMemberRequest,
  { by, byHead }: { readonly by: Acting; readonly byHead: boolean },
  at: Date,
): Promise<Member | { readonly problem: ProblemCode }> {
  await lockFeed(tx, unit);
  const before = await memberOf(tx, unit, person);
  if (before === null) return { problem: 'not_found' };
  const held = { roles: before.roles, deputies: before.deputies ?? [] };
  if (seen !== undefined && canonicalJson(seen) !== canonicalJson(held)) return { problem: 'member_moved' };
  // What is over lends nothing any more.
  const today = dayInVietnam(at.toISOString());
  const lendsHead = (list: readonly { role: Role; to: string }[] | undefined): boolean =>
    (list ?? []).some(({ role, to }) => role === 'head' && to >= today);
  const wasHead = before.roles.includes('head');
  const isHead = roles.includes('head');
  if (!byHead && (wasHead !== isHead || lendsHead(before.deputies) || lendsHead(deputies)))
    return { problem: 'head_only' };
  if (wasHead && !isHead && !(await hasOtherHead(tx, unit, person))) return { problem: 'last_head' };
  const member: Member = {
    ...{ id: person, name: before.name, title: title ?? before.title, roles: [...roles] },
    ...(deputies.length === 0 ? {} : { deputies: [...deputies] }),
  };
  await tx
    .updateTable('membership')
    .set({ title: member.title, roles: JSON.stringify(roles), deputies: JSON.stringify(deputies) })
    .where('unit', '=', unit)
    .where('person', '=', person)
    .execute();
  await writeMemberLine(tx, unit, member, at, by);
  await moveSight(tx, unit, before, member);
  return member;
}

/**
 * Takes deputies off whose last day (in Vietnam) is over from those who hold no role of their own, as the portal's own
 * act: they have left the board, and what it sees is out of their sight from now on.
 */
export async function endDeputies(store: Store, unit: string, at: Date): Promise<void> {
  const today = dayInVietnam(at.toISOString());
  const lent = await store
    .selectFrom('membership')
    .select('person')
    .where('unit', '=', unit)
    .where('roles', '=', '[]')
    .where('deputies', '<>', '[]')
    .execute();
  for (const { person } of lent)
    await store.transaction().execute(async (tx) => {
      await lockFeed(tx, unit);
      const member = await memberOf(tx, unit, person);
      const isOver = member?.roles.length === 0 && (member.deputies ?? []).every(({ to }) => to < today);
      const by = { by: { person: null, device: null }, byHead: true };
      if (isOver) await setMember(tx, unit, { person, roles: [], deputies: [] }, by, at);
    });
}

async function hasOtherHead(tx: Store, unit: string, person: string): Promise<boolean> {
  const others = await tx
    .selectFrom('membership')
    .select('roles')
    .where('unit', '=', unit)
    .where('person', '!=', person)
    .execute();
  return others.some(({ roles }) => (JSON.parse(roles) as string[]).includes('head'));
}
