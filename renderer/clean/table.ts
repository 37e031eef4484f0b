import {
  type InlineNode,
  LIMITS,
  type TableCell,
  type TableRow,
  TEXT_FORMAT,
  toLine,
} from '../../shared/content/index.ts';
import { type Look, lookInside } from './look.ts';
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
  if (table.querySelector('table') !== null) return null;
  const entries: Entry[] = [];
  const rows: Row[] = [];
  for (const row of table.querySelectorAll('tr')) {
    if (/display\s*:\s*none/i.test(styles.of(row))) continue;
    const inRow = lookInside(row, styles.of(row), look, ledger);
    const elements = [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
    const isHead = row.parentElement?.localName === 'thead';
    const cells = elements.map((element): TableCell => {
      const inside = readEntries(element, inRow, reading);
      entries.push(...inside.filter((entry) => 'picture' in entry));
      return { children: joined(inside), ...spanOf(element, 'colspan'), ...spanOf(element, 'rowspan') };
    });
    if (cells.length > 0)
      rows.push({ cells, headers: elements.map((element) => isHead || element.localName === 'th') });
  }
  if (rows.length === 0 || (rows.length === 1 && rows[0]?.cells.length === 1)) return null;
  if (rows.every(({ cells }) => cells.every(({ children }) => children.length === 0))) return entries;

  const columns = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { colspan }) => sum + (colspan ?? 1), 0)));
  if (columns > LIMITS.tableColumns) {
    ledger.note('tables');
    const lines = rows.map(({ cells }) =>
      cells.flatMap(({ children }, at) => (at === 0 ? children : [TAB, ...children])),
    );
    return [...lines.map((children): Entry => ({ block: { id: newId(), type: 'paragraph', children } })), ...entries];
  }
  const [first] = rows as [Row];
  const caption = toLine(table.querySelector('caption')?.textContent ?? '').slice(0, LIMITS.captionCharacters);
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
        ...(caption === '' ? {} : { caption }),
        headerRow: at === 0 && head.headerRow,
        headerColumn: head.headerColumn,
        rows: own,
      },
    });
  }
  return [...blocks, ...entries];
}

const TAB: InlineNode = { type: 'text', text: ' | ' };

/** The words of a cell: its blocks and items one below the other. */
function joined(entries: readonly Entry[]): InlineNode[] {
  const lines = entries.flatMap((entry): InlineNode[][] => {
    if ('item' in entry) return [entry.item.children];
    if ('picture' in entry || !('children' in entry.block)) return [];
    return [entry.block.children as InlineNode[]];
  });
  return lines.flatMap((children, at) => (at === 0 ? children : [{ type: 'linebreak' as const }, ...children]));
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
