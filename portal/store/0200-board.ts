import type { Kysely } from 'kysely';

/**
 * The unit's regulation in versions, roles held for others, times to publish at, and what readers are told of a
 * correction or a withdrawal.
 */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('regulation')
    .addColumn('version', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('regulation_by_unit').on('regulation').columns(['unit', 'number']).execute();
  await schema
    .alterTable('membership')
    .addColumn('deputies', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute();
  await schema.alterTable('post').addColumn('scheduled_at', 'text').execute();
  await schema.createIndex('post_by_scheduled_at').on('post').column('scheduled_at').execute();
  for (const column of ['change_note', 'public_note', 'replaced_by'])
    await schema.alterTable('publication').addColumn(column, 'text').execute();
}
