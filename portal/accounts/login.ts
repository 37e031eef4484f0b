import { createHash, randomBytes } from 'node:crypto';
import { ACCOUNT_LIMITS, isRenewalSignedBy, type Pass, type RenewRequest } from '../../shared/sync/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Store } from '../store/index.ts';
import type { Refusal } from './session.ts';

/** Milliseconds from a password to the next one. */
const LOGIN_LENGTH = 90 * 24 * 3_600_000;
const SECRET_BYTES = 32;

/** When a sign-in made now ends, however often it is renewed. */
export function loginEnd(now: Date): string {
  return new Date(now.getTime() + LOGIN_LENGTH).toISOString();
}

/** Milliseconds in which a password that was just given stands for its person. */
const JUST_NOW = 15 * 60_000;

/**
 * Whether the password behind a device's sign-in was given just now. A line that the device has started since says the
 * same: its sign-in ends with the one it was started under.
 */
export async function hasJustSignedIn(store: Store, device: string, now: Date): Promise<boolean> {
  const endsAt = await endOfLogin(store, device);
  return endsAt !== null && endsAt >= loginEnd(new Date(now.getTime() - JUST_NOW));
}

/** Begins a device's sign-in anew: what was given to it before is worth nothing any more. */
export async function openLogin(tx: Store, device: string, now: Date, endsAt: string): Promise<Pass> {
  await endLogins(tx, [device]);
  const renewal = newSecret();
  const opened = { opened_at: now.toISOString(), ends_at: endsAt };
  await tx
    .insertInto('login')
    .values({ device, renewal_hash: hashSecret(renewal), earlier_hash: null, ...opened })
    .execute();
  return givePass(tx, device, renewal, now, endsAt);
}

/** Signs devices out at once. */
export async function endLogins(tx: Store, devices: readonly string[]): Promise<void> {
  if (devices.length === 0) return;
  await tx
    .deleteFrom('session')
    .where('device', 'in', [...devices])
    .execute();
  await tx
    .deleteFrom('login')
    .where('device', 'in', [...devices])
    .execute();
}

/** When the sign-in of a device ends; `null` when it has none. */
export async function endOfLogin(tx: Store, device: string): Promise<string | null> {
  const row = await tx.selectFrom('login').select('ends_at').where('device', '=', device).executeTakeFirst();
  return row?.ends_at ?? null;
}

/**
 * The next pass of a device, for the secret of the last one and a signature of the device's own key. The secret before
 * it is good until the newest was used, for a reply that was lost; an older one, or a copy of one, is not.
 *
 * @returns `signed_out` for everything that does not fit, `device_revoked`.
 */
export async function renewLogin(
  store: Store,
  portal: string,
  { device, renewal, signature }: RenewRequest,
  now: Date,
): Promise<Pass | Refusal> {
  return store.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('device')
      .innerJoin('membership', (join) =>
        join.onRef('membership.unit', '=', 'device.unit').onRef('membership.person', '=', 'device.person'),
      )
      .select(['device.unit', 'device.person', 'device.public_key', 'device.revoked_at'])
      .where('device.id', '=', device)
      .executeTakeFirst();
    if (row === undefined || !isRenewalSignedBy({ portal, device, renewal }, signature, row.public_key))
      return { problem: 'signed_out' };
    if (row.revoked_at !== null) return { problem: 'device_revoked' };
    const [given, next] = [hashSecret(renewal), newSecret()];
    // One statement decides: of two requests at once with one secret, neither undoes the other.
    const renewed = await tx
      .updateTable('login')
      .set({ renewal_hash: hashSecret(next), earlier_hash: given })
      .where('device', '=', device)
      .where('ends_at', '>', now.toISOString())
      .where((eb) => eb.or([eb('renewal_hash', '=', given), eb('earlier_hash', '=', given)]))
      .returning('ends_at')
      .executeTakeFirst();
    if (renewed === undefined) {
      const { unit, person } = row;
      const details = { problem: 'signed_out', address: '' };
      await appendAudit(tx, { unit, person, device, at: now, kind: 'session.refused', subject: person, details });
      return { problem: 'signed_out' };
    }
    return givePass(tx, device, next, now, renewed.ends_at);
  });
}

/** A token beside the secret that was just kept; tokens of this device that are over go. */
async function givePass(tx: Store, device: string, renewal: string, now: Date, endsAt: string): Promise<Pass> {
  const token = newSecret();
  const left = Math.floor((new Date(endsAt).getTime() - now.getTime()) / 1_000);
  const seconds = Math.max(1, Math.min(ACCOUNT_LIMITS.tokenSeconds, left));
  await tx.deleteFrom('session').where('device', '=', device).where('expires_at', '<=', now.toISOString()).execute();
  const until = new Date(now.getTime() + seconds * 1_000).toISOString();
  await tx
    .insertInto('session')
    .values({ token_hash: hashSecret(token), device, created_at: now.toISOString(), expires_at: until })
    .execute();
  return { token, seconds, renewal };
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** How a secret is kept: SHA-256, hex. It has 256 bits of its own, so nothing slower is needed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
