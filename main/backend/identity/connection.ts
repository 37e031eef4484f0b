import { z } from 'zod';
import { memberSchema, portalInfoSchema } from '../../../shared/sync/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';

/** To whom this database belongs: one person, one portal (known by its key), one unit. `token` is `null` when signed out. */
const connectionSchema = z.object({
  address: z.url(),
  portal: portalInfoSchema,
  member: memberSchema,
  token: z.string().nullable(),
});
export type Connection = z.infer<typeof connectionSchema>;

export function readConnection(db: Store): Connection | null {
  return readSetting(db, 'connection', connectionSchema);
}

export function writeConnection(db: Store, connection: Connection): void {
  writeSetting(db, 'connection', connection);
}
