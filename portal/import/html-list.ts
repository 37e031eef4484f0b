import type { Block, ListItem, NestedList } from '../../shared/content/index.ts';
import type { Page } from './html.ts';
import { attribute, DEPTH_LIMIT, type Element } from './html-words.ts';

/** Lists inside one another that are kept as such: a revision has a depth, and no reader follows more. */
const LEVELS = 8;

/** A list with those inside it; `null` for one without items. */
export function listOf(page: Page, element: Element, depth: number): Block | null {
  const items = itemsOf(page, element, depth, 1);
  if (items.length === 0) return null;
  const ordered = element.nodeName === 'ol';
  const start = Number(attribute(element, 'start'));
  const isStarted = ordered && Number.isInteger(start) && start > 1 && start <= 1_000_000;
  return { id: page.nextId(), type: 'list', ordered, ...(isStarted ? { start } : {}), items };
}

function itemsOf(page: Page, element: Element, depth: number, level: number): ListItem[] {
  if (depth > DEPTH_LIMIT) return [];
  const items: ListItem[] = [];
  for (const node of element.childNodes) {
    if (!('childNodes' in node)) continue;
    const child = node as Element;
    // Old editors hang a list into a list, not into its item.
    const isList = child.nodeName === 'ul' || child.nodeName === 'ol';
    const lists = isList ? [child] : child.childNodes.filter((one) => one.nodeName === 'ul' || one.nodeName === 'ol');
    const words = isList
      ? []
      : page.inlineOf(
          child.childNodes.filter((one) => !lists.includes(one)),
          depth + 1,
        );
    const inner = level < LEVELS ? lists.flatMap((list) => itemsOf(page, list as Element, depth + 1, level + 1)) : [];
    const flat = level < LEVELS ? [] : lists.flatMap((list) => itemsOf(page, list as Element, depth + 1, level));
    const last = items.at(-1);
    const nested: NestedList | undefined =
      inner.length === 0 ? undefined : { ordered: lists[0]?.nodeName === 'ol', items: inner };
    if (isList && last !== undefined && nested !== undefined) {
      if (last.nested === undefined) last.nested = nested;
      else last.nested.items.push(...inner);
    } else if (words.length > 0 || nested !== undefined)
      items.push({ id: page.nextId(), children: words, ...(nested === undefined ? {} : { nested }) });
    items.push(...flat);
  }
  return items;
}
