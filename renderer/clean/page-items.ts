import { toLetters, toRoman } from '../../shared/vietnamese/index.ts';
import type { FlatItem } from './lists.ts';
import { declared, type StyleSheet } from './style-sheet.ts';

/** Counts the items of a page's numbered lists. */
export interface PageItems {
  /** What the page says of an item: a `li` at a depth, within a list of that name. To be asked once for each, in order. */
  read(element: Element, depth: number, around: string): Omit<FlatItem, 'children'>;
}

const HIGHEST = 1_000_000;

export function openPageItems(styles: StyleSheet): PageItems {
  const counts = new Map<Element, number>();
  const numberOf = (element: Element, list: Element): number => {
    const said = wholeNumber(element.getAttribute('value'));
    const isDown = list.hasAttribute('reversed');
    const first = (): number => (isDown ? [...list.children].filter(({ localName }) => localName === 'li').length : 1);
    const next = counts.get(list) ?? wholeNumber(list.getAttribute('start')) ?? first();
    counts.set(list, Math.max(0, (said ?? next) + (isDown ? -1 : 1)));
    return said ?? next;
  };
  return {
    read: (element, depth, around) => {
      const parent = element.parentElement;
      // Word Online puts each item into a list of its own, and says in the item where it belongs.
      const online = element.getAttribute('data-listid');
      const list = online === null ? around : `online-${online}`;
      const level = (online !== null && wholeNumber(element.getAttribute('data-aria-level'))) || depth;
      const place = { level, list, mark: '', label: null };
      if (parent?.localName !== 'ol') return { ...place, isOrdered: false, number: null };
      const number = numberOf(element, parent);
      const written = WRITTEN[kindOf(element, parent, styles)];
      if (written !== undefined)
        return { ...place, isOrdered: true, number, mark: `${written(number)}.`, label: 'always' };
      const isSaid = online === null || parent.hasAttribute('start') || element.hasAttribute('value');
      return { ...place, isOrdered: true, number: isSaid ? number : null };
    },
  };
}

/** What a list counts with where that is not the digits that a list of ours draws. */
const WRITTEN: Readonly<Record<string, (number: number) => string>> = {
  a: toLetters,
  A: (number) => toLetters(number).toUpperCase(),
  i: toRoman,
  I: (number) => toRoman(number).toUpperCase(),
};
const STYLES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

/** The way an item counts, by its style or its list's: one of {@link WRITTEN}, '' for digits. */
function kindOf(item: Element, list: Element, styles: StyleSheet): string {
  for (const element of [item, list]) {
    const declarations = styles.of(element);
    const style = declared(declarations, 'list-style-type') || declared(declarations, 'list-style');
    const said = style
      .toLowerCase()
      .split(/\s+/)
      .find((word) => STYLES[word] !== undefined || word.startsWith('decimal'));
    if (said !== undefined) return STYLES[said] ?? '';
    const type = element.getAttribute('type');
    if (type !== null) return type.trim();
  }
  return '';
}

function wholeNumber(text: string | null): number | null {
  const number = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isInteger(number) && number >= 0 && number <= HIGHEST ? number : null;
}
