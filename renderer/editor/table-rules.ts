import {
  $computeTableMapSkipCellCheck,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getNodeByKey,
  $getState,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  $setState,
  createState,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import { HEADER, type TableLook } from './convert-table.ts';

/** Headings and caption of a table; `null` for one from outside, until its cells have told. */
const lookState = createState('table', {
  parse: (value): TableLook | null => {
    if (typeof value !== 'object' || value === null) return null;
    const { headerRow, headerColumn, caption } = value as Record<string, unknown>;
    return {
      headerRow: headerRow === true,
      headerColumn: headerColumn === true,
      ...(typeof caption === 'string' && caption !== '' ? { caption } : {}),
    };
  },
});

export function $lookOf(table: TableNode): TableLook {
  return $getState(table, lookState) ?? $lookOfCells(table);
}

export function $setLook(table: TableNode, look: TableLook): void {
  $setState(table, lookState, look);
  $markHeadings(table, look);
}

/**
 * Keeps a table within what a post can hold: cells of words, headings in the first row and column only, no table without
 * rows. What else gets into a cell (a list, a heading) becomes its lines; a picture goes below the table. No word is lost.
 */
export function registerTableRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TableCellNode, $flatten),
    // A new row is not a change of the table's own to Lexical.
    editor.registerNodeTransform(TableRowNode, (row) => {
      const table = row.getParent();
      if ($isTableNode(table)) table.markDirty();
    }),
    editor.registerNodeTransform(TableNode, (table) => {
      if (table.isEmpty()) table.remove();
      else if ($getState(table, lookState) === null) $setLook(table, $lookOfCells(table));
      else $markHeadings(table, $lookOf(table));
    }),
    editor.registerMutationListener(TableNode, (mutations) => {
      editor.read(() => {
        for (const [key, mutation] of mutations) {
          const table = mutation === 'destroyed' ? null : $getNodeByKey(key);
          if ($isTableNode(table)) showCaption(editor.getElementByKey(key), $lookOf(table).caption ?? '');
        }
      });
    }),
  );
}

/** Lexical draws no caption: the style sheet does, from this attribute. */
function showCaption(element: HTMLElement | null, caption: string): void {
  if (element === null) return;
  if (caption === '') element.removeAttribute('data-caption');
  else element.setAttribute('data-caption', caption);
}

function $lookOfCells(table: TableNode): TableLook {
  const rows = table.getChildren().filter($isTableRowNode);
  const isHeading = (cell: LexicalNode | null | undefined) => $isTableCellNode(cell) && cell.hasHeader();
  return {
    headerRow: rows[0]?.getChildren().every(isHeading) === true,
    headerColumn: rows.length > 1 && rows.slice(1).every((row) => isHeading(row.getFirstChild())),
  };
}

function $markHeadings(table: TableNode, { headerRow, headerColumn }: TableLook): void {
  const [grid] = $computeTableMapSkipCellCheck(table, null, null);
  for (const [at, row] of table.getChildren().entries()) {
    if (!$isTableRowNode(row)) continue;
    const first = grid[at]?.[0]?.cell;
    for (const cell of row.getChildren()) {
      if (!$isTableCellNode(cell)) continue;
      const state = (headerRow && at === 0 ? HEADER.row : 0) + (headerColumn && cell.is(first) ? HEADER.column : 0);
      if (cell.getHeaderStyles() !== state) cell.setHeaderStyles(state);
    }
  }
}

function $flatten(cell: TableCellNode): void {
  for (const child of cell.getChildren()) {
    if ($isParagraphNode(child)) continue;
    if ($isElementNode(child) && !child.isInline()) {
      for (const line of $linesOf(child)) child.insertBefore(line);
      child.remove();
    } else if ($isDecoratorNode(child) && !child.isInline()) {
      const table = $findMatchingParent(cell, $isTableNode);
      if (table !== null) table.insertAfter(child);
    } else {
      child.replace($createParagraphNode()).append(child);
    }
  }
}

function $linesOf(block: ElementNode): LexicalNode[] {
  const lines: LexicalNode[] = [];
  let line: ElementNode | null = null;
  for (const child of block.getChildren()) {
    if ($isElementNode(child) && !child.isInline()) {
      line = null;
      lines.push(...$linesOf(child));
    } else {
      if (line === null) {
        line = $createParagraphNode();
        lines.push(line);
      }
      line.append(child);
    }
  }
  return lines.length === 0 ? [$createParagraphNode()] : lines;
}
