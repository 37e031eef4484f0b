import type { ProblemCode, ResetPasswordReply } from '../../shared/sync/index.ts';
import { endLoginsOf, memberOf, oneTimePassword } from '../accounts/index.ts';
import { type Acting, appendAudit } from '../audit/index.ts';
import type { Store } from '../store/index.ts';

/**
 * Gives a member who cannot sign in a new one-time password, and signs all their devices out. Only a head does so for a
 * head: whoever resets a password could sign in with it.
 *
 * @param byHead whether a head (or the portal's operator) asks.
 * @returns the account with its password, which is told this once; or why not: `not_found`, `head_only`.
 */
export async function resetPassword(
  store: Store,
  unit: string,
  person: string,
  { by, byHead }: { readonly by: Acting; readonly byHead: boolean },
  at: Date,
): Promise<ResetPasswordReply | { readonly problem: ProblemCode }> {
  const { password, kept, until } = await oneTimePassword(at);
  return store.transaction().execute(async (tx) => {
    const member = await memberOf(tx, unit, person);
    if (member === null) return { problem: 'not_found' };
    const heads = [...member.roles, ...(member.deputies ?? []).map(({ role }) => role)];
    if (!byHead && heads.includes('head')) return { problem: 'head_only' };
    const set = await tx
      .updateTable('account')
      .set({ password: kept, one_time_until: until })
      .where('unit', '=', unit)
      .where('person', '=', person)
      .returning('name')
      .executeTakeFirst();
    if (set === undefined) return { problem: 'not_found' };
    await endLoginsOf(tx, { unit, person }, null);
    const acting = { unit, person: by.person, device: by.device, at };
    await appendAudit(tx, { ...acting, kind: 'password.reset', subject: person, details: { account: set.name } });
    return { account: set.name, password };
  });
}
