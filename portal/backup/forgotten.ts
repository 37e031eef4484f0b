import type { Store } from '../store/index.ts';
import type { Before } from './before.ts';

/** What came onto the portal after its backup and is not carried over, each as a line to be read. */
export interface Forgotten {
  readonly units: readonly string[];
  /** Units that were merged into another one: they are units of their own again. */
  readonly mergers: readonly string[];
  readonly people: readonly string[];
  readonly devices: readonly string[];
}

/**
 * Names the units, mergers, people and devices that the portal before knew and the restored one does not. Asked after
 * everything else was carried over: devices that were revoked are known by then. A part that could not be read is empty.
 */
export async function forgottenIn(store: Store, before: Before): Promise<Forgotten> {
  const units = await store.selectFrom('unit').select(['id', 'successor']).execute();
  const people = await idsOf(store, 'person');
  const devices = await idsOf(store, 'device');
  const nameOf = (person: string): string => before.people?.find(({ id }) => id === person)?.name ?? person;
  const accountOf = (person: string): string => {
    const account = before.accounts?.find((one) => one.person === person);
    return account === undefined ? '' : ` (${account.name}, ${account.unit})`;
  };
  return {
    units: (before.units ?? [])
      .filter(({ id }) => !units.some((one) => one.id === id))
      .map(({ id, name }) => `${id} · ${name}`),
    mergers: (before.units ?? [])
      .filter(({ id, successor }) => successor !== null && units.some((one) => one.id === id && one.successor === null))
      .map(({ id, successor }) => `${id} > ${successor}`),
    people: (before.people ?? []).filter(({ id }) => !people.has(id)).map(({ id, name }) => `${name}${accountOf(id)}`),
    devices: (before.devices ?? [])
      .filter(({ id, revoked_at: revokedAt }) => !devices.has(id) && revokedAt === null)
      .map(({ name, person }) => `${name} · ${nameOf(person)}`),
  };
}

async function idsOf(store: Store, table: 'person' | 'device'): Promise<Set<string>> {
  const rows = await store.selectFrom(table).select('id').execute();
  return new Set(rows.map(({ id }) => id));
}
