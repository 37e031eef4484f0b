import { StartError } from '../error.ts';
import type { Store } from '../store/index.ts';

/** Where a portal is: its folder, and its database when that is PostgreSQL. */
export interface Place {
  readonly folder: string;
  readonly database: string | null;
}

/** What was copied. `missing`: pictures (hashes) that the portal knows and whose file is gone or damaged. */
export interface Copied {
  readonly rows: number;
  readonly pictures: number;
  readonly missing: readonly string[];
}

/** @throws StartError `not_initialised` where there is no portal. */
export async function requirePortal(store: Store, folder: string): Promise<void> {
  const portal = await store.selectFrom('portal').select('id').executeTakeFirst();
  if (portal === undefined) throw new StartError('not_initialised', { folder });
}

/** @throws StartError `already_initialised`, `database_occupied` where there is one. */
export async function refuseOccupied(store: Store, { folder, database }: Place): Promise<void> {
  const portal = await store.selectFrom('portal').select('id').executeTakeFirst();
  if (portal === undefined) return;
  throw database === null ? new StartError('already_initialised', { folder }) : new StartError('database_occupied');
}
