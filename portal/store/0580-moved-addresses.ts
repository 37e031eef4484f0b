import type { Kysely } from 'kysely';

/** Addresses of the site that was there before, and where each leads now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('moved_address')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('moved_address_key', ['unit', 'address'])
    .execute();
}
