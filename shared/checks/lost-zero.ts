import { asKnownBlock, type Block, plainText } from '../content/index.ts';
import { foldForSearch } from '../vietnamese/index.ts';
import type { Match } from './finding.ts';
import { isNationalId, isPhone } from './privacy.ts';

/** Headings of columns or rows that hold such numbers, folded. */
const HEADING = /\b(sdt|so dt|dt|dien thoai|di dong|zalo|cccd|can cuoc|dinh danh|cmnd|ma hoc sinh)\b/;
/** Headings of columns that hold money, folded. */
const MONEY = /\b(tien|dong|vnd|kinh phi|du toan|quyet toan|doanh thu|gia tri|nam 20\d\d)\b/;
/** A heading is a few words, no sentence that happens to hold them. */
const LONGEST_HEADING = 60;
/** So many cells of one column look like such numbers, where no heading says it. */
const ENOUGH = 3;
/** A spreadsheet keeps these as numbers, which have no 0 in front. */
const NUMBER = /^\d{9}$|^\d{11}$/;
/** A number of any kind but one that still has its 0: counts, marks, years, sums. */
const ANY_NUMBER = /^[1-9]\d*(?:[.,]\d+)*$/;

/** Where one stands: its row, and its cell in the row. */
interface Found {
  readonly row: number;
  readonly cell: number;
}

/** Such numbers in the lines of a file: rows with tabs between cells, tables parted by empty lines. See {@link lostInRows}. */
export function lostZerosIn(lines: readonly string[]): string[] {
  const found: string[] = [];
  let rows: string[][] = [];
  const close = (): void => {
    found.push(...lostInRows(rows).map(({ row, cell }) => (rows[row]?.[cell] ?? '').trim()));
    rows = [];
  };
  for (const line of lines)
    if (line.trim() === '') close();
    else rows.push(line.split('\t'));
  close();
  return found;
}

/** Such numbers in a table of a post, with their places in its plain text; not the `phones` of the unit. See {@link lostInRows}. */
export function lostZerosOf(block: Block, phones: ReadonlySet<string>): Match[] {
  const known = asKnownBlock(block);
  if (known?.type !== 'table') return [];
  let at = 0;
  const rows = known.rows.map(({ cells }) =>
    cells.flatMap(({ children, colspan = 1 }) => {
      const { text } = plainText({ id: block.id, type: 'paragraph', children });
      const start = at;
      at += text.length + 1;
      return [{ text, start }, ...Array.from({ length: colspan - 1 }, () => ({ text: '', start }))];
    }),
  );
  return lostInRows(rows.map((cells) => cells.map(({ text }) => text))).flatMap(({ row, cell }) => {
    const { text = '', start = 0 } = rows[row]?.[cell] ?? {};
    const words = text.trim();
    const from = start + text.indexOf(words);
    return phones.has(`0${words}`) ? [] : [{ rule: 'lost_zero' as const, start: from, end: from + words.length }];
  });
}

/**
 * Cells that would be a phone or a personal identity number with the 0 in front that a spreadsheet takes away: under or
 * beside a heading that says so, or several in one column that holds no other numbers and no money.
 */
function lostInRows(rows: readonly (readonly string[])[]): Found[] {
  const columns: Column[] = [];
  const named: Found[] = [];
  for (const [row, cells] of rows.entries())
    for (const [cell, words] of cells.entries()) {
      columns[cell] ??= { isNamed: false, isOther: false, cells: [] };
      const isLost = judgeCell(columns[cell], words.trim());
      if (!isLost) continue;
      const beside = cell === 0 ? '' : (cells[cell - 1] ?? '').trim();
      if (isHeading(beside)) named.push({ row, cell });
      else columns[cell].cells.push({ row, cell });
    }
  const told = columns.filter(({ isNamed, isOther, cells }) => isNamed || (!isOther && cells.length >= ENOUGH));
  return [...named, ...told.flatMap(({ cells }) => cells)].toSorted(
    (one, other) => one.row - other.row || one.cell - other.cell,
  );
}

interface Column {
  isNamed: boolean;
  /** It holds numbers of another kind. */
  isOther: boolean;
  readonly cells: Found[];
}

/** Takes note of what a cell says of its column. Returns whether it looks like a number that lost its 0. */
function judgeCell(column: Column, cell: string): boolean {
  if (cell.length > LONGEST_HEADING) return false;
  const isLost = NUMBER.test(cell) && (isPhone(`0${cell}`) || isNationalId(`0${cell}`));
  if (isLost) column.isOther ||= cell.endsWith('000');
  else if (ANY_NUMBER.test(cell)) column.isOther ||= !isPhone(`0${cell}`);
  else if (isHeading(cell)) column.isNamed = true;
  else column.isOther ||= MONEY.test(foldForSearch(cell));
  return isLost;
}

function isHeading(cell: string): boolean {
  return cell !== '' && cell.length <= LONGEST_HEADING && HEADING.test(foldForSearch(cell));
}
