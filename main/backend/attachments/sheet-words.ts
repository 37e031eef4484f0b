import { plainOf } from './xml-words.ts';

/** The words of a workbook's sheets, a line a row and a tab between cells. `shared` is its table of texts. */
export function wordsOfSheets(shared: string | null, sheets: readonly string[]): string {
  const texts =
    shared === null
      ? []
      : [...shared.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, item = '']) => runsOf(item));
  return sheets
    .map((sheet) =>
      [
        ...[...sheet.matchAll(/<row\b[^>]*>([\s\S]*?)<\/row>/g)].map(([, row = '']) => wordsOfRow(row, texts)),
        ...[...sheet.matchAll(PAGE_EDGE)].map(([, words = '']) => `\n${plainOf(words).replace(EDGE_CODE, '\n')}`),
      ].join('\n'),
    )
    .join('\n\n');
}

/** Headers and footers of printed pages, and the codes in them: where, in which font, which number. */
const PAGE_EDGE = /<(?:odd|even|first)(?:Header|Footer)>([^<]*)</g;
const EDGE_CODE = /&(?:[LCRPNDTFAZGBIUESXYOH]|"[^"]*"|\d{1,3}|K[\w+-]{1,8})/g;

/** Cells of a row at their columns: those that are empty may be left out of the file. */
function wordsOfRow(row: string, texts: readonly string[]): string {
  const cells: string[] = [];
  for (const [, about = '', cell = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const at = columnOf(about);
    while (at !== null && cells.length < Math.min(at, MOST_COLUMNS)) cells.push('');
    cells.push(wordsOfCell(about, cell, texts));
  }
  return cells.join('\t');
}

/** Columns up to which empty cells are kept; a hostile file may name the last one in each row. */
const MOST_COLUMNS = 100;

/** The column a cell names, from 0, or `null`: `C5` is 2. */
function columnOf(about: string): number | null {
  const name = /\br="([A-Z]{1,3})\d+"/.exec(about)?.[1];
  return name === undefined ? null : [...name].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function wordsOfCell(about: string, cell: string, texts: readonly string[]): string {
  const kind = /\bt="(\w+)"/.exec(about)?.[1];
  if (kind === 'inlineStr') return runsOf(cell);
  const value = /<v\b[^>]*>([^<]*)<\/v>/.exec(cell)?.[1] ?? '';
  return kind === 's' ? (texts[Number(value)] ?? '') : plainOf(value);
}

/** The text of runs, without how they are to be read (phonetic runs). */
function runsOf(item: string): string {
  const own = item.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '');
  return [...own.matchAll(/<t\b[^>]*?(?:\/>|>([^<]*)<\/t>)/g)].map(([, text = '']) => plainOf(text)).join('');
}
