import type { Member, ProblemCode, SetMemberRequest } from '../../shared/sync/index.ts';
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
 * @returns the member, or why not: `not_found`, `head_only`, `last_head`.
 */
export async function setMember(
  tx: Store,
  unit: string,
  { person, title, roles, deputies }: SetMemberRequest,
  { by, byHead }: { readonly by: Acting; readonly byHead: boolean },
  at: Date,
): Promise<Member | { readonly problem: ProblemCode }> {
  await lockFeed(tx, unit);
  const before = await memberOf(tx, unit, person);
  if (before === null) return { problem: 'not_found' };
  const lendsHead = (list: readonly { role: Role }[] | undefined): boolean =>
    (list ?? []).some(({ role }) => role === 'head');
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

async function hasOtherHead(tx: Store, unit: string, person: string): Promise<boolean> {
  const others = await tx
    .selectFrom('membership')
    .select('roles')
    .where('unit', '=', unit)
    .where('person', '!=', person)
    .execute();
  return others.some(({ roles }) => (JSON.parse(roles) as string[]).includes('head'));
}
