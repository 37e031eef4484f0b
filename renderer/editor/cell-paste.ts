import { $generateNodesFromSerializedNodes, $insertGeneratedNodes } from '@lexical/clipboard';
import { $isTableCellNode, $isTableNode, $isTableSelection } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  PASTE_TAG,
} from 'lexical';
import {
  asKnownBlock,
  type Block,
  type InlineNode,
  LIMITS,
  type ListItem,
  newBlockId,
  type TableBlock,
} from '../../shared/content/index.ts';
import { $jsonOf } from './body-changes.ts';
import { blockOfNode, nodeOfBlock } from './convert.ts';
import { nodesOfInline } from './convert-inline.ts';
import { $selectedTable } from './table-editing.ts';

/** Whether what is pasted now comes into a table, whose cells hold words only. */
export function $isPastingIntoTable(): boolean {
  return $selectedTable() !== null;
}

/**
 * Puts cleaned blocks into the cell of the cursor. A table fills the cells from there on, as in Word and Excel, and the
 * table grows for it; all else becomes lines of the one cell: a list's with its marks, for a cell has no lists. What the
 * table has no room for comes as lines, too. No word is lost. One step to undo.
 *
 * @returns the table, below which pictures go, and how many blocks lost their shape
 */
export function insertIntoCell(
  editor: LexicalEditor,
  blocks: readonly Block[],
): { table: NodeKey | null; flattened: number } {
  let table: NodeKey | null = null;
  let flattened = 0;
  editor.update(
    () => {
      const around = $selectedTable();
      const selection = $getSelection();
      if (around === null || selection === null) return;
      table = around.getKey();
      const [only, ...others] = blocks;
      const known = only && others.length === 0 ? asKnownBlock(only) : null;
      if (known?.type === 'table' && $hasRoomFor(known)) {
        $insertGeneratedNodes(editor, $generateNodesFromSerializedNodes([nodeOfBlock(known) as never]), selection);
        return;
      }
      $insertLines(blocks, selection);
      flattened = blocks.filter(({ type }) => type !== 'paragraph').length;
    },
    { discrete: true, tag: PASTE_TAG },
  );
  return { table, flattened };
}

/**
 * The same for words that were copied here, where a table is among them: Lexical takes in one table alone, within no limit, and
 * throws all else away.
 *
 * @returns whether it was done; `false` leaves it to Lexical.
 */
export function $pasteTableIntoCell(nodes: readonly LexicalNode[], selection: BaseSelection): boolean {
  const around = $selectedTable();
  if (around === null || !nodes.some($isTableNode)) return false;
  const blocks = nodes.map((node) => {
    const isInline = $isElementNode(node) || $isDecoratorNode(node) ? node.isInline() : true;
    return blockOfNode(isInline ? { type: 'paragraph', children: [$jsonOf(node)] } : $jsonOf(node), newBlockId);
  });
  const [only, ...others] = blocks;
  if (only?.type === 'table' && others.length === 0 && $hasRoomFor(only as TableBlock)) return false;
  $insertLines(blocks, selection);
  for (const node of nodes.toReversed()) if ($isDecoratorNode(node) && !node.isInline()) around.insertAfter(node);
  return true;
}

/** Puts the words of blocks, line by line, into the cell of the cursor. */
function $insertLines(blocks: readonly Block[], selection: BaseSelection): void {
  // Of several selected cells, the first.
  const cursor = $isTableSelection(selection)
    ? $findMatchingParent(selection.anchor.getNode(), $isTableCellNode)?.selectEnd()
    : selection;
  if (!$isRangeSelection(cursor)) return;
  const lines = blocks.flatMap(linesOfBlock);
  const words = lines.flatMap((line, at): InlineNode[] => (at === 0 ? line : [{ type: 'linebreak' }, ...line]));
  cursor.insertNodes($generateNodesFromSerializedNodes(nodesOfInline(words) as never));
}

/** Whether the table may grow so far from the cell of the cursor. */
function $hasRoomFor({ rows }: TableBlock): boolean {
  const table = $selectedTable();
  const selection = $getSelection();
  if (table === null || (!$isRangeSelection(selection) && !$isTableSelection(selection))) return false;
  const cell = $findMatchingParent(selection.anchor.getNode(), $isTableCellNode);
  if (cell === null) return false;
  const columns = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { colspan }) => sum + (colspan ?? 1), 0)));
  const row = cell.getParent()?.getIndexWithinParent() ?? 0;
  const column = cell.getIndexWithinParent();
  return row + rows.length <= LIMITS.tableRows && column + columns <= LIMITS.tableColumns;
}

/** The words of a block, line by line. */
export function linesOfBlock(block: Block): InlineNode[][] {
  const known = asKnownBlock(block);
  switch (known?.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'callout':
      return [known.children];
    case 'list':
      return linesOfItems(known, '');
    case 'table':
      return [
        ...(known.caption ? [[{ type: 'text' as const, text: known.caption }]] : []),
        ...known.rows.map(({ cells }) =>
          cells.flatMap(({ children }, at): InlineNode[] =>
            at === 0 ? children : [{ type: 'text', text: ' | ' }, ...children],
          ),
        ),
      ];
    default:
      return [];
  }
}

function linesOfItems(
  { ordered, items, start = 1 }: { ordered: boolean; items: readonly ListItem[]; start?: number | undefined },
  indent: string,
): InlineNode[][] {
  return items.flatMap(({ children, nested }, at) => {
    const mark = `${indent}${ordered ? `${start + at}.` : '–'} `;
    const own: InlineNode[] = [{ type: 'text', text: mark }, ...children];
    return [own, ...(nested ? linesOfItems(nested, `${indent}   `) : [])];
  });
}
