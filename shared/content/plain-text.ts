import { asKnownBlock, type Block, type InlineNode, type ListItem } from './node.ts';

/** A block's words with line ends at its inner borders, and how to find a place of them among its text nodes. */
export interface PlainText {
  readonly text: string;
  /** The place counted in characters of text nodes only. */
  toNodes(at: number): number;
  /** The place of a count of characters of text nodes: after a border that stands there for a start, before it for an end. */
  fromNodes(at: number, side: 'start' | 'end'): number;
}

/** The words of a block's text nodes: its items, cells and links, not its captions. */
export function plainText(block: Block): PlainText {
  let text = '';
  /** Where line ends stand that are no character of a text node, ascending. */
  const borders: number[] = [];
  const border = (): void => {
    borders.push(text.length);
    text += '\n';
  };
  const inline = (children: readonly InlineNode[]): void => {
    for (const child of children) {
      if (child.type === 'text') text += child.text;
      else if (child.type === 'linebreak') border();
      else inline(child.children);
    }
  };
  const items = (list: readonly ListItem[]): void => {
    for (const item of list) {
      inline(item.children);
      border();
      if (item.nested) items(item.nested.items);
    }
  };
  const known = asKnownBlock(block);
  if (known?.type === 'list') items(known.items);
  else if (known?.type === 'table')
    for (const { cells } of known.rows)
      for (const cell of cells) {
        inline(cell.children);
        border();
      }
  else if (known !== null && 'children' in known) inline(known.children);
  /** How many borders come before the first of which that holds; it holds for all that follow. */
  const bordersBefore = (isPast: (place: number, index: number) => boolean): number => {
    let [low, high] = [0, borders.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isPast(borders[middle] ?? 0, middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    text,
    toNodes: (at) => at - bordersBefore((place) => place >= at),
    fromNodes: (at, side) =>
      at + bordersBefore((place, index) => (side === 'start' ? place - index > at : place - index >= at)),
  };
}
