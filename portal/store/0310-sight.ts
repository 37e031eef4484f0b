import type { Kysely } from 'kysely';

/** What was erased, and who no longer sees which post. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('erased')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('hidden_post')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('post', 'text', (c) => c.notNull())
    .addColumn('shown_from', 'integer')
    .addPrimaryKeyConstraint('hidden_post_key', ['person', 'post', 'unit'])
    .execute();
}
