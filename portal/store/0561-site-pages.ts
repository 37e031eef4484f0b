import type { Kysely } from 'kysely';
import { shownParts } from './shown-parts.ts';

/** What the site's pages of pictures and of files list, counts of how content readers are, and the unit's crest. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('publication_album')
    .addColumn('publication', 'text', (c) => c.primaryKey().references('publication.mutation'))
    .addColumn('pictures', 'integer', (c) => c.notNull())
    .addColumn('media', 'text', (c) => c.notNull())
    .addColumn('focus', 'text')
    .execute();
  await db.schema
    .createTable('publication_file')
    .addColumn('publication', 'text', (c) => c.notNull().references('publication.mutation'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('publication_file_key', ['publication', 'place'])
    .execute();
  await db.schema
    .createTable('rating')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('value', 'integer', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('rating_key', ['unit', 'month', 'value'])
    .execute();
  await db.schema
    .createTable('site_crest')
    .addColumn('unit', 'text', (c) => c.primaryKey().references('unit.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .execute();
  await fill(db);
}

/** Of what is live already. */
async function fill(db: Kysely<unknown>): Promise<void> {
  const store = db.withTables<{
    publication: { mutation: string; revision: string; ended_at: string | null };
    revision: { id: string; canonical: string };
    publication_album: { publication: string; pictures: number; media: string; focus: string | null };
    publication_file: { publication: string; place: number; reference: string; title: string };
  }>();
  const live = await store.selectFrom('publication').select('mutation').where('ended_at', 'is', null).execute();
  for (const { mutation } of live) {
    const { canonical } = await store
      .selectFrom('publication')
      .innerJoin('revision', 'revision.id', 'publication.revision')
      .select('canonical')
      .where('mutation', '=', mutation)
      .executeTakeFirstOrThrow();
    const { album, files } = shownParts(JSON.parse(canonical));
    if (album !== null)
      await store
        .insertInto('publication_album')
        .values({ publication: mutation, ...album })
        .execute();
    const rows = files.map((file, place) => ({ publication: mutation, place, ...file }));
    if (rows.length > 0) await store.insertInto('publication_file').values(rows).execute();
  }
}
