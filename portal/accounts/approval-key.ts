import type { RegisterKeyRequest } from '../../shared/sync/index.ts';
import { appendAudit, keyEndedEntry, keyEntry, lockUnit } from '../audit/index.ts';
import type { Store } from '../store/index.ts';
import type { Attempts } from './attempts.ts';
import { linesOf } from './device.ts';
import { hasJustSignedIn } from './login.ts';
import { provePassword } from './passwords.ts';
import type { Caller, Refusal } from './session.ts';

/**
 * Registers the public half of a person's approval key on the signed-in device. An earlier key of that person on that
 * device ends now: what it sealed before stays valid. Sending the same key again changes nothing.
 *
 * The person's password stands behind it: given at a sign-in of just now, or with the request. Else whoever sits down at
 * a computer that its person left signed in throws the old key away with ten wrong PINs and decides with one of their own.
 *
 * @param address where the request came from, as for `changePassword`.
 * @returns `password_needed`, `wrong_password`, `too_many_requests`; `forbidden` when the id already names another key, or
 * a key that has ended.
 */
export async function registerApprovalKey(
  { store, attempts, now }: { readonly store: Store; readonly attempts: Attempts; readonly now: Date },
  caller: Caller,
  request: RegisterKeyRequest,
  address: string,
): Promise<Refusal | null> {
  const { password } = request;
  if (!(await hasJustSignedIn(store, caller.device, now))) {
    if (password === undefined) return { problem: 'password_needed' };
    const account = await provePassword({ store, attempts }, caller, password, address);
    if ('problem' in account) return account;
  }
  return store.transaction().execute(async (tx) => {
    // One after the other: of two at once, the earlier one ends.
    await lockUnit(tx, caller.unit);
    const known = await tx.selectFrom('approval_key').selectAll().where('id', '=', request.id).executeTakeFirst();
    if (known !== undefined) {
      const isSame =
        known.person === caller.person && known.device === caller.device && known.public_key === request.publicKey;
      return isSame && known.ended_at === null ? null : { problem: 'forbidden' };
    }
    const { unit, person, device } = caller;
    const ended = await tx
      .updateTable('approval_key')
      .set({ ended_at: now.toISOString() })
      .where('person', '=', person)
      .where('device', '=', device)
      .where('ended_at', 'is', null)
      .returning('id')
      .execute();
    for (const { id } of ended) await appendAudit(tx, keyEndedEntry(unit, { id, person, device }, now));
    const key = { id: request.id, person, device, public_key: request.publicKey };
    await tx
      .insertInto('approval_key')
      .values({ ...key, registered_at: now.toISOString(), ended_at: null })
      .execute();
    await appendAudit(tx, keyEntry(unit, key, now));
    return null;
  });
}

/** The public key (hex) under that id, if it is that person's on that device (or a line it comes from) and has not ended. */
export async function currentApprovalKey(
  store: Store,
  key: { id: string; person: string; device: string },
): Promise<string | null> {
  const row = await store
    .selectFrom('approval_key')
    .select('public_key')
    .where('id', '=', key.id)
    .where('person', '=', key.person)
    .where('device', 'in', await linesOf(store, key.device))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.public_key ?? null;
}
