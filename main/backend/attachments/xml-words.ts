import { CELL_LINE } from '../../../shared/checks/index.ts';

/** Which tags of an XML format mean what. Names are as the programs write them, with their usual prefixes. */
export interface XmlFormat {
  /** Tags whose own text is words. */
  readonly words: ReadonlySet<string>;
  /** Tags after which a line ends, or a line within a cell. */
  readonly line: ReadonlySet<string>;
  readonly cell: ReadonlySet<string>;
  readonly row: ReadonlySet<string>;
  /** Tags that stand for a space, and for a tab: a space too within a cell. */
  readonly space: ReadonlySet<string>;
  readonly tab: ReadonlySet<string>;
}

const set = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

/**
 * WordprocessingML and DrawingML (ECMA-376): documents with what was deleted in tracked changes, headers and footers, slides;
 * the notes of workbooks.
 */
export const OPEN_XML: XmlFormat = {
  words: set('w:t', 'w:delText', 'a:t', 't', 'dc:title', 'dc:subject', 'dc:description', 'cp:keywords', 'cp:category'),
  line: set(
    'w:p',
    'w:br',
    'w:cr',
    'a:p',
    'a:br',
    'comment',
    'dc:title',
    'dc:subject',
    'dc:description',
    'cp:keywords',
    'cp:category',
  ),
  cell: set('w:tc', 'a:tc'),
  row: set('w:tr', 'a:tr'),
  space: set(),
  tab: set('w:tab', 'w:ptab'),
};

/** OpenDocument (OASIS 1.3): texts, tables, slides. */
export const OPEN_DOCUMENT: XmlFormat = {
  words: set('text:p', 'text:h', 'dc:title', 'dc:subject', 'dc:description', 'meta:keyword'),
  line: set('text:p', 'text:h', 'text:line-break', 'dc:title', 'dc:subject', 'dc:description', 'meta:keyword'),
  cell: set('table:table-cell'),
  row: set('table:table-row'),
  space: set('text:s'),
  tab: set('text:tab'),
};

const TOKEN = /<(\/?)([\w:.-]+)([^<>]*?)(\/?)>|([^<]+)/g;
/** A word painted behind the page: a watermark of Word. */
const WATERMARK = /\bstring="([^"]*)"/;

/** The words of one XML file by the tags of its format: lines, cells, rows. Linear in its length. */
export function wordsOfXml(xml: string, { words, line, cell, row, space, tab }: XmlFormat): string {
  let text = '';
  let [inWords, inCell] = [0, 0];
  for (const [, close, name = '', attributes = '', alone, plain] of xml.matchAll(TOKEN)) {
    if (plain !== undefined) {
      if (inWords > 0) text += plainOf(plain);
      continue;
    }
    const isEnd = close === '/' || alone === '/';
    if (words.has(name) && alone !== '/') inWords = Math.max(0, inWords + (isEnd ? -1 : 1));
    if (cell.has(name) && alone !== '/') inCell = Math.max(0, inCell + (isEnd ? -1 : 1));
    if (name === 'v:textpath' && close !== '/') text += `\n${plainOf(WATERMARK.exec(attributes)?.[1] ?? '')}\n`;
    if (!isEnd) continue;
    if (space.has(name)) text += ' ';
    // Where the stops of a paragraph are set, the tag of the same name has a place and stands for nothing.
    else if (tab.has(name) && !attributes.includes('w:pos=')) text += inCell > 0 ? ' ' : '\t';
    else if (line.has(name)) text += inCell > 0 ? CELL_LINE : '\n';
    else if (cell.has(name)) text = `${text.endsWith(CELL_LINE) ? text.slice(0, -1) : text}\t`;
    else if (row.has(name)) text += '\n';
  }
  return text;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML with its entities resolved. */
export function plainOf(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
