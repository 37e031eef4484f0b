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
      return textOfInline(known.children);
    case 'list':
      return known.items.map(textOfItem).join('\n');
    case 'figure':
      return [known.alt, known.caption ?? '', known.credit ?? ''].filter((part) => part !== '').join('\n');
    case 'rule':
      return '';
  }
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
