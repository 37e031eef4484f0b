import type { Block, InlineNode, ListItem, NestedList } from '../../shared/content/index.ts';

/** One item as the page's order gives it: how deep it stands, not yet within what. */
export interface FlatItem {
  readonly level: number;
  readonly isOrdered: boolean;
  readonly start: number;
  /** Items of two lists that stand below each other do not become one. */
  readonly list: string;
  /** What was drawn before it, '' when that is not said. */
  readonly mark: string;
  /** A mark that a list of ours does not draw: its words stay (`Câu 1:`), or do where no item stands above it (`2.1.`). */
  readonly label: 'always' | 'alone' | null;
  readonly children: InlineNode[];
}

/** Deeper items come up to this level: a reader cannot follow more, and a revision's depth is limited. */
const DEEPEST = 6;

/** Makes lists of items that follow each other. */
export function listsOf(items: readonly FlatItem[], newId: () => string): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < items.length; ) {
    const first = items[at] as FlatItem;
    if (first.label !== null) {
      const mark = { type: 'text' as const, text: `${first.mark} ` };
      blocks.push({ id: newId(), type: 'paragraph', children: [mark, ...first.children] });
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < items.length && belongs(items[end] as FlatItem, first)) end += 1;
    const { ordered, items: own } = nest(items.slice(at, end), newId);
    const start = ordered && first.start !== 1 ? { start: first.start } : {};
    blocks.push({ id: newId(), type: 'list', ordered, ...start, items: own });
    at = end;
  }
  return blocks;
}

function belongs(item: FlatItem, first: FlatItem): boolean {
  if (item.label === 'always') return false;
  return item.list === first.list || item.level > first.level;
}

function nest(items: readonly FlatItem[], newId: () => string, depth = 1): NestedList {
  const [first] = items as [FlatItem];
  const own: ListItem[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at] as FlatItem;
    let end = at + 1;
    while (depth < DEEPEST && end < items.length && (items[end] as FlatItem).level > item.level) end += 1;
    const below = items.slice(at + 1, end);
    const nested = below.length === 0 ? {} : { nested: nest(below, newId, depth + 1) };
    own.push({ id: newId(), children: item.children, ...nested });
    at = end;
  }
  return { ordered: first.isOrdered, items: own };
}

/** What Word says of a paragraph that is an item: `mso-list:l0 level2 lfo1`, and the marker it drew. */
export function wordItem(element: Element, declarations: string): Omit<FlatItem, 'children'> | null {
  const said = /mso-list\s*:\s*(l\d+)\s+level(\d+)/i.exec(declarations);
  if (said === null && !/\bMsoListParagraph/i.test(element.getAttribute('class') ?? '')) return null;
  const marker = markerOf(element);
  if (said === null && marker === null) return null;
  const drawn = (marker?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const number = numberOf(drawn);
  return {
    level: Number(said?.[2] ?? 1),
    isOrdered: number !== null,
    start: number ?? 1,
    list: `word-${said?.[1] ?? ''}`,
    mark: drawn,
    label: labelOf(drawn, number),
  };
}

function labelOf(drawn: string, number: number | null): FlatItem['label'] {
  if (number === null) return drawn.length > 1 && /[\p{L}\p{N}]/u.test(drawn) ? 'always' : null;
  return /\d[.-]\d/.test(drawn) ? 'alone' : null;
}

/** What a marker counts: `3.`, `(3)`, `c)`, `III.`, of `2.1.` the 1; `null` for a bullet, which may be a letter of a font of signs. */
function numberOf(drawn: string): number | null {
  const [, counted = '', end = ''] = /^[([]?(?:\d+[.-])*(\d+|[a-z]|[ivxlc]+)([.):/\]-]*)$/i.exec(drawn) ?? [];
  if (/^\d+$/.test(counted)) return Math.min(Number(counted), 1_000_000);
  if (counted === '' || end === '') return null;
  const letters = counted.toLowerCase();
  // One letter is a Roman number where lists begin with it or count far enough.
  return letters.length > 1 || /[ivx]/.test(letters) ? romanOf(letters) : letters.charCodeAt(0) - 96;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanOf(letters: string): number {
  const values = [...letters].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Whether an element is the number or bullet that Word draws before an item for those who know no lists. */
export function isWordMarker(element: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(element.getAttribute('style') ?? '');
}

function markerOf(element: Element): Element | null {
  return [...element.querySelectorAll('span')].find(isWordMarker) ?? null;
}
