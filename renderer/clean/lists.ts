import type { Block, InlineNode, ListItem, NestedList } from '../../shared/content/index.ts';

/** One item as the page's order gives it: how deep it stands, not yet within what. */
export interface FlatItem {
  readonly level: number;
  readonly isOrdered: boolean;
  /** Which it is in a numbered list; `null` where that is not said and it goes on. */
  readonly number: number | null;
  /** Items of two lists that stand below each other do not become one. */
  readonly list: string;
  /** What was drawn before it, '' when that is not said. */
  readonly mark: string;
  /** A mark that a list of ours does not draw: its words stay (`Câu 1:`, `a)`, `II.`), or do where no item stands above it (`2.1.`). */
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
    const list = openList(first);
    let end = at + 1;
    while (end < items.length && list.takes(items[end] as FlatItem)) end += 1;
    const { ordered, items: own } = nest(items.slice(at, end), newId);
    const start = ordered && first.number !== null && first.number !== 1 ? { start: first.number } : {};
    blocks.push({ id: newId(), type: 'list', ordered, ...start, items: own });
    at = end;
  }
  return blocks;
}

/**
 * A list being made from its first item. It takes what belongs to it and keeps its number in it: a list of ours counts by
 * itself, and those within it from one. What counts otherwise begins a list of its own.
 */
function openList(first: FlatItem): { takes(item: FlatItem): boolean } {
  const levels = [{ level: first.level, isOrdered: first.isOrdered, number: first.number ?? 1 }];
  return {
    takes: (item) => {
      const { level, isOrdered } = item;
      if (item.label === 'always' || (item.list !== first.list && level <= first.level)) return false;
      if (level < first.level) return !isOrdered && !first.isOrdered;
      while ((levels.at(-1)?.level ?? 0) > level) levels.pop();
      const before = levels.at(-1)?.level === level ? levels.at(-1) : undefined;
      if (before !== undefined && before.isOrdered !== isOrdered) return false;
      const number = (before?.number ?? 0) + 1;
      if (isOrdered && (item.number ?? number) !== number) return false;
      if (before !== undefined) before.number = number;
      else levels.push({ level, isOrdered, number });
      return true;
    },
  };
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

/**
 * What Word says of a paragraph that is an item: `mso-list:l0 level2 lfo1`, and the marker it drew, which `read` reads.
 */
export function wordItem(
  element: Element,
  declarations: string,
  read: (marker: Element) => string,
): Omit<FlatItem, 'children'> | null {
  const said = /mso-list\s*:\s*(l\d+)\s+level(\d+)/i.exec(declarations);
  if (said === null && !/\bMsoListParagraph/i.test(element.getAttribute('class') ?? '')) return null;
  const marker = markerOf(element);
  if (said === null && marker === null) return null;
  const drawn = (marker === null ? '' : read(marker)).replace(/\s+/g, ' ').trim();
  const number = numberOf(drawn);
  const label = number === null ? labelOf(drawn, marker) : /\d[.-]\d/.test(drawn) ? 'alone' : null;
  return {
    level: Number(said?.[2] ?? 1),
    isOrdered: number !== null || label !== null,
    number,
    list: `word-${said?.[1] ?? ''}`,
    mark: drawn,
    label,
  };
}

/** Whether what is drawn says something: letters and numbers do (`Câu 1:`, `a)`), but for the letters that bullets are drawn with. */
function labelOf(drawn: string, marker: Element | null): FlatItem['label'] {
  if (!/[\p{L}\p{N}]/u.test(drawn)) return null;
  const isBullet = [...drawn].length === 1 && (drawn === 'o' || /wingdings|webdings|symbol/i.test(styleWithin(marker)));
  return isBullet ? null : 'always';
}

/** What a marker counts in digits: `3.`, `(3)`, of `2.1.` the 1; `null` for others. */
function numberOf(drawn: string): number | null {
  const counted = /^[([]?(?:\d+[.-])*(\d+)[.):/\]-]*$/.exec(drawn)?.[1];
  return counted === undefined ? null : Math.min(Number(counted), 1_000_000);
}

function styleWithin(marker: Element | null): string {
  if (marker === null) return '';
  const around = marker.parentElement === null ? [] : [marker.parentElement];
  return [...around, marker, ...marker.querySelectorAll('*')].map((one) => one.getAttribute('style') ?? '').join(';');
}

/** Whether an element is the number or bullet that Word draws before an item for those who know no lists. */
export function isWordMarker(element: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(element.getAttribute('style') ?? '');
}

function markerOf(element: Element): Element | null {
  return [...element.querySelectorAll('span')].find(isWordMarker) ?? null;
}
