import { canonicalJson } from '../../shared/content/index.ts';
import { memberFrom } from '../accounts/index.ts';
import type { Store } from '../store/index.ts';
import type { Finding } from './finding.ts';
import type { Registry } from './registry.ts';

/** Members, devices and keys as they are stored, against what the log says of them. */
export async function checkPeople(store: Store, unit: string, registry: Registry): Promise<Finding[]> {
  return [
    ...(await checkMembers(store, unit, registry)),
    ...(await checkDevices(store, unit, registry)),
    ...(await checkKeys(store, unit, registry)),
  ];
}

async function checkMembers(store: Store, unit: string, { members }: Registry): Promise<Finding[]> {
  const rows = await store
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name', 'membership.title', 'membership.roles', 'membership.deputies'])
    .where('membership.unit', '=', unit)
    .execute();
  return compare('membership', rows, members, (row, line) => {
    const { id: _, ...member } = memberFrom(row);
    return isSame(line.details, member);
  });
}

async function checkDevices(store: Store, unit: string, { devices }: Registry): Promise<Finding[]> {
  const rows = await store.selectFrom('device').selectAll().where('unit', '=', unit).execute();
  return compare('device', rows, devices, (row, line) => {
    const { person, public_key: publicKey, name, revoked_at: revoked, started_from: startedFrom } = row;
    return (
      line.person === person &&
      isSame(line.details, { publicKey, name, startedFrom }) &&
      (revoked === null) === (line.endedAt === null)
    );
  });
}

async function checkKeys(store: Store, unit: string, { keys }: Registry): Promise<Finding[]> {
  const rows = await store
    .selectFrom('approval_key')
    .innerJoin('device', 'device.id', 'approval_key.device')
    .selectAll('approval_key')
    .where('device.unit', '=', unit)
    .execute();
  return compare('approval_key', rows, keys, (row, line) => {
    const { person, device, public_key: publicKey, ended_at: ended } = row;
    return (
      line.person === person &&
      line.device === device &&
      line.publicKey === publicKey &&
      (ended === null) === (line.endedAt === null)
    );
  });
}

/** Rows without a line, lines without a row, and rows that say something else than their line. */
function compare<Row extends { readonly id: string }, Line>(
  what: string,
  rows: readonly Row[],
  lines: ReadonlyMap<string, Line>,
  isAsLogged: (row: Row, line: Line) => boolean,
): Finding[] {
  const stored = new Set(rows.map(({ id }) => id));
  const missing = [...lines.keys()].filter((id) => !stored.has(id));
  return [
    ...rows.flatMap((row): Finding[] => {
      const line = lines.get(row.id);
      if (line === undefined) return [{ kind: 'unlogged', what, id: row.id }];
      return isAsLogged(row, line) ? [] : [{ kind: 'row_changed', what, id: row.id }];
    }),
    ...missing.map((id): Finding => ({ kind: 'row_missing', what, id })),
  ];
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
