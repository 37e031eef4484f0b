import { newId } from '../../shared/content/index.ts';
import type { AddedMember, AddMemberRequest, Member, ProblemCode } from '../../shared/sync/index.ts';
import { accountName, oneTimePassword } from '../accounts/index.ts';
import type { Acting } from '../audit/index.ts';
import { lockFeed, moveSight, writeMemberLine } from '../feed/index.ts';
import { lockPortal, type Store } from '../store/index.ts';

/** Who makes a member. `byHead`: whether a head (or the portal's operator) does. */
export interface MemberMaker {
  readonly by: Acting;
  readonly byHead: boolean;
}

/**
 * Makes somebody a member, with an account to sign in with. Only a head makes a head.
 *
 * @returns the account with its first password, which is told this once; or why not: `account_taken`, `head_only`.
 */
export async function addMember(
  store: Store,
  unit: string,
  wanted: AddMemberRequest,
  maker: MemberMaker,
  at: Date,
): Promise<AddedMember | { readonly problem: ProblemCode }> {
  // Slow on purpose, so before anything is locked.
  const first = await oneTimePassword(at);
  return store.transaction().execute((tx) => addMemberWith(tx, unit, wanted, { maker, first, at }));
}

/** What {@link addMember} does, in the transaction of what it is a part of. */
export async function addMemberWith(
  tx: Store,
  unit: string,
  wanted: AddMemberRequest,
  how: { readonly maker: MemberMaker; readonly first: Awaited<ReturnType<typeof oneTimePassword>>; readonly at: Date },
): Promise<AddedMember | { readonly problem: ProblemCode }> {
  const { name, title, roles } = wanted;
  const { maker, first, at } = how;
  if (!maker.byHead && roles.includes('head')) return { problem: 'head_only' };
  await lockFeed(tx, unit);
  const account = accountName(wanted.account);
  // A name is one for all units: of two that take it at once, the second sees it taken.
  await lockPortal(tx);
  const taken = await tx.selectFrom('account').select('name').where('name', '=', account).executeTakeFirst();
  if (taken !== undefined) return { problem: 'account_taken' };
  const member: Member = { id: newId(), name: name.normalize('NFC'), title, roles: [...roles] };
  await tx.insertInto('person').values({ id: member.id, name: member.name }).execute();
  await tx
    .insertInto('membership')
    .values({ unit, person: member.id, title, roles: JSON.stringify(roles) })
    .execute();
  await tx
    .insertInto('account')
    .values({ name: account, person: member.id, unit, password: first.kept, one_time_until: first.until })
    .execute();
  await writeMemberLine(tx, unit, member, at, maker.by);
  await moveSight(tx, unit, null, member);
  return { person: member.id, account, password: first.password };
}
