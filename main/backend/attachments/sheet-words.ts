import { plainOf } from './xml-words.ts';

/** The words of a workbook's sheets, a line a row and a tab between cells. `shared` is its table of texts. */
export function wordsOfSheets(shared: string | null, sheets: readonly string[]): string {
  const texts =
    shared === null
      ? []
      : [...shared.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, item = '']) => runsOf(item));
  return sheets
    .map((sheet) =>
      [...sheet.matchAll(/<row\b[^>]*>([\s\S]*?)<\/row>/g)]
        .map(([, row = '']) =>
          [...row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)]
            .map(([, about = '', cell = '']) => wordsOfCell(about, cell, texts))
            .join('\t'),
        )
        .join('\n'),
    )
    .join('\n\n');
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
