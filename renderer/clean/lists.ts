import type { Block, InlineNode, ListItem, NestedList } from '../../shared/content/index.ts';

/** One item as the page's order gives it: how deep it stands, not yet within what. */
export interface FlatItem {
  readonly level: number;
  readonly isOrdered: boolean;
  readonly start: number;
  /** Items of two lists that stand below each other do not become one. */
  readonly list: string;
  readonly children: InlineNode[];
}

/** Deeper items come up to this level: a reader cannot follow more, and a revision's depth is limited. */
const DEEPEST = 6;

/** Makes lists of items that follow each other. */
export function listsOf(items: readonly FlatItem[], newId: () => string): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < items.length; ) {
    const first = items[at] as FlatItem;
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
  const drawn = (marker?.textContent ?? '').trim();
  const number = /^\(?(\d+|[a-z]|[ivxlc]+)[.)]/i.exec(drawn)?.[1];
  const start = number === undefined ? 1 : Number.parseInt(number, 10);
  return {
    level: Number(said?.[2] ?? 1),
    isOrdered: number !== undefined && drawn !== 'o',
    start: Number.isSafeInteger(start) ? Math.min(start, 1_000_000) : 1,
    list: `word-${said?.[1] ?? ''}`,
  };
}

/** Whether an element is the number or bullet that Word draws before an item for those who know no lists. */
export function isWordMarker(element: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(element.getAttribute('style') ?? '');
}

function markerOf(element: Element): Element | null {
  return [...element.querySelectorAll('span')].find(isWordMarker) ?? null;
}
