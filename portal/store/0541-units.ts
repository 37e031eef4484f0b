import { type Kysely, sql } from 'kysely';

/**
 * Several units on one portal, in a dated tree: kind, parents, earlier names and addresses, what became of one that was
 * merged. Pictures are granted and wanted in a unit: until now there was one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  for (const [column, type] of [
    ['kind', 'text'],
    ['opened_on', 'text'],
  ] as const)
    await schema
      .alterTable('unit')
      .addColumn(column, type, (c) => c.notNull().defaultTo(''))
      .execute();
  await schema
    .alterTable('unit')
    .addColumn('place', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  for (const column of ['closed_on', 'successor']) await schema.alterTable('unit').addColumn(column, 'text').execute();
  await schema.createIndex('unit_by_successor').on('unit').column('successor').execute();
  await schema
    .createTable('unit_parent')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('parent', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('from_on', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('unit_parent_key', ['unit', 'parent'])
    .execute();
  await schema
    .createTable('unit_name')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('until_on', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('unit_name_key', ['unit', 'until_on', 'name'])
    .execute();
  await schema
    .createTable('unit_address')
    .addColumn('host', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .execute();

  const first = sql`(select id from unit order by id limit 1)`;
  await schema
    .createTable('media_grant_in_unit')
    .addColumn('media', 'text', (c) => c.notNull().references('media.hash'))
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addPrimaryKeyConstraint('media_grant_in_unit_key', ['media', 'person', 'unit'])
    .execute();
  await sql`insert into media_grant_in_unit (media, person, unit) select media, person, ${first} from media_grant`.execute(
    db,
  );
  await schema.dropTable('media_grant').execute();
  await schema.alterTable('media_grant_in_unit').renameTo('media_grant').execute();
  await schema
    .createTable('wanted_media_in_unit')
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('media', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addPrimaryKeyConstraint('wanted_media_in_unit_key', ['person', 'media', 'unit'])
    .execute();
  await sql`insert into wanted_media_in_unit (person, media, unit) select person, media, ${first} from wanted_media`.execute(
    db,
  );
  await schema.dropTable('wanted_media').execute();
  await schema.alterTable('wanted_media_in_unit').renameTo('wanted_media').execute();
  await schema.createIndex('wanted_media_by_media').on('wanted_media').column('media').execute();
}
