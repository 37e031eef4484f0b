import { openNumbering } from './word-numbers.ts';
import type { WordStyles } from './word-styles.ts';
import { attribute, type Edit, edited, escapeXml, fontIn, tokensOf } from './word-xml.ts';

/** Around the number of an item in the words that mammoth reads; letters that no document has. */
const [MARK, END] = ['\ue0f0', '\ue0f1'];
/** Around the place of a formula among all of them, in the same way. */
const [FORMULA, FORMULA_END] = ['\ue0f2', '\ue0f3'];
/** A number alone, which a list draws by itself: `3.`, `(3)`. Letters do not, and a text may name them: điểm a, mục II. */
const PLAIN = /^[([]?\d+[.):/\]-]*$/;
const COMPOUND = /^[([]?(?:\d+[.-])+\d+[.):/\]-]*$/;
/** Deeper items of lists mammoth does not know. */
const DEEPEST_ITEM = 4;
/** Ends the numbering of a paragraph: its number stands in its words. */
const NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

interface Paragraph {
  style: string | null;
  list: string | null;
  level: number | null;
  /** That of its end, which is that of its number. */
  font: string | null;
  /** Where its properties end, and where its numbering stands in them. */
  properties: { readonly start: number; readonly end: number } | null;
  numbering: { readonly start: number; readonly end: number } | null;
  readonly isInCell: boolean;
}

/** A document's words as mammoth shall read them, and what it cannot. */
export interface AllWords {
  readonly xml: string;
  /** Its formulas as they stand in it; their places are in the words, see {@link withFormulas}. */
  readonly formulas: readonly string[];
}

/**
 * `word/document.xml` with the words that mammoth leaves out: what Word draws before the paragraphs that it numbers, where
 * that is more than the number of a list (`Câu 1:`, a heading's `II.`, the number of a table's row), and the places of
 * formulas, counted from `firstFormula`. Items of lists say their number, see {@link withNumbers}.
 */
export function withAllWords(xml: string, numberingXml: string, styles: WordStyles, firstFormula = 0): AllWords {
  const numbering = openNumbering(numberingXml);
  const edits: Edit[] = [];
  const open: Paragraph[] = [];
  let [cells, unread, depth] = [0, 0, 0];
  const formulas: string[] = [];
  let isBelowItem = false;
  let start = 0;

  const number = (paragraph: Paragraph): void => {
    const style = styles.of(paragraph.style);
    const list = paragraph.list ?? style.list;
    const level = paragraph.level ?? style.level ?? 0;
    const drawn = list === null ? null : numbering.next(list, level);
    if (drawn === null || drawn.label === '' || paragraph.properties === null) {
      isBelowItem &&= list !== null && list !== '0';
      return;
    }
    const { label } = drawn;
    const isPlain = PLAIN.test(label) || (COMPOUND.test(label) && isBelowItem);
    const isWritten = !isPlain || style.isHeading || paragraph.isInCell || level > DEEPEST_ITEM;
    isBelowItem = !isWritten;
    const words = isWritten ? `${escapeXml(label)} ` : `${MARK}${drawn.number}${END}`;
    const { start, end } = paragraph.properties;
    if (isWritten) edits.push({ ...(paragraph.numbering ?? { start, end: start }), text: NO_LIST });
    const font = drawn.font ?? paragraph.font;
    const look = font === null ? '' : `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`;
    edits.push({ start: end, end, text: `<w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r>` });
  };

  for (const token of tokensOf(xml)) {
    const { name, kind, isAlone } = token;
    const step = kind === 'text' || isAlone ? 0 : kind === 'open' ? 1 : -1;
    // The other form of the same words is the one that is read; and what a paragraph was before a change is not.
    if (name === 'mc:Choice' || name === 'w:pPrChange') unread += step;
    if (unread > 0) continue;
    if (name === 'w:tc') cells += step;
    if (name === 'm:oMath' || name === 'm:oMathPara') {
      depth += step;
      if (depth === 1 && step === 1) start = token.start;
      if (depth === 0 && step === -1) {
        const run = `<w:r><w:t>${FORMULA}${firstFormula + formulas.length}${FORMULA_END}</w:t></w:r>`;
        formulas.push(xml.slice(start, token.end));
        edits.push({ start: token.end, end: token.end, text: open.length > 0 ? run : `<w:p>${run}</w:p>` });
      }
    }
    // What a formula is made of is told elsewhere.
    if (depth > 0) continue;
    const paragraph = open.at(-1);
    if (name === 'w:p' && step === 1)
      open.push({
        style: null,
        list: null,
        level: null,
        font: null,
        properties: null,
        numbering: null,
        isInCell: cells > 0,
      });
    else if (name === 'w:p' && step === -1) open.pop();
    else if (paragraph === undefined || paragraph.properties !== null) continue;
    else if (name === 'w:pStyle') paragraph.style = attribute(token, 'w:val');
    else if (name === 'w:numId') paragraph.list = attribute(token, 'w:val');
    else if (name === 'w:rFonts') paragraph.font = fontIn(token);
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
  return { xml: edited(xml, edits), formulas };
}

/** The HTML of such a document, each item of a numbered list with its number. */
export function withNumbers(html: string): string {
  return html
    .replace(
      /<li>((?:<(?!(?:li|ol|ul)[ >])[^<>]*>)*)\ue0f0(\d+)\ue0f1/g,
      (_whole, before: string, number: string) => `<li value="${number}">${before}`,
    )
    .replace(/\ue0f0\d*\ue0f1/g, '');
}

/** The HTML of such a document with its formulas, for the cleaning to read: each tag closed, as HTML wants it. */
export function withFormulas(html: string, formulas: readonly string[]): string {
  return html.replace(/\ue0f2(\d+)\ue0f3/g, (_whole, place: string) =>
    (formulas[Number(place)] ?? '').replace(/<([\w:.-]+)([^<>]*)\/>/g, '<$1$2></$1>'),
  );
}
