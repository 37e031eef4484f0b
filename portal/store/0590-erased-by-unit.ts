import type { Kysely } from 'kysely';

/** What was erased is each unit's own: another may hold the same file, and go on with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('erased').renameTo('erased_before').execute();
  await db.schema
    .createTable('erased')
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('erased_key', ['hash', 'unit'])
    .execute();
  const store = db.withTables<Readonly<Record<'erased' | 'erased_before', Row>>>();
  const columns = ['hash', 'unit', 'what', 'words'] as const;
  await store
    .insertInto('erased')
    .columns([...columns])
    .expression(store.selectFrom('erased_before').select([...columns]))
    .execute();
  await db.schema.dropTable('erased_before').execute();
}

interface Row {
  hash: string;
  unit: string;
  what: string;
  words: string;
}
