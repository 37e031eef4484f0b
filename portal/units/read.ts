import { join } from 'node:path';
import type { Unit } from '../../shared/sync/index.ts';
import { StartError } from '../error.ts';
import type { Store } from '../store/index.ts';
import { hostOf } from './host.ts';

/** A unit that this portal serves. */
export interface ServedUnit {
  readonly unit: Unit;
  readonly origin: string;
  /** 0 for the unit the portal was made with. */
  readonly place: number;
  /** Hosts it was reached under before, and those of the units that were merged into it. */
  readonly formerHosts: readonly string[];
}

/** The units that go on, the portal's first one first. */
export async function readUnits(store: Store): Promise<readonly ServedUnit[]> {
  const rows = await store.selectFrom('unit').selectAll().orderBy('place').orderBy('id').execute();
  const addresses = await store.selectFrom('unit_address').selectAll().orderBy('host').execute();
  return rows
    .filter((row) => row.closed_on === null)
    .map(({ id, name, level, origin, place }) => {
      const merged = rows.filter(({ successor }) => successor === id);
      const own = new Set([id, ...merged.map((one) => one.id)]);
      const former = addresses.filter(({ unit }) => own.has(unit)).map(({ host }) => host);
      const hosts = [...former, ...merged.map((one) => hostOf(one.origin))].filter((host) => host !== '');
      return { unit: { id, name, level }, origin, place, formerHosts: hosts.filter((host) => host !== hostOf(origin)) };
    });
}

/**
 * The unit a command is about: the one named, or the only one there is.
 *
 * @throws StartError `unit_unknown`, `unit_needed`.
 */
export function unitNamed(units: readonly ServedUnit[], wanted: string | undefined): ServedUnit {
  if (wanted !== undefined) {
    const found = units.find(({ unit }) => unit.id === wanted);
    if (found === undefined) throw new StartError('unit_unknown', { unit: wanted });
    return found;
  }
  const [only, other] = units;
  if (only === undefined) throw new StartError('unit_unknown', { unit: '' });
  if (other !== undefined) throw new StartError('unit_needed', { units: units.map(({ unit }) => unit.id).join(', ') });
  return only;
}

/** The folder whose `site` holds a unit's kept pages: the portal's own for its first unit, one for each other. */
export function siteFolder(folder: string, { unit, place }: Pick<ServedUnit, 'unit' | 'place'>): string {
  return place === 0 ? folder : join(folder, 'units', unit.id);
}
