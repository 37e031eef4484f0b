import { newId } from '../../shared/content/index.ts';
import type { AddedMember, AddMemberRequest, Member, ProblemCode } from '../../shared/sync/index.ts';
import { accountName, oneTimePassword } from '../accounts/index.ts';
import type { Acting } from '../audit/index.ts';
import { lockFeed, moveSight, writeMemberLine } from '../feed/index.ts';
import type { Store } from '../store/index.ts';

/**
 * Makes somebody a member, with an account to sign in with. Only a head makes a head.
 *
 * @param byHead whether a head (or the portal's operator) asks.
 * @returns the account with its first password, which is told this once; or why not: `account_taken`, `head_only`.
 */
export async function addMember(
  store: Store,
  unit: string,
  wanted: AddMemberRequest,
  { by, byHead }: { readonly by: Acting; readonly byHead: boolean },
  at: Date,
): Promise<AddedMember | { readonly problem: ProblemCode }> {
  const { name, title, roles } = wanted;
  if (!byHead && roles.includes('head')) return { problem: 'head_only' };
  const account = accountName(wanted.account);
  // Slow on purpose, so before the unit's feed is locked.
  const { password, kept, until } = await oneTimePassword(at);
  return store.transaction().execute(async (tx) => {
    await lockFeed(tx, unit);
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
      .values({ name: account, person: member.id, unit, password: kept, one_time_until: until })
      .execute();
    await writeMemberLine(tx, unit, member, at, by);
    await moveSight(tx, unit, null, member);
    return { person: member.id, account, password };
  });
}
