import { z } from 'zod';
import { memberSchema, portalInfoSchema, publicKeySchema } from '../../../shared/sync/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';

/** What brings the next token: the secret, and the key of the device line it was given to, which a copy has left behind. */
const renewalSchema = z.object({
  device: z.uuid(),
  secretKey: publicKeySchema,
  secret: z.string(),
  /** From this time on, by this computer's clock, the token is renewed before it is used. */
  from: z.iso.datetime(),
});

/** To whom this database belongs: one person, one portal (known by its key), one unit. `token` is `null` when signed out. */
const connectionSchema = z.object({
  address: z.url(),
  portal: portalInfoSchema,
  member: memberSchema,
  token: z.string().nullable(),
  renewal: renewalSchema.nullable().default(null),
});
export type Connection = z.infer<typeof connectionSchema>;

export function readConnection(db: Store): Connection | null {
  return readSetting(db, 'connection', connectionSchema);
}

export function writeConnection(db: Store, connection: Connection): void {
  writeSetting(db, 'connection', connection);
}
