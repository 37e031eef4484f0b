import { foldForSearch } from '../../shared/vietnamese/index.ts';

/** Choices offered at once. */
const MOST = 8;

/**
 * The tags in use that hold what was typed, whatever its marks: those that begin with it first, chosen ones left out.
 * None while nothing is typed.
 */
export function tagChoices(used: readonly string[], chosen: readonly string[], typed: string): string[] {
  const wanted = foldForSearch(typed.trim());
  if (wanted === '') return [];
  const found = used.filter((tag) => !chosen.includes(tag) && foldForSearch(tag).includes(wanted));
  const isBegun = (tag: string): boolean => foldForSearch(tag).startsWith(wanted);
  return [...found.filter(isBegun), ...found.filter((tag) => !isBegun(tag))].slice(0, MOST);
}
