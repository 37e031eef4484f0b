import type { Kysely } from 'kysely';

/** The recovery key's public half, and the keys the portal had before: their secret halves open what was sealed to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('portal').addColumn('recovery_key', 'text').execute();
  await db.schema
    .createTable('portal_handover')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('former_secret', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .execute();
}
