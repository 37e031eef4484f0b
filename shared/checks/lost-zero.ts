import { foldForSearch } from '../vietnamese/index.ts';
import { isNationalId, isPhone } from './privacy.ts';

/** Headings of columns that hold such numbers, folded. */
const HEADING = /\b(sdt|so dt|dt|dien thoai|di dong|zalo|cccd|can cuoc|dinh danh|cmnd|ma hoc sinh)\b/;
/** A heading is a few words, no sentence that happens to hold them. */
const LONGEST_HEADING = 60;
/** So many cells of one column look like such numbers, where no heading says it. */
const ENOUGH = 3;
/** A spreadsheet keeps these as numbers, which have no 0 in front. */
const NUMBER = /^\d{9}$|^\d{11}$/;

/**
 * Cells that would be a phone or a personal identity number with the 0 in front that a spreadsheet takes away: under a
 * heading that says so, or several in one column none of which is a round sum. `lines` are rows with tabs between cells.
 */
export function lostZerosIn(lines: readonly string[]): string[] {
  const found: string[] = [];
  let columns: Column[] = [];
  const close = (): void => {
    for (const { isNamed, isMoney, cells } of columns)
      if (isNamed || (!isMoney && cells.length >= ENOUGH)) found.push(...cells);
    columns = [];
  };
  for (const line of lines) {
    // A sheet ends at an empty line.
    if (line.trim() === '') {
      close();
      continue;
    }
    for (const [at, words] of line.split('\t').entries()) {
      columns[at] ??= { isNamed: false, isMoney: false, cells: [] };
      judgeCell(columns[at], words.trim());
    }
  }
  close();
  return found;
}

interface Column {
  isNamed: boolean;
  isMoney: boolean;
  readonly cells: string[];
}

function judgeCell(column: Column, cell: string): void {
  if (NUMBER.test(cell)) {
    if (isPhone(`0${cell}`) || isNationalId(`0${cell}`)) column.cells.push(cell);
    column.isMoney ||= cell.endsWith('000');
    return;
  }
  if (cell.length <= LONGEST_HEADING && HEADING.test(foldForSearch(cell))) column.isNamed = true;
}
