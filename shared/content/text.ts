import type { Block, InlineNode, ListItem } from './node.ts';
import { asKnownBlock } from './node.ts';

/** The words of a block, one line an item or paragraph; '' for what has no words. For search, counts and excerpts. */
export function textOfBlock(block: Block): string {
  const known = asKnownBlock(block);
  if (known === null) return '';
  switch (known.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'callout':
      return textOfInline(known.children);
    case 'list':
      return known.items.map(textOfItem).join('\n');
    case 'figure':
      return lines([known.alt, known.caption, known.credit]);
    case 'table':
      return lines([
        known.caption,
        ...known.rows.flatMap(({ cells }) => cells.map((cell) => textOfInline(cell.children))),
      ]);
    case 'gallery':
      return lines([...known.items.flatMap((item) => [item.alt, item.caption]), known.caption]);
    case 'video':
      return known.title;
    case 'file':
      return known.title ?? '';
    case 'rule':
      return '';
  }
}

function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}

/** All words of a body, blocks parted by line ends. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(textOfBlock)
    .filter((line) => line !== '')
    .join('\n');
}

function textOfItem(item: ListItem): string {
  const own = textOfInline(item.children);
  return item.nested ? [own, ...item.nested.items.map(textOfItem)].join('\n') : own;
}

function textOfInline(children: readonly InlineNode[]): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.text;
      return child.type === 'linebreak' ? '\n' : textOfInline(child.children);
    })
    .join('');
}
