import { randomInt } from 'node:crypto';
import { judgePassword } from '../../shared/rules/index.ts';
import type { ChangePasswordRequest } from '../../shared/sync/index.ts';
import { type Acting, appendAudit } from '../audit/index.ts';
import type { Store } from '../store/index.ts';
import type { Attempts } from './attempts.ts';
import { endLogins } from './login.ts';
import { hashPassword, isPassword } from './password.ts';
import type { Caller, Refusal } from './session.ts';

/** Letters and digits that nobody takes for one another on paper. */
const SIGNS = 'abcdefghkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const SIGNS_A_GROUP = 4;
/** Milliseconds within which a one-time password must be used: two weeks, for who comes in one day a week. */
const ONE_TIME_LENGTH = 14 * 24 * 3_600_000;

/**
 * A password to be told by word of mouth or on paper, for one sign-in: 16 signs of 30, some 78 bits.
 *
 * @returns the password, how it is kept, and until when it is good. The work is slow on purpose: outside of transactions.
 */
export async function oneTimePassword(now: Date): Promise<{ password: string; kept: string; until: string }> {
  const group = (): string =>
    Array.from({ length: SIGNS_A_GROUP }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  const password = Array.from({ length: GROUPS }, group).join('-');
  const until = new Date(now.getTime() + ONE_TIME_LENGTH).toISOString();
  return { password, kept: await hashPassword(password), until };
}

/** An account whose right password was just given. */
interface Opened {
  readonly name: string;
  readonly person: string;
  readonly unit: string;
  /** As it is kept: it must still be so when the new one takes its place. */
  readonly password: string;
}

/**
 * Puts a password that its owner chose in place of another.
 *
 * @returns `password_short`, `password_common`, `password_same`; `wrong_password` when another one was set meanwhile.
 */
export async function choosePassword(
  store: Store,
  wanted: { account: Opened; password: string; newPassword: string; by: Acting & { unit: string } },
  now: Date,
): Promise<Refusal | null> {
  const { account, password, newPassword, by } = wanted;
  if (newPassword.normalize('NFC') === password.normalize('NFC')) return { problem: 'password_same' };
  const fault = judgePassword(newPassword, await namesAbout(store, account));
  if (fault !== null) return { problem: fault };
  const kept = await hashPassword(newPassword);
  return store.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('account')
      .set({ password: kept, one_time_until: null })
      .where('name', '=', account.name)
      .where('password', '=', account.password)
      .returning('name')
      .executeTakeFirst();
    if (changed === undefined) return { problem: 'wrong_password' };
    const { unit, person, device } = by;
    const about = { subject: account.person, details: { account: account.name } };
    await appendAudit(tx, { unit, person, device, at: now, kind: 'password.changed', ...about });
    await endLoginsOf(tx, { unit, person: account.person }, device);
    return null;
  });
}

/**
 * Changes the caller's own password, and signs out all their other devices.
 *
 * @param address where the request came from: who guesses at the old one here is stopped as at the sign-in.
 * @returns `too_many_requests`, `wrong_password` and what {@link choosePassword} says.
 */
export async function changePassword(
  { store, attempts, now }: { store: Store; attempts: Attempts; now: Date },
  caller: Caller,
  { password, newPassword }: ChangePasswordRequest,
  address: string,
): Promise<Refusal | null> {
  const account = await provePassword({ store, attempts }, caller, password, address);
  if ('problem' in account) return account;
  return choosePassword(store, { account, password, newPassword, by: caller }, now);
}

/**
 * The caller's account, for its right password: who is signed in may have left the computer.
 *
 * @returns `too_many_requests` or `wrong_password`, counted as at the sign-in.
 */
export async function provePassword(
  { store, attempts }: { readonly store: Store; readonly attempts: Attempts },
  caller: Caller,
  password: string,
  address: string,
): Promise<Opened | Refusal> {
  const account = await store
    .selectFrom('account')
    .selectAll()
    .where('person', '=', caller.person)
    .where('unit', '=', caller.unit)
    .executeTakeFirst();
  if (account === undefined) return { problem: 'forbidden' };
  if (!(await attempts.begin(account.name, address))) return { problem: 'too_many_requests' };
  if (!(await isPassword(password, account.password))) return { problem: 'wrong_password' };
  await attempts.succeeded(account.name, address);
  return account;
}

/** Signs a person out on every device but one. */
export async function endLoginsOf(
  tx: Store,
  { unit, person }: { readonly unit: string; readonly person: string },
  but: string | null,
): Promise<void> {
  const devices = await tx
    .selectFrom('device')
    .select('id')
    .where('unit', '=', unit)
    .where('person', '=', person)
    .execute();
  await endLogins(
    tx,
    devices.map(({ id }) => id).filter((id) => id !== but),
  );
}

async function namesAbout(store: Store, { name, person, unit }: Opened): Promise<string[]> {
  const one = await store.selectFrom('person').select('name').where('id', '=', person).executeTakeFirst();
  const home = await store.selectFrom('unit').select('name').where('id', '=', unit).executeTakeFirst();
  return [name, one?.name ?? '', home?.name ?? '', unit];
}
