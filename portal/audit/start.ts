import { z } from 'zod';
import { ROLES } from '../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import { appendAudit, lockUnit, newest } from './append.ts';
import { deviceEntry, keyEndedEntry, keyEntry, memberEntry, mutationEntry } from './entries.ts';

/**
 * Starts the log of each unit that has none yet: of a portal from before there was one, what is stored becomes its
 * first lines, in the order it came. From there on nothing is written without its line. Call it in a transaction.
 */
export async function startAudit(tx: Store, now: Date): Promise<void> {
  for (const { id: unit } of await tx.selectFrom('unit').select('id').orderBy('id').execute()) {
    await lockUnit(tx, unit);
    if ((await newest(tx, unit)) !== undefined) continue;
    const started = { unit, at: now, kind: 'log.started', person: null, device: null, subject: unit } as const;
    await appendAudit(tx, { ...started, details: {} });
    await carryOverPeople(tx, unit, now);
    const rows = await tx
      .selectFrom('mutation')
      .selectAll()
      .where('unit', '=', unit)
      .orderBy('received_at')
      .orderBy('number')
      .execute();
    for (const row of rows) await appendAudit(tx, mutationEntry(row, new Date(row.received_at)));
  }
}

async function carryOverPeople(tx: Store, unit: string, now: Date): Promise<void> {
  const members = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name', 'membership.title', 'membership.roles'])
    .where('membership.unit', '=', unit)
    .execute();
  for (const member of members)
    await appendAudit(tx, memberEntry(unit, { ...member, roles: rolesSchema.parse(JSON.parse(member.roles)) }, now));
  const devices = await tx.selectFrom('device').selectAll().where('unit', '=', unit).execute();
  for (const device of devices) {
    await appendAudit(tx, deviceEntry(device, new Date(device.registered_at)));
    const keys = await tx
      .selectFrom('approval_key')
      .selectAll()
      .where('device', '=', device.id)
      .orderBy('registered_at')
      .execute();
    for (const key of keys) {
      await appendAudit(tx, keyEntry(unit, key, new Date(key.registered_at)));
      if (key.ended_at !== null) await appendAudit(tx, keyEndedEntry(unit, key, new Date(key.ended_at)));
    }
    if (device.revoked_at !== null)
      await appendAudit(tx, {
        ...{ unit, at: new Date(device.revoked_at), kind: 'device.revoked', person: null, device: null },
        ...{ subject: device.id, details: { carriedOver: true } },
      });
  }
}

const rolesSchema = z.array(z.enum(ROLES));
