import type { Kysely } from 'kysely';

/** How much each member has sent on a day in Vietnam, in bytes: what the daily limits are counted by (design 7). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sent_today')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('text_bytes', 'integer', (c) => c.notNull())
    .addColumn('file_bytes', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('sent_today_key', ['unit', 'person', 'day'])
    .execute();
}
