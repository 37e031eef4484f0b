import type { Kysely } from 'kysely';

/** The point of a cover that stays in sight on a card: per cent from left and top, `30 70`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('publication').addColumn('cover_focus', 'text').execute();
}
