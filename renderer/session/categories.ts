import { categoriesOf, categoryName } from '../../shared/rules/index.ts';
import { useLanguage } from '../connection/index.ts';
import { useSession } from './session.tsx';

export interface Category {
  readonly code: string;
  readonly name: string;
}

/** The unit's categories in force today, in the window's language. */
export function useCategories(): readonly Category[] {
  const language = useLanguage();
  const { unit } = useSession().app;
  const today = new Date().toISOString().slice(0, 10);
  return categoriesOf(unit?.level ?? 'school', today).map(({ code, name }) => ({ code, name: name[language] }));
}

/** Returns the function that names a category, one no longer in force too. */
export function useCategoryName(): (code: string) => string {
  const language = useLanguage();
  return (code) => categoryName(code, language);
}
