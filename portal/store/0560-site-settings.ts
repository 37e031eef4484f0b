import type { Kysely } from 'kysely';

/** What a unit decides of its public site: one row, the newest; the audit log names each by the hash of its words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('site_settings')
    .addColumn('unit', 'text', (c) => c.primaryKey().references('unit.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .execute();
}
