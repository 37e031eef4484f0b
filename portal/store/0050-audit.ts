import type { Kysely } from 'kysely';

/** The audit log: a line that was written is never changed or removed. `line` is its canonical JSON. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('audit')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('link', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('audit_key', ['unit', 'number'])
    .execute();
}
