import {
  type InlineNode,
  LIMITS,
  type TableCell,
  type TableRow,
  TEXT_FORMAT,
  toLine,
} from '../../shared/content/index.ts';
import type { Ledger } from './changes.ts';
import type { FlatItem } from './lists.ts';
import { isHidden, type Look, lookInside } from './look.ts';
import type { Entry, Reading } from './page.ts';

type ReadEntries = (element: Element, look: Look, reading: Reading) => Entry[];

interface Row {
  readonly cells: TableCell[];
  readonly headers: readonly boolean[];
}

/**
 * A table as a block, followed by the pictures of its cells; or `null` for one that only lays out a page (of one cell,
 * or with tables in it), whose content is read as if it stood alone. Too long a table becomes several, too wide a one
 * lines of text: no word is dropped.
 */
export function readTable(table: Element, look: Look, reading: Reading, readEntries: ReadEntries): Entry[] | null {
  const { styles, ledger, newId } = reading;
  // One that reaches into a cell all the same (in a box of words, in an embedded document) would have no place there.
  if (reading.isCell === true || table.querySelector('table') !== null) {
    if (saysSideBySide(table)) ledger.note('nested');
    return null;
  }
  const entries: Entry[] = [];
  const rows: Row[] = [];
  const isUnseen = unseenCells(table, styles, ledger);
  let tall: TallCell[] = [];
  for (const row of table.querySelectorAll('tr')) {
    if (/display\s*:\s*none/i.test(styles.of(row))) {
      tall = below(tall, false);
      continue;
    }
    const inRow = lookInside(row, styles.of(row), look, ledger);
    const elements = cellsOf(row).filter((cell) => !isUnseen(cell));
    const isHead = row.parentElement?.localName === 'thead';
    const cells = elements.map((element): TableCell => {
      const inside = readEntries(element, inRow, { ...reading, isCell: true });
      entries.push(...inside.filter((entry) => 'picture' in entry));
      return { children: joined(inside), ...spanOf(element, 'colspan'), ...spanOf(element, 'rowspan') };
    });
    tall = below(tall, cells.length > 0);
    if (cells.length === 0) continue;
    rows.push({ cells, headers: elements.map((element) => isHead || element.localName === 'th') });
    for (const cell of cells) if (cell.rowspan !== undefined) tall.push({ cell, left: cell.rowspan - 1 });
  }
  if (rows.length === 0 || (rows.length === 1 && rows[0]?.cells.length === 1)) return null;
  const title = table.querySelector('caption');
  const above = title === null ? [] : readEntries(title, look, { ...reading, isCell: true });
  if (rows.every(({ cells }) => cells.every(({ children }) => children.length === 0))) return [...above, ...entries];

  const columns = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { colspan }) => sum + (colspan ?? 1), 0)));
  if (columns > LIMITS.tableColumns) {
    ledger.note('tables');
    const lines = rows.map(({ cells }) =>
      cells.flatMap(({ children }, at) => (at === 0 ? children : [TAB, ...children])),
    );
    const paragraphs = lines.map((children): Entry => ({ block: { id: newId(), type: 'paragraph', children } }));
    return [...above, ...paragraphs, ...entries];
  }
  const [first] = rows as [Row];
  const caption = toLine(textOf(joined(above)));
  // A caption longer than one may be is a paragraph.
  const isShort = caption.length <= LIMITS.captionCharacters;
  const head = {
    headerRow: first.headers.every(Boolean) || (rows.length > 1 && first.cells.every(isBold)),
    headerColumn: rows.length > 1 && rows.slice(1).every(({ headers }) => headers[0] === true),
  };
  const blocks: Entry[] = [];
  for (let at = 0; at < rows.length; at += LIMITS.tableRows) {
    if (at > 0) ledger.note('tables');
    const own = rows.slice(at, at + LIMITS.tableRows).map(({ cells }): TableRow => ({ id: newId(), cells }));
    blocks.push({
      block: {
        id: newId(),
        type: 'table',
        ...(caption !== '' && isShort && at === 0 ? { caption } : {}),
        headerRow: at === 0 && head.headerRow,
        headerColumn: head.headerColumn,
        rows: own,
      },
    });
  }
  return [...(isShort ? [] : above), ...blocks, ...entries];
}

/** Whether a row of a table says something in more than one cell: read one below the other, that is lost. */
function saysSideBySide(table: Element): boolean {
  const own = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  return own.some((row) => cellsOf(row).filter((cell) => (cell.textContent ?? '').trim() !== '').length > 1);
}

function cellsOf(row: Element): Element[] {
  return [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
}

/**
 * Which cells are not to be seen: by themselves, or those of a column that Excel hides (`<col style="display:none">`), as
 * long as no cell of the table is wider or taller than one, so that columns can be told.
 */
function unseenCells(table: Element, styles: Reading['styles'], ledger: Ledger): (cell: Element) => boolean {
  const columns = [...table.querySelectorAll('col')].flatMap((column) => {
    const span = Number(column.getAttribute('span') ?? 1);
    return Array.from({ length: Math.min(Math.max(1, span || 1), 1_000) }, () => isHidden(column, styles.of(column)));
  });
  const isPlain = columns.includes(true) && table.querySelector('[colspan], [rowspan]') === null;
  const hidden = new Set<Element>();
  for (const row of table.querySelectorAll('tr'))
    for (const [at, cell] of cellsOf(row).entries())
      if ((isPlain && columns[at] === true) || isHidden(cell, styles.of(cell))) hidden.add(cell);
  for (const cell of hidden) if ((cell.textContent ?? '').trim() !== '') ledger.note('hidden');
  return (cell) => hidden.has(cell);
}

const TAB: InlineNode = { type: 'text', text: ' | ' };

/** A cell that reaches into rows below. */
interface TallCell {
  readonly cell: TableCell;
  readonly left: number;
}

/** The tall cells still open below a row. One that is left out, having no cells of its own, makes them shorter. */
function below(tall: readonly TallCell[], isKept: boolean): TallCell[] {
  const open = tall.filter(({ left }) => left > 0);
  if (!isKept)
    for (const { cell } of open) {
      if (cell.rowspan === 2) delete cell.rowspan;
      else if (cell.rowspan !== undefined) cell.rowspan -= 1;
    }
  return open.map(({ cell, left }) => ({ cell, left: left - 1 }));
}

/** The words of a cell: its blocks and items one below the other, items with their marks, for a cell has no lists. */
function joined(entries: readonly Entry[]): InlineNode[] {
  const counts = new Map<string, number>();
  const lines = entries.flatMap((entry): InlineNode[][] => {
    if ('item' in entry) return [[{ type: 'text', text: markOf(entry.item, counts) }, ...entry.item.children]];
    if ('picture' in entry || !('children' in entry.block)) return [];
    return [entry.block.children as InlineNode[]];
  });
  return lines.flatMap((children, at) => (at === 0 ? children : [{ type: 'linebreak' as const }, ...children]));
}

/** What stands before an item: what Word drew, else its number in the list, or a dash. */
function markOf({ list, level, isOrdered, number, mark, children }: FlatItem, counts: Map<string, number>): string {
  const key = `${list} ${level}`;
  const own = number ?? counts.get(key) ?? 1;
  counts.set(key, own + 1);
  if (!isOrdered) return '– ';
  return `${mark || `${own}.`}${children.length === 0 ? '' : ' '}`;
}

function textOf(children: readonly InlineNode[]): string {
  return children
    .map((node) => (node.type === 'text' ? node.text : node.type === 'link' ? textOf(node.children) : ' '))
    .join('');
}

function isBold({ children }: TableCell): boolean {
  return (
    children.length > 0 &&
    children.every((node) => node.type !== 'text' || ((node.format ?? 0) & TEXT_FORMAT.bold) !== 0)
  );
}

function spanOf(element: Element, name: 'colspan' | 'rowspan'): { [span in typeof name]?: number } {
  const span = Number(element.getAttribute(name) ?? 1);
  const most = name === 'colspan' ? LIMITS.tableColumns : LIMITS.tableRows;
  return Number.isInteger(span) && span >= 2 ? { [name]: Math.min(span, most) } : {};
}
