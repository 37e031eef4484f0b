import { categoriesInOrder, categoryNameShown } from '../../shared/site/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { useLanguage } from '../connection/index.ts';
import { useSession } from './session.tsx';

export interface Category {
  readonly code: string;
  readonly name: string;
}

/** The unit's categories in force today, in its order and under its names, in the window's language. */
export function useCategories(): readonly Category[] {
  const { unit, site } = useSession().app;
  const nameOf = useCategoryName();
  const today = dayInVietnam(new Date().toISOString());
  const inForce = categoriesInOrder(unit?.level ?? 'school', today, site?.categories ?? []);
  return inForce.map(({ code }) => ({ code, name: nameOf(code) }));
}

/** Returns the function that names a category as the unit's site does, one no longer in force too. */
export function useCategoryName(): (code: string) => string {
  const language = useLanguage();
  const own = useSession().app.site?.categories ?? [];
  return (code) => categoryNameShown(own, code, language);
}
