import type { Kysely } from 'kysely';

/**
 * Device lines (design 6): a number of a device names one mutation, looked up at each arrival (under the lock of the feed,
 * and not unique: older stores did not look), and a line knows the one it was started
 * from, so that text and approval keys made before go on counting as its own.
 */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('device').addColumn('started_from', 'text').execute();
  await schema.createIndex('mutation_by_device_seq').on('mutation').columns(['device', 'seq']).execute();
}
