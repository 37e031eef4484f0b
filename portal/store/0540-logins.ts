import type { Kysely } from 'kysely';

/**
 * Sign-ins that are renewed: an access token lasts an hour, and a device renews it with a secret that is used once.
 * Tokens from before lasted for months and end now: whoever held one signs in again. Passwords told by an administrator
 * are for one sign-in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('login')
    .addColumn('device', 'text', (c) => c.primaryKey().references('device.id'))
    .addColumn('renewal_hash', 'text', (c) => c.notNull())
    .addColumn('earlier_hash', 'text')
    .addColumn('opened_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .execute();
  await (db as Kysely<{ session: object }>).deleteFrom('session').execute();
  await db.schema.createIndex('session_by_device').on('session').column('device').execute();
  await db.schema.alterTable('account').addColumn('one_time_until', 'text').execute();
}
