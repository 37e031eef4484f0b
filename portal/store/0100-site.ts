import type { Kysely } from 'kysely';

/** The site's own address, and which posts' pages changed in which order: what the kept pages are brought up to date by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('unit')
    .addColumn('origin', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema
    .alterTable('unit')
    .addColumn('site_version', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('site_change')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('post', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('site_change_pk', ['unit', 'version'])
    .execute();
}
