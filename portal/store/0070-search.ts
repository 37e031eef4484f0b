import type { Kysely } from 'kysely';
import { foldedWords, textOf } from './page-words.ts';

/** The words of each page that was ever public, for the search of the site. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('publication_text')
    .addColumn('publication', 'text', (c) => c.primaryKey().references('publication.mutation'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('folded', 'text', (c) => c.notNull())
    .execute();
  const store = db.withTables<{
    publication: { mutation: string; approval: string };
    approval: { mutation: string; html: string };
    publication_text: { publication: string; text: string; folded: string };
  }>();
  const pages = await store.selectFrom('publication').select(['mutation', 'approval']).execute();
  for (const { mutation: publication, approval } of pages) {
    const { html } = await store
      .selectFrom('approval')
      .select('html')
      .where('mutation', '=', approval)
      .executeTakeFirstOrThrow();
    const text = textOf(html);
    await store
      .insertInto('publication_text')
      .values({ publication, text, folded: foldedWords(text) })
      .execute();
  }
}
