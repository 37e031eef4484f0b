import type { Language } from '../../shared/content/index.ts';
import { MOST_STANDING } from '../../shared/site/index.ts';
import type { Store } from '../store/index.ts';

/** A live standing page, as the menu names it. */
export interface StandingPage {
  readonly post: string;
  readonly title: string;
  readonly language: Language;
}

/** The live standing pages of a unit: those that `order` names first, the others by age. */
export async function listStanding(
  store: Store,
  unit: string,
  order: readonly string[],
): Promise<readonly StandingPage[]> {
  const pages = await store
    .selectFrom('publication')
    .select(['post', 'title', 'language'])
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .where('kind', '=', 'page')
    .orderBy('first_at')
    .orderBy('mutation')
    .limit(MOST_STANDING)
    .execute();
  const place = ({ post }: StandingPage): number => (order.includes(post) ? order.indexOf(post) : order.length);
  return pages.toSorted((one, other) => place(one) - place(other));
}
