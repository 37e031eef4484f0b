import type { Store } from '../store/index.ts';

/** What a reader may say, best first. */
export const VALUES = [3, 2, 1] as const;
export type Value = (typeof VALUES)[number];
export type Ratings = Readonly<Record<Value, number>>;

/** What readers said so far. */
export async function readRatings(store: Store, unit: string): Promise<Ratings> {
  const rows = await store
    .selectFrom('rating')
    .select((eb) => ['value', eb.fn.sum<number | string>('count').as('count')])
    .where('unit', '=', unit)
    .groupBy('value')
    .execute();
  const of = (value: Value): number => Number(rows.find((row) => row.value === value)?.count ?? 0);
  return { 3: of(3), 2: of(2), 1: of(1) };
}

/** Counts one answer. */
export async function countOne(store: Store, unit: string, month: string, value: Value): Promise<void> {
  await store
    .insertInto('rating')
    .values({ unit, month, value, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['unit', 'month', 'value']).doUpdateSet((eb) => ({ count: eb('rating.count', '+', 1) })),
    )
    .execute();
}
