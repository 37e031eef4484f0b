import { type InlineNode, LIMITS, type TableBlock, type TableCell } from '../../shared/content/index.ts';
import { idOf, inlineOf, type LexicalJson, nodesOfInline } from './convert-inline.ts';

/**
 * A table both ways. A cell of ours holds words; Lexical's holds paragraphs, which become lines. Lexical's column widths
 * are pixels to it; here they are our thousandths of the table's width.
 */

/** What a table says of itself besides its cells, kept as one value on its node. */
export interface TableLook {
  readonly headerRow: boolean;
  readonly headerColumn: boolean;
  readonly caption?: string;
}

/** Lexical's bits for a cell in a heading row and in a heading column. */
export const HEADER = { none: 0, row: 1, column: 2 } as const;

export function nodeOfTable({ id, headerRow, headerColumn, caption, widths, rows }: TableBlock): LexicalJson {
  const look: TableLook = { headerRow, headerColumn, ...(caption === undefined ? {} : { caption }) };
  const children = rows.map((row, at): LexicalJson => {
    const cells = row.cells.map((cell, column) =>
      nodeOfCell(cell, headerRow && at === 0, headerColumn && column === 0),
    );
    return { type: 'tablerow', $: { id: row.id }, children: cells };
  });
  return { type: 'table', $: { id, table: look }, ...(widths && { colWidths: widths }), children };
}

function nodeOfCell({ children, colspan, rowspan }: TableCell, isInRow: boolean, isInColumn: boolean): LexicalJson {
  return {
    type: 'tablecell',
    headerState: (isInRow ? HEADER.row : 0) + (isInColumn ? HEADER.column : 0),
    ...(colspan && { colSpan: colspan }),
    ...(rowspan && { rowSpan: rowspan }),
    children: [{ type: 'paragraph', children: nodesOfInline(children) }],
  };
}

export function tableOfNode(node: LexicalJson, id: string, newId: () => string): TableBlock {
  const look = node.$?.table as Partial<TableLook> | undefined;
  const rows = (node.children ?? []).map((row) => ({
    id: idOf(row) ?? newId(),
    cells: (row.children ?? []).map(cellOf),
  }));
  const widths = widthsOf(node.colWidths);
  return {
    id,
    type: 'table',
    ...(look?.caption ? { caption: look.caption.slice(0, LIMITS.captionCharacters) } : {}),
    headerRow: look?.headerRow === true,
    headerColumn: look?.headerColumn === true,
    ...(widths && { widths }),
    // A table without rows is not a table; the editor removes it at once.
    rows: rows.length === 0 ? [{ id: newId(), cells: [] }] : rows,
  };
}

function cellOf(node: LexicalJson): TableCell {
  const lines = (node.children ?? []).flatMap(linesOf);
  const children = lines.flatMap((line, at): InlineNode[] => (at === 0 ? line : [{ type: 'linebreak' }, ...line]));
  const { colSpan, rowSpan } = node;
  return {
    children,
    ...(typeof colSpan === 'number' && colSpan > 1 ? { colspan: colSpan } : {}),
    ...(typeof rowSpan === 'number' && rowSpan > 1 ? { rowspan: rowSpan } : {}),
  };
}

/** The lines of whatever stands in a cell, each block one. */
function linesOf(node: LexicalJson): InlineNode[][] {
  const children = node.children ?? [];
  const blocks = children.filter(isBlock);
  if (blocks.length === 0)
    return [inlineOf(isBlock(node) ? { ...node, type: 'paragraph' } : { type: '', children: [node] })];
  const words = inlineOf({ type: '', children: children.filter((child) => !isBlock(child)) });
  return [...(words.length === 0 ? [] : [words]), ...blocks.flatMap(linesOf)];
}

const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'quote',
  'callout',
  'list',
  'listitem',
  'table',
  'tablerow',
  'tablecell',
]);

function isBlock({ type }: LexicalJson): boolean {
  return BLOCKS.has(type);
}

function widthsOf(value: unknown): number[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > LIMITS.tableColumns) return null;
  return value.map((width) => Math.min(1_000, Math.max(1, Math.round(Number(width)) || 1)));
}
