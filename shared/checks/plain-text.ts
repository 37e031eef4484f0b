import { asKnownBlock, type Block, type InlineNode, type ListItem } from '../content/index.ts';

/** A block's words with line ends at its inner borders, and how to find a place of them among its text nodes. */
export interface PlainText {
  readonly text: string;
  /** The place counted in characters of text nodes only. */
  toNodes(at: number): number;
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
  return {
    text,
    toNodes: (at) => {
      let [low, high] = [0, borders.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((borders[middle] ?? 0) < at) low = middle + 1;
        else high = middle;
      }
      return at - low;
    },
  };
}
