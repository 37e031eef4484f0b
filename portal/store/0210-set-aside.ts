import type { Kysely } from 'kysely';

/** Text that came from a revoked device, laid before its person (design 5). */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('set_aside')
    .addColumn('revision', 'text', (c) => c.primaryKey().references('revision.id'))
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('post', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .execute();
}
