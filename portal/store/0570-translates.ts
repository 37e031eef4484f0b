import type { Kysely } from 'kysely';

/** The post that a published post translates, as its revision says; `null` for one that translates none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('publication').addColumn('translates', 'text').execute();
  await db.schema.createIndex('publication_translates').on('publication').columns(['unit', 'translates']).execute();
}
