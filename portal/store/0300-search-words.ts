import { type Kysely, SqliteAdapter, sql } from 'kysely';
import { distinctWords } from './page-words.ts';

/** Where each word is: searches for rare words look here instead of through every page. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('publication_text').addColumn('document', 'integer').execute();
  // Beginnings of words are a range only in the order of their bytes, which is SQLite's own.
  const word = db.getExecutor().adapter instanceof SqliteAdapter ? sql`text` : sql`text collate "C"`;
  await db.schema
    .createTable('search_word')
    .addColumn('word', word, (c) => c.notNull())
    .addColumn('document', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('search_word_key', ['word', 'document'])
    .execute();
  await db.schema
    .createIndex('publication_live_newest')
    .on('publication')
    .columns(['unit', 'first_at', 'mutation'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  const store = db.withTables<{
    publication_text: { publication: string; text: string; folded: string; document: number | null };
    search_word: { word: string; document: number };
  }>();
  const pages = await store.selectFrom('publication_text').select('publication').execute();
  for (const [index, { publication }] of pages.entries()) {
    const document = index + 1;
    const { folded } = await store
      .selectFrom('publication_text')
      .select('folded')
      .where('publication', '=', publication)
      .executeTakeFirstOrThrow();
    await store.updateTable('publication_text').set({ document }).where('publication', '=', publication).execute();
    const rows = distinctWords(folded).map((one) => ({ word: one, document }));
    for (let from = 0; from < rows.length; from += 500)
      await store
        .insertInto('search_word')
        .values(rows.slice(from, from + 500))
        .execute();
  }
  await db.schema
    .createIndex('publication_text_by_document')
    .unique()
    .on('publication_text')
    .column('document')
    .execute();
}
