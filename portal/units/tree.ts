import type { ProblemCode, Unit } from '../../shared/sync/index.ts';
import type { Role } from '../../shared/workflow/index.ts';
import { oneTimePassword } from '../accounts/index.ts';
import { addMemberWith } from '../admin/index.ts';
import { type AuditEntry, appendAudit, inAllUnits, startAudit } from '../audit/index.ts';
import { StartError } from '../error.ts';
import type { Contact } from '../site/index.ts';
import type { Store } from '../store/index.ts';
import { hostOf } from './host.ts';

/**
 * What a unit is: Sở, commune (UBND xã, phường, đặc khu), its Phòng Văn hóa – Xã hội, school, centre, and the district
 * office that ended on 1 July 2025 (TT 15/2025/TT-BGDĐT), whose pages go on as history.
 */
export const UNIT_KINDS = ['department', 'commune', 'commune_office', 'school', 'centre', 'district_office'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A unit that comes onto the portal. Its first member gets a one-time password. */
export interface NewUnit {
  readonly unit: Unit;
  readonly kind: UnitKind;
  readonly origin: string;
  readonly parents: readonly string[];
  /** First day (ISO). */
  readonly on: string;
  readonly contact: Contact;
  readonly member: {
    readonly account: string;
    readonly name: string;
    readonly title: string;
    readonly roles: readonly Role[];
  };
}

const OPERATOR = { by: { person: null, device: null }, byHead: true } as const;

/**
 * Adds a unit with its first member, and a log of its own.
 *
 * @throws StartError `unit_taken`, `unit_address_taken`, `unit_parents` (more than two, unknown, or itself), `account_taken`.
 */
export async function addUnit(
  store: Store,
  wanted: NewUnit,
  now: Date,
): Promise<{ account: string; password: string }> {
  const { unit, kind, origin, parents, on, contact, member } = wanted;
  // Slow on purpose, so before anything is locked.
  const first = await oneTimePassword(now);
  return inAllUnits(store, async (tx) => {
    const known = await tx.selectFrom('unit').select(['id', 'place']).execute();
    if (known.some(({ id }) => id === unit.id)) throw new StartError('unit_taken', { unit: unit.id });
    const isKnown = (id: string): boolean => known.some((one) => one.id === id);
    if (new Set(parents).size > 2 || !parents.every(isKnown)) throw new StartError('unit_parents');
    await requireFreeHost(tx, unit.id, origin);
    const place = Math.max(...known.map((one) => one.place)) + 1;
    await tx
      .insertInto('unit')
      .values({ ...unit, ...contact, origin, kind, opened_on: on, closed_on: null, successor: null, place })
      .execute();
    for (const parent of new Set(parents))
      await tx.insertInto('unit_parent').values({ unit: unit.id, parent, from_on: on }).execute();
    await startAudit(tx, now);
    const how = { maker: OPERATOR, first, at: now };
    const added = await addMemberWith(tx, unit.id, { ...member, roles: [...member.roles] }, how);
    if ('problem' in added) throw new StartError(codeOf(added.problem), { account: member.account });
    return { account: added.account, password: added.password };
  });
}

function codeOf(problem: ProblemCode): 'account_taken' {
  if (problem !== 'account_taken') throw new Error(problem);
  return problem;
}

/** Gives a unit another name; the old one is kept with its last day. */
export async function renameUnit(store: Store, unit: string, name: string, on: string, now: Date): Promise<void> {
  await inAllUnits(store, async (tx) => {
    const before = await tx.selectFrom('unit').select('name').where('id', '=', unit).executeTakeFirstOrThrow();
    if (before.name === name) return;
    await tx
      .insertInto('unit_name')
      .values({ unit, until_on: on, name: before.name })
      .onConflict((conflict) => conflict.columns(['unit', 'until_on', 'name']).doNothing())
      .execute();
    await tx.updateTable('unit').set({ name }).where('id', '=', unit).execute();
    await tell(tx, unit, now, { kind: 'unit.renamed', subject: unit, details: { from: before.name, to: name, on } });
  });
}

/** Gives a unit's site another address; the earlier one leads to it. @throws StartError `unit_address_taken`. */
export async function moveUnit(store: Store, unit: string, origin: string, now: Date): Promise<void> {
  await inAllUnits(store, async (tx) => {
    await requireFreeHost(tx, unit, origin);
    const before = await tx.selectFrom('unit').select('origin').where('id', '=', unit).executeTakeFirstOrThrow();
    const [old, next] = [hostOf(before.origin), hostOf(origin)];
    await tx.deleteFrom('unit_address').where('host', '=', next).execute();
    if (old !== '' && old !== next)
      await tx
        .insertInto('unit_address')
        .values({ host: old, unit })
        .onConflict((conflict) => conflict.column('host').doUpdateSet({ unit }))
        .execute();
    await tx.updateTable('unit').set({ origin }).where('id', '=', unit).execute();
    if (before.origin !== origin)
      await tell(tx, unit, now, { kind: 'unit.moved', subject: unit, details: { from: before.origin, to: origin } });
  });
}

/**
 * Closes a unit and hands it over to another: its addresses lead there, its public pages are read there under their old
 * addresses, and its board signs in no more. What it hands over includes what was handed over to it.
 *
 * @throws StartError `unit_merge` when there is nothing to merge: the same unit, or the portal's first one, which others stand on.
 */
export async function mergeUnit(store: Store, unit: string, into: string, on: string, now: Date): Promise<void> {
  await inAllUnits(store, async (tx) => {
    const { place } = await tx.selectFrom('unit').select('place').where('id', '=', unit).executeTakeFirstOrThrow();
    if (unit === into || place === 0) throw new StartError('unit_merge', { unit });
    await tx.updateTable('unit').set({ closed_on: on, successor: into }).where('id', '=', unit).execute();
    await tx.updateTable('unit').set({ successor: into }).where('successor', '=', unit).execute();
    const devices = tx.selectFrom('device').select('id').where('unit', '=', unit);
    await tx.deleteFrom('session').where('device', 'in', devices).execute();
    await tx.deleteFrom('login').where('device', 'in', devices).execute();
    for (const own of [unit, into].sort())
      await tell(tx, own, now, { kind: 'unit.merged', subject: unit, details: { to: into, on } });
  });
}

/** Writes what the operator did to a unit into a log, in the transaction that did it. */
function tell(
  tx: Store,
  unit: string,
  at: Date,
  told: Pick<AuditEntry, 'kind' | 'subject' | 'details'>,
): Promise<void> {
  return appendAudit(tx, { unit, at, person: null, device: null, ...told });
}

/** A line of the tree: a unit with what is known of it. */
export interface UnitLine {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly origin: string;
  readonly parents: readonly string[];
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly successor: string | null;
  readonly formerNames: readonly string[];
}

/** Every unit there is or was. */
export async function unitTree(store: Store): Promise<readonly UnitLine[]> {
  const rows = await store.selectFrom('unit').selectAll().orderBy('place').orderBy('id').execute();
  const parents = await store.selectFrom('unit_parent').selectAll().orderBy('parent').execute();
  const names = await store.selectFrom('unit_name').selectAll().orderBy('until_on').execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, kind: row.kind, origin: row.origin },
    parents: parents.filter(({ unit }) => unit === row.id).map(({ parent }) => parent),
    ...{ openedOn: row.opened_on, closedOn: row.closed_on, successor: row.successor },
    formerNames: names.filter(({ unit }) => unit === row.id).map(({ name }) => name),
  }));
}

async function requireFreeHost(tx: Store, unit: string, origin: string): Promise<void> {
  const host = hostOf(origin);
  const rows = await tx.selectFrom('unit').select(['id', 'origin']).execute();
  const former = await tx.selectFrom('unit_address').selectAll().where('host', '=', host).execute();
  const isTaken =
    rows.some((row) => row.id !== unit && hostOf(row.origin) === host) || former.some((row) => row.unit !== unit);
  if (host === '' || isTaken) throw new StartError('unit_address_taken', { host });
}
