import {
  $createTableNodeWithDimensions,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableSelection,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { LIMITS } from '../../shared/content/index.ts';
import { $setLook } from './table-rules.ts';

/** The table around the selection, or `null`. */
export function $selectedTable(): TableNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  return $findTableNode(selection.anchor.getNode());
}

/** A new table with a heading row: what most tables of a school have. */
export function $createTable(rows: number, columns: number): TableNode {
  const table = $createTableNodeWithDimensions(rows, columns, false);
  $setLook(table, { headerRow: true, headerColumn: false });
  return table;
}

/** What the table's menu may do to it. */
export const TABLE_DEEDS = [
  'row_above',
  'row_below',
  'column_before',
  'column_after',
  'row_remove',
  'column_remove',
  'remove',
] as const;
export type TableDeed = (typeof TABLE_DEEDS)[number];

/** Whether the table still has room for a row or a column more. */
export function $hasRoom(table: TableNode, deed: TableDeed): boolean {
  if (deed === 'row_above' || deed === 'row_below') return table.getChildrenSize() < LIMITS.tableRows;
  if (deed === 'column_before' || deed === 'column_after') return table.getColumnCount() < LIMITS.tableColumns;
  return true;
}

/** Does it to the table around the selection; nothing where there is none or no room. */
export function $changeTable(deed: TableDeed): void {
  const table = $selectedTable();
  if (table === null || !$hasRoom(table, deed)) return;
  switch (deed) {
    case 'row_above':
    case 'row_below':
      $selectFirstCell($insertTableRowAtSelection(deed === 'row_below')?.getFirstChild<TableCellNode>());
      return;
    case 'column_before':
    case 'column_after':
      $insertTableColumnAtSelection(deed === 'column_after');
      $fitWidths(table);
      return;
    case 'row_remove':
      $deleteTableRowAtSelection();
      return;
    case 'column_remove':
      $deleteTableColumnAtSelection();
      if (table.isAttached()) $fitWidths(table);
      return;
    case 'remove':
      table.selectNext();
      table.remove();
  }
}

/** Makes the widths of the columns add up to the whole table again. */
export function $fitWidths(table: TableNode): void {
  const widths = table.getColWidths();
  if (widths === undefined) return;
  const sum = widths.reduce((all, width) => all + width, 0);
  if (sum > 0 && sum !== 1_000) table.setColWidths(fittedWidths(widths));
}

/** Widths of any measure in thousandths of the table, each 1 at least, that add up to all of it. */
export function fittedWidths(widths: readonly number[]): number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  let edge = 0;
  const fitted = widths.map((_, at) => {
    const until = widths.slice(0, at + 1).reduce((all, width) => all + width, 0);
    const before = edge;
    edge = Math.round((until * 1_000) / sum);
    return Math.max(1, edge - before);
  });
  const over = fitted.reduce((all, width) => all + width, 0) - 1_000;
  const widest = fitted.indexOf(Math.max(...fitted));
  return fitted.map((width, at) => (at === widest ? width - over : width));
}

/** Tab in the last cell makes a new row, as in Word; Lexical moves between the other cells. */
export function registerTableTab(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      if (event.shiftKey || event.ctrlKey || event.altKey || event.isComposing) return false;
      const selection = $getSelection();
      const table = $selectedTable();
      if (table === null || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const row = table.getLastChild();
      const cell = $findCellNode(selection.anchor.getNode());
      if (cell === null || !cell.is(cell.getParent()?.getLastChild()) || !cell.getParent()?.is(row)) return false;
      if (!$hasRoom(table, 'row_below')) return false;
      event.preventDefault();
      $changeTable('row_below');
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}

function $selectFirstCell(cell: TableCellNode | null | undefined): void {
  cell?.selectStart();
}
