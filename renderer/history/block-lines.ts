import { asKnownBlock, type Block, type TableBlock, textOfBlock } from '../../shared/content/index.ts';

/** One line of a table as words, its cells parted so that a change shows in which cell it is. */
export interface RowLine {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

const CELLS = ' | ';

/** The rows of a changed table, by their ids, in the order of the newer; removed ones at the end. `null` for other blocks. */
export function changedRows(before: Block, after: Block): RowLine[] | null {
  const [was, is] = [asKnownBlock(before), asKnownBlock(after)];
  if (was?.type !== 'table' || is?.type !== 'table') return null;
  const older = new Map(was.rows.map((row) => [row.id, wordsOfRow(row)]));
  const kept = new Set(is.rows.map(({ id }) => id));
  return [
    ...is.rows.map((row) => ({ id: row.id, before: older.get(row.id) ?? '', after: wordsOfRow(row) })),
    ...was.rows.filter(({ id }) => !kept.has(id)).map((row) => ({ id: row.id, before: wordsOfRow(row), after: '' })),
  ].filter((line) => line.before !== line.after);
}

function wordsOfRow({ cells }: TableBlock['rows'][number]): string {
  return cells.map(({ children }) => textOfBlock({ id: '-', type: 'paragraph', children })).join(CELLS);
}
