import { z } from 'zod';
import type { Member, Pass, ProblemCode, SignInRequest, StartLineRequest } from '../../shared/sync/index.ts';
import { deputySchema, ROLES } from '../../shared/workflow/index.ts';
import { type AuditEntry, appendAudit, lockUnit } from '../audit/index.ts';
import type { Store } from '../store/index.ts';
import type { Attempts } from './attempts.ts';
import { registerDevice } from './device.ts';
import { endOfLogin, hashSecret, loginEnd, openLogin } from './login.ts';
import { isPassword } from './password.ts';
import { choosePassword } from './passwords.ts';

/** A signed-in person on a device, as the rest of the portal knows the one who asks. */
export interface Caller {
  readonly unit: string;
  readonly person: string;
  readonly device: string;
}

/** A refusal that the API turns into a problem reply. */
export type Refusal = { readonly problem: ProblemCode };

/**
 * Signs a person in on a device: password checked, device registered or known again, pass made. Its secrets are returned
 * once; the store keeps only their hashes. A one-time password opens nothing until another one is chosen with it.
 *
 * @param address where the request came from, for counting failed tries.
 * @param under the unit under whose own name it came; an account of another one is not known there.
 * @returns `too_many_requests`, `wrong_password`, `password_to_choose` and what `choosePassword` says, `device_taken`
 * (another person's or another key) or `device_revoked`.
 */
export async function signIn(
  context: { store: Store; attempts: Attempts; now: () => Date },
  request: SignInRequest,
  address: string,
  under: string | null = null,
): Promise<{ pass: Pass; caller: Caller } | Refusal> {
  const { store, attempts } = context;
  const name = accountName(request.account);
  if (!(await attempts.begin(name, address))) return { problem: 'too_many_requests' };
  const account = await store
    .selectFrom('account')
    .selectAll()
    .where('name', '=', name)
    .$if(under !== null, (query) => query.where('unit', '=', under ?? ''))
    .executeTakeFirst();
  const isRight = await isPassword(request.password, account?.password ?? null);
  const at = context.now();
  const isOver = account !== undefined && account.one_time_until !== null && account.one_time_until <= at.toISOString();
  if (!isRight || account === undefined || isOver) {
    const home = account ?? (await store.selectFrom('unit').select('id as unit').orderBy('id').executeTakeFirst());
    const about = { unit: home?.unit ?? '', person: account?.person ?? null, at };
    await store.transaction().execute((tx) => appendAudit(tx, refusedEntry(about, 'wrong_password', address)));
    return { problem: 'wrong_password' };
  }
  await attempts.succeeded(name, address);

  const { unit, person } = account;
  if (await isClosed(store, unit)) return { problem: 'forbidden' };
  if (account.one_time_until !== null) {
    const { newPassword } = request;
    if (newPassword === undefined) return { problem: 'password_to_choose' };
    const by = { unit, person, device: null };
    const refusal = await choosePassword(store, { account, password: request.password, newPassword, by }, at);
    if (refusal !== null) return refusal;
  }
  return store.transaction().execute(async (tx) => {
    const { device } = request;
    const caller = { unit, person, device: device.id };
    const refusal = await registerDevice(tx, caller, device, at);
    if (refusal !== null) {
      await appendAudit(tx, refusedEntry({ unit, person, at }, refusal.problem, address));
      return refusal;
    }
    await appendAudit(tx, { ...caller, at, kind: 'session.opened', subject: person, details: { address } });
    return { pass: await openLogin(tx, device.id, at, loginEnd(at)), caller };
  });
}

/** Whether a unit has been merged into another: its board acts no more. */
async function isClosed(store: Store, unit: string): Promise<boolean> {
  const row = await store.selectFrom('unit').select('closed_on').where('id', '=', unit).executeTakeFirst();
  return row === undefined || row.closed_on !== null;
}

/**
 * A refused sign-in, as the log tells of it. An account's name that nobody has is left out: it is often a password typed
 * into the wrong field.
 */
function refusedEntry(
  about: { unit: string; person: string | null; at: Date },
  problem: ProblemCode,
  address: string,
): AuditEntry {
  return {
    ...about,
    kind: 'session.refused',
    device: null,
    subject: about.person ?? '',
    details: { problem, address },
  };
}

/**
 * Registers a new device line of the caller's person and signs it in, for as long as the caller's own sign-in lasts: a
 * copied folder must not renew itself for ever. Sent again, it only makes another pass. It was started from the line that
 * asks, whatever it says itself: a revocation takes with it every line that its device could make.
 *
 * @returns `device_taken` or `device_revoked` as `signIn`.
 */
export async function startLine(
  store: Store,
  caller: Caller,
  request: StartLineRequest,
  now: Date,
): Promise<Pass | Refusal> {
  return store.transaction().execute(async (tx) => {
    // A revocation takes all lines there are: one that is made at the same time comes before it, or not at all.
    await lockUnit(tx, caller.unit);
    const from = await tx.selectFrom('device').select('revoked_at').where('id', '=', caller.device).executeTakeFirst();
    if (from?.revoked_at !== null) return { problem: 'device_revoked' };
    const line = { ...request, startedFrom: caller.device };
    const refusal = await registerDevice(tx, { ...caller, device: request.id }, line, now);
    if (refusal !== null) return refusal;
    const until = await endOfLogin(tx, caller.device);
    return until === null ? { problem: 'signed_out' } : openLogin(tx, request.id, now, until);
  });
}

/**
 * Who a token belongs to. `signed_out` for an unknown or expired one, and for a person who is not of the board any more:
 * asked at every call, for a sign-in outlives a membership. `device_revoked` for a revoked device.
 */
export async function callerOfToken(store: Store, token: string, now: Date): Promise<Caller | Refusal> {
  const row = await store
    .selectFrom('session')
    .innerJoin('device', 'device.id', 'session.device')
    .innerJoin('membership', (join) =>
      join.onRef('membership.unit', '=', 'device.unit').onRef('membership.person', '=', 'device.person'),
    )
    .select(['session.expires_at', 'device.id', 'device.unit', 'device.person', 'device.revoked_at'])
    .where('session.token_hash', '=', hashSecret(token))
    .executeTakeFirst();
  if (row === undefined || row.expires_at <= now.toISOString()) return { problem: 'signed_out' };
  if (row.revoked_at !== null) return { problem: 'device_revoked' };
  return { unit: row.unit, person: row.person, device: row.id };
}

/** The person as the board of that unit knows them, or `null` when not a member (any more). */
export async function memberOf(store: Store, unit: string, person: string): Promise<Member | null> {
  const row = await store
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name', 'membership.title', 'membership.roles', 'membership.deputies'])
    .where('membership.unit', '=', unit)
    .where('membership.person', '=', person)
    .executeTakeFirst();
  return row === undefined ? null : memberFrom(row);
}

/** An account's name in normal form: how it is kept and looked up. */
export function accountName(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

/** A member as rows tell of them. */
export function memberFrom(row: {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: string;
  readonly deputies: string;
}): Member {
  const { id, name, title } = row;
  const deputies = deputiesSchema.parse(JSON.parse(row.deputies));
  const member = { id, name, title, roles: rolesSchema.parse(JSON.parse(row.roles)) };
  return deputies.length === 0 ? member : { ...member, deputies };
}

const deputiesSchema = z.array(deputySchema);
const rolesSchema = z.array(z.enum(ROLES));
