import { type AdminDevice, type PageRequest, pageOf } from '../../shared/sync/index.ts';
import { type Acting, appendAudit, deviceRevokedEntry, keyEndedEntry } from '../audit/index.ts';
import { lockFeed } from '../feed/index.ts';
import type { Store } from '../store/index.ts';
import { type Context, hold, holdWaiting, knownPost, newestSubmission } from '../workflow/index.ts';

/** A page of the unit's devices, by id. */
export async function listDevices(
  store: Store,
  unit: string,
  { after = '', limit }: PageRequest,
): Promise<{ devices: AdminDevice[]; next: string | null }> {
  const rows = await store
    .selectFrom('device')
    .innerJoin('person', 'person.id', 'device.person')
    .select(['device.id', 'device.name', 'device.person', 'person.name as owner'])
    .select(['device.registered_at', 'device.revoked_at', 'device.started_from'])
    .where('device.unit', '=', unit)
    .where('device.id', '>', after)
    .orderBy('device.id')
    .limit(limit + 1)
    .execute();
  const { page, next } = pageOf(rows, limit, ({ id }) => id);
  const devices = page.map((row) => ({
    ...{ id: row.id, name: row.name, person: row.person, personName: row.owner },
    ...{ registeredAt: row.registered_at, revokedAt: row.revoked_at, startedFrom: row.started_from },
  }));
  return { devices, next };
}

/** What a revocation came to. */
export interface Revoked {
  /** The device and every line started from it that was not revoked yet. */
  readonly devices: readonly string[];
  /** Approvals given on them after the point named. */
  readonly flagged: readonly string[];
}

/**
 * Revokes a device with all lines started from it: nothing from them acts any more, whoever carries it (design 5), and
 * their approval keys end. `since` names a moment from which on they are not trusted: approvals received after it are
 * flagged: what waits for its time goes back to the head, what is public is looked at by a second person.
 *
 * @returns `null` when the unit has no such device.
 */
export async function revokeDevice(
  tx: Store,
  { identity }: Pick<Context, 'identity'>,
  unit: string,
  wanted: { readonly device: string; readonly since: string | null; readonly reason: string },
  by: Acting,
  at: Date,
): Promise<Revoked | null> {
  await lockFeed(tx, unit);
  const lines = await linesFrom(tx, unit, wanted.device);
  if (lines.length === 0) return null;
  // As moments are kept here: one told without its milliseconds would come after all of its second.
  const since = wanted.since === null ? null : new Date(wanted.since).toISOString();
  const from = since === null ? null : await pointBefore(tx, unit, since);
  const flagged = since === null ? [] : await approvalsAfter(tx, unit, lines, since);
  const revoked: string[] = [];
  for (const device of lines) {
    const changed = await tx
      .updateTable('device')
      .set({ revoked_at: at.toISOString() })
      .where('id', '=', device)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (changed === undefined) continue;
    revoked.push(device);
    const about = { from, reason: wanted.reason, startedFrom: device === wanted.device ? null : wanted.device };
    await appendAudit(tx, deviceRevokedEntry(unit, device, about, by, at));
    const keys = await tx
      .updateTable('approval_key')
      .set({ ended_at: at.toISOString() })
      .where('device', '=', device)
      .where('ended_at', 'is', null)
      .returning(['id', 'person'])
      .execute();
    for (const { id, person } of keys) await appendAudit(tx, keyEndedEntry(unit, { id, person, device }, at));
  }
  for (const approval of flagged) await flag(tx, identity, unit, approval, at);
  return { devices: revoked, flagged: flagged.map(({ mutation }) => mutation) };
}

/** The device and the lines started from it, one after the other; none when the unit has no such device. */
async function linesFrom(tx: Store, unit: string, device: string): Promise<string[]> {
  const all = await tx.selectFrom('device').select(['id', 'started_from']).where('unit', '=', unit).execute();
  const lines = all.some(({ id }) => id === device) ? [device] : [];
  for (const line of lines)
    for (const { id, started_from: from } of all) if (from === line && !lines.includes(id)) lines.push(id);
  return lines;
}

/** The number of the log's last line up to that moment: the point that a revocation names. */
async function pointBefore(tx: Store, unit: string, since: string): Promise<number> {
  const rows = await tx
    .selectFrom('audit')
    .select(['number', 'line'])
    .where('unit', '=', unit)
    .orderBy('number', 'desc')
    .execute();
  const found = rows.find(({ line }) => (JSON.parse(line) as { at: string }).at <= since);
  return found?.number ?? 0;
}

interface Approval {
  readonly mutation: string;
  readonly post: string;
  readonly revision: string;
  readonly person: string;
}

async function approvalsAfter(tx: Store, unit: string, lines: readonly string[], since: string): Promise<Approval[]> {
  return tx
    .selectFrom('approval')
    .innerJoin('mutation', 'mutation.id', 'approval.mutation')
    .select(['approval.mutation', 'approval.post', 'approval.revision', 'approval.person'])
    .where('approval.unit', '=', unit)
    .where('mutation.device', 'in', [...lines])
    .where('approval.approved_at', '>', since)
    .orderBy('mutation.number')
    .execute();
}

/** Tells the board of an approval that is not trusted any more, as long as something follows from it. */
async function flag(
  tx: Store,
  identity: Context['identity'],
  unit: string,
  { mutation, post, revision, person }: Approval,
  at: Date,
): Promise<void> {
  const { status } = await knownPost(tx, post);
  if (status.approval?.mutation === mutation)
    return holdWaiting(tx, identity, { unit, post, status }, 'approval_flagged', at);
  const live = await tx
    .selectFrom('publication')
    .select('mutation')
    .where('approval', '=', mutation)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (live === undefined) return;
  const contributors = (await newestSubmission(tx, post, revision))?.contributors ?? [];
  const held = { unit, post, approval: mutation, revision, person, contributors };
  await hold(tx, identity, held, 'approval_flagged', at);
}
