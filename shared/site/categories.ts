import { type CategoryRule, categoriesOf } from '../rules/index.ts';
import type { SiteCategory } from './settings.ts';

/** The categories in force, in the unit's order: those it says nothing of follow in the law's. */
export function categoriesInOrder(
  level: CategoryRule['level'],
  onDate: string,
  own: readonly Pick<SiteCategory, 'code'>[],
): readonly CategoryRule[] {
  const place = ({ code }: CategoryRule): number => {
    const found = own.findIndex((category) => category.code === code);
    return found === -1 ? own.length : found;
  };
  return categoriesOf(level, onDate).toSorted((one, other) => place(one) - place(other));
}

/** The categories in force, as a unit shows them: its order and its names first, the law's for the rest. */
export function categoriesShown(
  level: CategoryRule['level'],
  onDate: string,
  own: readonly SiteCategory[],
): readonly (SiteCategory & { readonly rule: CategoryRule })[] {
  return categoriesInOrder(level, onDate, own).map((rule) => {
    const plain = { code: rule.code, name: '', nameEn: '', isHidden: false, isOnHome: false };
    return { ...(own.find(({ code }) => code === rule.code) ?? plain), rule };
  });
}
