import {
  asKnownBlock,
  type Block,
  type InlineNode,
  type ListItem,
  type TableBlock,
  textOfBlock,
} from '../../shared/content/index.ts';

/** One line of a table as words, its cells parted so that a change shows in which cell it is. */
export interface RowLine {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

const CELLS = ' | ';

/** The caption and the rows of a changed table, by their ids, in the order of the newer; removed ones at the end. `null` for other blocks. */
export function changedRows(before: Block, after: Block): RowLine[] | null {
  const [was, is] = [asKnownBlock(before), asKnownBlock(after)];
  if (was?.type !== 'table' || is?.type !== 'table') return null;
  const older = new Map(was.rows.map((row) => [row.id, wordsOfRow(row)]));
  const kept = new Set(is.rows.map(({ id }) => id));
  return [
    { id: 'caption', before: was.caption ?? '', after: is.caption ?? '' },
    ...is.rows.map((row) => ({ id: row.id, before: older.get(row.id) ?? '', after: wordsOfRow(row) })),
    ...was.rows.filter(({ id }) => !kept.has(id)).map((row) => ({ id: row.id, before: wordsOfRow(row), after: '' })),
  ].filter((line) => line.before !== line.after);
}

/**
 * The words of a block with the addresses they lead to: two versions of it may differ in nothing else, and a reader who is
 * led elsewhere must be told.
 */
export function wordsWithAddresses(block: Block): string {
  const known = asKnownBlock(block);
  if (known?.type === 'video') return `${known.title} <${known.url}>`;
  if (known?.type === 'list') return known.items.map(itemWithAddresses).join('\n');
  if (known?.type === 'table')
    return known.rows.map(({ cells }) => cells.map(({ children }) => withAddresses(children)).join(CELLS)).join('\n');
  return known !== null && 'children' in known ? withAddresses(known.children) : textOfBlock(block);
}

function itemWithAddresses({ children, nested }: ListItem): string {
  return [withAddresses(children), ...(nested?.items ?? []).map(itemWithAddresses)].join('\n');
}

function withAddresses(children: readonly InlineNode[]): string {
  return children
    .map((node) => {
      if (node.type === 'link') return `${withAddresses(node.children)} <${node.url}>`;
      return node.type === 'text' ? node.text : '\n';
    })
    .join('');
}

function wordsOfRow({ cells }: TableBlock['rows'][number]): string {
  return cells.map(({ children }) => textOfBlock({ id: '-', type: 'paragraph', children })).join(CELLS);
}
