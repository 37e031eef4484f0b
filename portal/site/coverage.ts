import { type CategoryContent, type CategoryCoverage, coverageOf } from '../../shared/rules/index.ts';
import type { Store } from '../store/index.ts';
import { dayInVietnam } from './day.ts';

/** How each category stands that a unit must keep, by what readers find on its site now. */
export async function readCoverage(store: Store, unit: string, now: Date): Promise<readonly CategoryCoverage[]> {
  const { level } = await store.selectFrom('unit').select('level').where('id', '=', unit).executeTakeFirstOrThrow();
  const rows = await store
    .selectFrom('publication')
    .innerJoin('publication_category', 'publication_category.publication', 'publication.mutation')
    .select((eb) => [
      'publication_category.category',
      eb.fn.countAll<number | string>().as('count'),
      eb.fn.max('publication.published_at').as('newest'),
    ])
    .where('publication.unit', '=', unit)
    .where('publication.ended_at', 'is', null)
    .groupBy('publication_category.category')
    .execute();
  const contents = rows.map(
    ({ category, count, newest }): CategoryContent => ({
      category,
      count: Number(count),
      newest: dayInVietnam(new Date(newest)),
    }),
  );
  return coverageOf(level, dayInVietnam(now), contents);
}
