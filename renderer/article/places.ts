import { type Anchor, type Anchored, quoteAt } from '../../shared/content/index.ts';

/** What a block says beside its words stands in these: they are no part of what an anchor counts. */
const BESIDE = 'caption, figcaption';

/** The elements of a drawn article by what an anchor names them. `text` is what was drawn. */
function partsOf(page: Document, { blocks }: Anchored): Map<string, Element> {
  const article = page.querySelector('article.post');
  if (article === null) return new Map();
  const parts = new Map<string, Element>();
  const title = article.querySelector(':scope > header > h1');
  const summary = article.querySelector(':scope > header > .summary');
  if (title !== null) parts.set('title', title);
  if (summary !== null) parts.set('summary', summary);
  const drawn = [...article.children].filter((element) => !element.matches('header, figure.cover'));
  // Every block is drawn as one element, in their order; a page of another text is left alone.
  if (drawn.length === blocks.length)
    for (const [at, block] of blocks.entries()) {
      const element = drawn[at];
      if (element !== undefined) parts.set(block.id, element);
    }
  return parts;
}

function textNodesOf(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* NodeFilter.SHOW_TEXT */);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node.parentElement?.closest(BESIDE) == null) nodes.push(node as Text);
  return nodes;
}

/** What is selected on the page, in the first part that the selection touches; `null` for nothing that can be remarked on. */
export function selectedAnchor(page: Document, text: Anchored): Anchor | null {
  const selection = page.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  for (const [of, element] of partsOf(page, text)) {
    if (!range.intersectsNode(element)) continue;
    let [place, start, end] = [0, -1, 0];
    for (const node of textNodesOf(element)) {
      if (range.intersectsNode(node)) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        if (to > from) {
          if (start === -1) start = place + from;
          end = place + to;
        }
      }
      place += node.length;
    }
    const anchor = start === -1 ? { of } : { of, start, end };
    if (quoteAt(text, anchor) !== null) return anchor;
  }
  return null;
}

/** The stretch of the page that an anchor marks; `null` when the page has no such place. */
export function rangeOf(page: Document, text: Anchored, { of, start, end }: Anchor): Range | null {
  const element = partsOf(page, text).get(of);
  if (element === undefined) return null;
  const range = page.createRange();
  range.selectNodeContents(element);
  if (start === undefined || end === undefined) return range;
  let place = 0;
  let hasStart = false;
  for (const node of textNodesOf(element)) {
    if (!hasStart && start < place + node.length) {
      range.setStart(node, start - place);
      hasStart = true;
    }
    if (end <= place + node.length) {
      range.setEnd(node, end - place);
      return hasStart ? range : null;
    }
    place += node.length;
  }
  return null;
}
