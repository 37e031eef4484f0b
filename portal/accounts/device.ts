import type { NameDeviceRequest, StartLineRequest } from '../../shared/sync/index.ts';
import { appendAudit, deviceEntry, lockUnit } from '../audit/index.ts';
import type { Store } from '../store/index.ts';
import type { Caller, Refusal } from './session.ts';

/**
 * Registers a device of a person, or knows it again.
 *
 * @returns `device_taken` (another person's or another key), `device_revoked`, or `null`.
 */
export async function registerDevice(
  tx: Store,
  { unit, person }: Caller,
  device: StartLineRequest,
  now: Date,
): Promise<Refusal | null> {
  const from = await tx
    .selectFrom('device')
    .select(['id', 'name'])
    .where('id', '=', device.startedFrom ?? '')
    .where('unit', '=', unit)
    .where('person', '=', person)
    // What a revoked device made is set aside for its person: a new line does not bring it in.
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const row = {
    ...{ id: device.id, unit, person, public_key: device.publicKey },
    // A new line is called what its computer is called by now.
    name: from?.name ?? device.name,
    started_from: from?.id ?? null,
  };
  const added = await tx
    .insertInto('device')
    .values({ ...row, registered_at: now.toISOString(), revoked_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added !== undefined) await appendAudit(tx, deviceEntry(row, now));
  const known = await tx.selectFrom('device').selectAll().where('id', '=', device.id).executeTakeFirstOrThrow();
  if (known.public_key !== device.publicKey || known.person !== person || known.unit !== unit)
    return { problem: 'device_taken' };
  return known.revoked_at === null ? null : { problem: 'device_revoked' };
}

/**
 * Calls a device what its owner says, and writes down what it was called before: what was done on it earlier is shown
 * under the new name from then on, and the log tells since when.
 *
 * @returns `false` when the caller has no such device, or it was revoked.
 */
export async function nameDevice(
  tx: Store,
  { unit, person, device: by }: Caller,
  { device, name }: NameDeviceRequest,
  at: Date,
): Promise<boolean> {
  await lockUnit(tx, unit);
  const known = await tx
    .selectFrom('device')
    .select('name')
    .where('id', '=', device)
    .where('unit', '=', unit)
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (known === undefined) return false;
  if (known.name === name) return true;
  await tx.updateTable('device').set({ name }).where('id', '=', device).execute();
  const details = { from: known.name, to: name };
  await appendAudit(tx, { unit, at, kind: 'device.named', person, device: by, subject: device, details });
  return true;
}

/** A device and the lines it was started from, nearest first: what was made under any of them counts as its own. */
export async function linesOf(store: Store, device: string): Promise<string[]> {
  const lines: string[] = [];
  for (let at: string | null = device; at !== null && !lines.includes(at); ) {
    lines.push(at);
    const row: { started_from: string | null } | undefined = await store
      .selectFrom('device')
      .select('started_from')
      .where('id', '=', at)
      .executeTakeFirst();
    at = row?.started_from ?? null;
  }
  return lines;
}
