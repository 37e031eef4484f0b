import { expect } from 'vitest';
import { asKnownBlock, type Block, type InlineNode, normaliseBlock } from '../../../shared/content/index.ts';
import { type Change, cleanPage, type Part } from '../index.ts';

export interface Cleaned {
  readonly parts: readonly Part[];
  readonly blocks: readonly Block[];
  readonly changes: Readonly<Record<string, Change>>;
}

/** A page cleaned: its blocks, each of which a post can hold, and what was changed. */
export function cleanHtml(html: string): Cleaned {
  let made = 0;
  const { parts, changes } = cleanPage(new DOMParser().parseFromString(html, 'text/html'), () => `b${made++}`);
  const blocks = parts.flatMap((part) => ('block' in part ? [normaliseBlock(part.block)] : []));
  for (const block of blocks) {
    expect(asKnownBlock(block), JSON.stringify(block)).not.toBeNull();
  }
  return { parts, blocks, changes: Object.fromEntries(changes.map((change) => [change.kind, change])) };
}

/** A block in one line, to compare by eye: `h2 Kế hoạch`, `p *đậm*`, `ol 1. …`. */
export function drawn(block: Block): string {
  const known = asKnownBlock(block);
  if (known?.type === 'list') return drawList(known);
  if (known?.type === 'table') {
    const rows = known.rows.map(({ cells }) =>
      cells.map(({ children, colspan }) => words(children) + (colspan ? `:${colspan}` : '')).join(' | '),
    );
    return `table${known.headerRow ? ' head' : ''} ${rows.join(' / ')}`;
  }
  if (known && 'children' in known)
    return `${known.type === 'heading' ? `h${known.level}` : known.type} ${words(known.children)}`;
  return block.type;
}
function drawList(list: { ordered: boolean; start?: number | undefined; items: readonly Item[] }): string {
  const items = list.items.map(({ children, nested }) => words(children) + (nested ? ` (${drawList(nested)})` : ''));
  return `${list.ordered ? 'ol' : 'ul'}${list.start ?? ''} ${items.join('; ')}`;
}
interface Item {
  readonly children: readonly InlineNode[];
  readonly nested?: { ordered: boolean; items: readonly Item[] } | undefined;
}
function words(children: readonly InlineNode[]): string {
  return children
    .map((node) => {
      if (node.type === 'linebreak') return '⏎';
      if (node.type === 'link') return `[${words(node.children)}](${node.url})`;
      return node.format ? `{${node.format}:${node.text}}` : node.text;
    })
    .join('');
}
