import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { type InlineNode, isSafeAddress, LIMITS, toLine } from '../../shared/content/index.ts';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** Elements inside one another that are looked into: what is deeper gives its words alone. */
export const DEPTH_LIMIT = 60;

/** Elements whose words are no reader's. */
export const UNREAD: ReadonlySet<string> = new Set([
  ...['script', 'style', 'noscript', 'template', 'object', 'embed', 'applet', 'form', 'input', 'button', 'select'],
  ...['textarea', 'svg', 'math', 'head', 'title', 'meta', 'link', 'base', 'canvas', 'dialog', 'frameset', 'frame'],
]);
/** Elements that begin a line of their own. */
export const BOXES: ReadonlySet<string> = new Set([
  ...['p', 'div', 'section', 'article', 'main', 'aside', 'header', 'footer', 'address', 'center', 'details', 'summary'],
  ...['pre', 'dl', 'dt', 'dd', 'figcaption', 'fieldset', 'nav', 'body', 'html', 'tbody', 'tr', 'td', 'th', 'li'],
]);

/** Open elements at once, past which a page is no page: the time to read it would grow with their square. */
const MOST_OPEN = 1_000;
/** Elements that need no end of their own. */
const OPEN_ENDED =
  /^(?:p|li|td|th|tr|dt|dd|option|br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr|param)$/i;

export function isTooDeep(html: string): boolean {
  let open = 0;
  for (const [, slash = '', name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (OPEN_ENDED.test(name)) continue;
    open = slash === '' ? open + 1 : Math.max(0, open - 1);
    if (open > MOST_OPEN) return true;
  }
  return false;
}

export function withoutTags(html: string): string {
  return toLine(html.replace(/<[^<>]*>/g, ' ').replace(/[<>]/g, ' ')) || '…';
}

/** The words of a fragment without any markup, in one line. */
export function plainText(html: string): string {
  if (isTooDeep(html)) return withoutTags(html);
  return toLine(wordsOf(parseFragment(html).childNodes));
}

/** All words under nodes, without recursion: however deep they are. */
export function wordsOf(nodes: readonly Node[]): string {
  let words = '';
  const queue = [...nodes].reverse();
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if ('value' in node) words += node.value;
    else if (node.nodeName === 'br') words += '\n';
    else if ('childNodes' in node && !UNREAD.has(node.nodeName)) {
      if (BOXES.has(node.nodeName)) words += ' ';
      queue.push(...[...node.childNodes].reverse());
    }
  }
  return words;
}

/** Elements of one name under a node, however deep, in their order. */
export function findAll(node: Element, name: string): Element[] {
  const found: Element[] = [];
  const queue: Node[] = [...node.childNodes].reverse();
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (!('childNodes' in next)) continue;
    if (next.nodeName === name) found.push(next as Element);
    queue.push(...[...next.childNodes].reverse());
  }
  return found;
}

export function attribute({ attrs }: Element, name: string): string {
  return attrs.find((attr) => attr.name === name)?.value ?? '';
}

/** Whether a reader may be led there. */
export function isWebAddress(url: string): boolean {
  return /^https?:/i.test(url) && isSafeAddress(url) && url.length <= LIMITS.urlCharacters;
}

/** Without the spaces and breaks around it, and without links that have no words. */
export function trimmed(inline: readonly InlineNode[]): InlineNode[] {
  const isEmpty = (node: InlineNode): boolean =>
    node.type === 'linebreak' ||
    (node.type === 'text' ? node.text.trim() === '' : node.children.every((child) => isEmpty(child)));
  let [from, to] = [0, inline.length];
  while (from < to && isEmpty(inline[from] as InlineNode)) from += 1;
  while (to > from && isEmpty(inline[to - 1] as InlineNode)) to -= 1;
  return inline.slice(from, to).filter((node) => node.type !== 'link' || !isEmpty(node));
}
