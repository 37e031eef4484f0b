import { openNumbering } from './word-numbers.ts';
import type { WordStyles } from './word-styles.ts';
import { attribute, escapeXml, plainOf, tokensOf, type XmlToken } from './word-xml.ts';

/** Around the number of an item in the words that mammoth reads; letters that no document has. */
const [MARK, END] = ['\ue0f0', '\ue0f1'];
/** A number alone, which a list draws by itself: `3.`, `(3)`, `c)`, `III.`. */
const PLAIN = /^[([]?(?:\d+|[a-z]|[ivxlcdm]+)[.):/\]-]*$/i;
const COMPOUND = /^[([]?(?:\d+[.-])+\d+[.):/\]-]*$/;
/** Ends the numbering of a paragraph: its number stands in its words. */
const NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

interface Paragraph {
  style: string | null;
  list: string | null;
  level: number | null;
  /** Where its properties end, and where its numbering stands in them. */
  properties: { readonly start: number; readonly end: number } | null;
  numbering: { readonly start: number; readonly end: number } | null;
  readonly isInCell: boolean;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * `word/document.xml` with the words that mammoth leaves out: what Word draws before the paragraphs that it numbers, where
 * that is more than the number of a list (`Câu 1:`, a heading's `II.`, the number of a table's row), and formulas, in one
 * line. Items of lists say their number, see {@link withStarts}.
 */
export function withAllWords(xml: string, numberingXml: string, styles: WordStyles): string {
  const numbering = openNumbering(numberingXml);
  const edits: Edit[] = [];
  const open: Paragraph[] = [];
  let [cells, unread, formulas] = [0, 0, 0];
  let formula: XmlToken[] = [];
  let isBelowItem = false;

  const number = (paragraph: Paragraph): void => {
    const style = styles.of(paragraph.style);
    const list = paragraph.list ?? style.list;
    const drawn = list === null ? null : numbering.next(list, paragraph.level ?? style.level ?? 0);
    if (drawn === null || drawn.label === '' || paragraph.properties === null) {
      isBelowItem &&= list !== null && list !== '0';
      return;
    }
    const { label } = drawn;
    const isPlain = PLAIN.test(label) || (COMPOUND.test(label) && isBelowItem);
    const isWritten = !isPlain || style.isHeading || paragraph.isInCell;
    isBelowItem = !isWritten;
    const words = isWritten ? `${escapeXml(label)} ` : `${MARK}${drawn.number}${END}`;
    const { start, end } = paragraph.properties;
    if (isWritten) edits.push({ ...(paragraph.numbering ?? { start, end: start }), text: NO_LIST });
    edits.push({ start: end, end, text: `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>` });
  };

  for (const token of tokensOf(xml)) {
    const { name, kind, isAlone } = token;
    const step = kind === 'text' || isAlone ? 0 : kind === 'open' ? 1 : -1;
    // The other form of the same words is the one that is read; and what a paragraph was before a change is not.
    if (name === 'mc:Choice' || name === 'w:pPrChange') unread += step;
    if (unread > 0) continue;
    if (name === 'w:tc') cells += step;
    if (name === 'm:oMath' || name === 'm:oMathPara') formulas += step;
    if (formulas > 0) formula.push(token);
    else if (formula.length > 0) {
      const words = escapeXml(lineOf(formula));
      const run = `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
      edits.push({ start: token.end, end: token.end, text: open.length > 0 ? run : `<w:p>${run}</w:p>` });
      formula = [];
    }
    const paragraph = open.at(-1);
    if (name === 'w:p' && step === 1)
      open.push({ style: null, list: null, level: null, properties: null, numbering: null, isInCell: cells > 0 });
    else if (name === 'w:p' && step === -1) open.pop();
    else if (paragraph === undefined || paragraph.properties !== null) continue;
    else if (name === 'w:pStyle') paragraph.style = attribute(token, 'w:val');
    else if (name === 'w:numId') paragraph.list = attribute(token, 'w:val');
    else if (name === 'w:ilvl') paragraph.level = Number(attribute(token, 'w:val'));
    else if (name === 'w:numPr')
      paragraph.numbering = { start: paragraph.numbering?.start ?? token.start, end: token.end };
    else if (name === 'w:pPr' && step === -1) {
      paragraph.properties = { start: token.start, end: token.end };
      number(paragraph);
    } else if (name === 'w:r') {
      // Words come, so there are no properties.
      paragraph.properties = { start: token.start, end: token.start };
      isBelowItem = false;
    }
  }
  let result = '';
  let at = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    result += xml.slice(at, start) + text;
    at = end;
  }
  return result + xml.slice(at);
}

/** The HTML of such a document, its lists beginning with the number of their first item. */
export function withStarts(html: string): string {
  return html
    .replace(/<ol>(<li>(?:<[^<>]*>)*)\ue0f0(\d+)\ue0f1/g, (_whole, before: string, number: string) =>
      number === '1' ? `<ol>${before}` : `<ol start="${number}">${before}`,
    )
    .replace(/\ue0f0\d*\ue0f1/g, '');
}

/** A formula in one line, as one would type it: fractions with a slash, what stands higher after `^`. */
function lineOf(tokens: readonly XmlToken[]): string {
  let words = '';
  const path: string[] = [];
  const starts: number[] = [];
  for (const { name, kind, isAlone, text } of tokens) {
    if (kind === 'text') {
      if (path.at(-1) === 'm:t') words += plainOf(text);
    } else if (isAlone) continue;
    else if (kind === 'open') {
      if (name === 'm:d') words += '(';
      const sign = name === 'm:e' && path.at(-1) === 'm:rad' ? '√' : SIGNS.get(name);
      words += sign ?? '';
      starts.push(words.length);
      path.push(name);
    } else {
      const start = starts.pop() ?? words.length;
      const isRoot = path.pop() === 'm:e' && path.at(-1) === 'm:rad';
      const inner = words.slice(start);
      // An exponent or a degree that is not there.
      if (inner === '' && (SIGNS.get(name) ?? '') !== '') words = words.slice(0, -1);
      else if ((isRoot || SIGNS.has(name)) && inner.length > 1) words = `${words.slice(0, start)}(${inner})`;
      if (name === 'm:d') words += ')';
    }
  }
  return words;
}

/** What stands before a part of a formula in one line. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['m:num', ''],
  ['m:den', '/'],
  ['m:sup', '^'],
  ['m:sub', '_'],
]);
