import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Member, ProblemCode, SignInRequest } from '../../shared/sync/index.ts';
import { ROLES } from '../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import type { Attempts } from './attempts.ts';
import { isPassword } from './password.ts';

/** Milliseconds a sign-in lasts. */
const SESSION_LENGTH = 90 * 24 * 3_600_000;
const TOKEN_BYTES = 32;

/** A signed-in person on a device, as the rest of the portal knows the one who asks. */
export interface Caller {
  readonly unit: string;
  readonly person: string;
  readonly device: string;
}

/** A refusal that the API turns into a problem reply. */
export type Refusal = { readonly problem: ProblemCode };

/**
 * Signs a person in on a device: password checked, device registered or known again, token made. The token is returned
 * once; the store keeps only its hash.
 *
 * @param address where the request came from, for counting failed tries.
 * @returns `too_many_requests`, `wrong_password`, `device_taken` (another person's or another key) or `device_revoked`.
 */
export async function signIn(
  context: { store: Store; attempts: Attempts; now: () => Date },
  request: SignInRequest,
  address: string,
): Promise<{ token: string; caller: Caller } | Refusal> {
  const { store, attempts } = context;
  const name = accountName(request.account);
  if (attempts.isBlocked(name, address)) return { problem: 'too_many_requests' };
  // Counted before the slow check, so that many tries at once are not free.
  attempts.failed(name, address);
  const account = await store.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst();
  const isRight = await isPassword(request.password, account?.password ?? null);
  if (!isRight || account === undefined) return { problem: 'wrong_password' };
  attempts.succeeded(name, address);

  const at = context.now();
  return store.transaction().execute(async (tx) => {
    const { device } = request;
    await tx
      .insertInto('device')
      .values({
        id: device.id,
        unit: account.unit,
        person: account.person,
        public_key: device.publicKey,
        name: device.name,
        registered_at: at.toISOString(),
        revoked_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const known = await tx.selectFrom('device').selectAll().where('id', '=', device.id).executeTakeFirstOrThrow();
    if (known.public_key !== device.publicKey || known.person !== account.person || known.unit !== account.unit)
      return { problem: 'device_taken' };
    if (known.revoked_at !== null) return { problem: 'device_revoked' };
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await tx
      .insertInto('session')
      .values({
        token_hash: hashToken(token),
        device: device.id,
        created_at: at.toISOString(),
        expires_at: new Date(at.getTime() + SESSION_LENGTH).toISOString(),
      })
      .execute();
    return { token, caller: { unit: account.unit, person: account.person, device: device.id } };
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
    .where('session.token_hash', '=', hashToken(token))
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
    .select(['person.id', 'person.name', 'membership.title', 'membership.roles'])
    .where('membership.unit', '=', unit)
    .where('membership.person', '=', person)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, roles: rolesSchema.parse(JSON.parse(row.roles)) };
}

/** An account's name in normal form: how it is kept and looked up. */
export function accountName(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

const rolesSchema = z.array(z.enum(ROLES));

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
