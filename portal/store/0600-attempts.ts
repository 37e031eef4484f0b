import type { Kysely } from 'kysely';

/** Failed sign-ins, counted for all processes of a portal together. `pair` is a keyed hash: who tried, and from where, is not told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attempt')
    .addColumn('pair', 'text', (c) => c.primaryKey())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('attempt_by_since').on('attempt').column('since').execute();
}
