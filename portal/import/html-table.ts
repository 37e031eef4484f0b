import { type Block, LIMITS, type TableCell, type TableRow, toLine } from '../../shared/content/index.ts';
import type { Page } from './html.ts';
import { attribute, type Element, findAll, wordsOf } from './html-words.ts';

/** A table, or `null` for one without words. A table inside a cell gives its words to the cell. */
export function tableOf(page: Page, element: Element, depth: number): Block | null {
  const rows = findAll(element, 'tr')
    .filter((row) => tableAround(row) === element)
    .map((row) => cellsOf(row))
    .filter((cells) => cells.length > 0);
  if (rows.length === 0) return null;
  const read = rows.map(
    (cells): TableRow => ({ id: page.nextId(), cells: cells.map((cell) => readCell(page, cell, depth)) }),
  );
  const words = toLine(wordsOf(findAll(element, 'caption').slice(0, 1)));
  if (words.length > LIMITS.captionCharacters) page.around.left('words_cut', words.slice(0, 80));
  const caption = words.slice(0, LIMITS.captionCharacters);
  const isHead = (cells: readonly Element[]): boolean => cells.every(({ nodeName }) => nodeName === 'th');
  return {
    ...{ id: page.nextId(), type: 'table' },
    ...(caption === '' ? {} : { caption }),
    headerRow: isHead(rows[0] ?? []),
    headerColumn: rows.length > 1 && rows.slice(1).every(([first]) => first?.nodeName === 'th'),
    rows: read,
  };
}

function cellsOf(row: Element): Element[] {
  return row.childNodes.filter(
    (node): node is Element => 'childNodes' in node && (node.nodeName === 'td' || node.nodeName === 'th'),
  );
}

function readCell(page: Page, cell: Element, depth: number): TableCell {
  const span = (name: 'colspan' | 'rowspan', most: number): Partial<TableCell> => {
    const count = Number.parseInt(attribute(cell, name), 10);
    return count >= 2 ? { [name]: Math.min(count, most) } : {};
  };
  return {
    children: page.inlineOf(cell.childNodes, depth + 1),
    ...span('colspan', LIMITS.tableColumns),
    ...span('rowspan', LIMITS.tableRows),
  };
}

function tableAround(row: Element): Element | null {
  let at = row.parentNode;
  while (at !== null && at.nodeName !== 'table') at = 'parentNode' in at ? at.parentNode : null;
  return at as Element | null;
}
