import { type Block, type InlineNode, LIMITS, toLine } from '../../shared/content/index.ts';
import { guessLegacyEncoding } from '../../shared/vietnamese/index.ts';
import { type Change, type Ledger, openLedger } from './changes.ts';
import { ACTIVE_TAGS, areApart, boxOf, DROPPED_TAGS, headingOf, isBlock, isBox, wordsDrawn } from './elements.ts';
import type { Formula } from './formula.ts';
import {
  formulaInComment,
  formulaOf,
  isDrawnAgain,
  isDrawnOtherwise,
  isPictureOfFormula,
  wordsOfPicture,
} from './formulas-of-page.ts';
import { type FlatItem, isWordMarker, listsOf, wordItem } from './lists.ts';
import { isHidden, type Look, lookInside, PLAIN } from './look.ts';
import { openPageItems } from './page-items.ts';
import { isCommentMark, leftOutOf } from './review.ts';
import { inUnicode, startRun } from './run.ts';
import { readStyleSheet, type StyleSheet } from './style-sheet.ts';
import { readTable } from './table.ts';
import { textBoxesIn } from './text-boxes.ts';

/** A picture whose bytes came along, to be taken in where it stands. */
export interface PagePicture {
  /** A `data:` address of a picture. */
  readonly source: string;
  readonly alt: string;
}
export type Part = { readonly block: Block } | { readonly picture: PagePicture };

export interface CleanedPage {
  readonly parts: readonly Part[];
  readonly changes: readonly Change[];
}

/** What a page's part is read with. */
export interface Reading {
  readonly styles: StyleSheet;
  readonly ledger: Ledger;
  readonly newId: () => string;
  /** The words seem to be in TCVN3, wherever no font says what they are in. */
  readonly isOld: boolean;
  /** What is read becomes lines of one cell, which keep what is drawn before an item. */
  readonly isCell?: boolean;
  /** What is read is a document embedded in another. */
  readonly isEmbedded?: boolean;
}

/** The page that the reading of a Word document put into an element without words; `null` for any other element. */
function embeddedIn(element: Element): string | null {
  return element.hasChildNodes() ? null : element.getAttribute('data-embedded-page');
}

/**
 * A page from outside (the clipboard of Word, Excel, LibreOffice, Google Docs, Zalo or a browser; a file) as blocks of a
 * post. Built from nothing: only what is named here can come through, so nothing that runs does. The page must have
 * been parsed without a window (`DOMParser`), where scripts do not run and pictures do not load.
 */
export function cleanPage(page: Document, newId: () => string): CleanedPage {
  const isOld = guessLegacyEncoding(page.body?.textContent ?? '') === 'tcvn3';
  const reading: Reading = { styles: readStyleSheet(page), ledger: openLedger(), newId, isOld };
  const entries = page.body ? readEntries(page.body, PLAIN, reading) : [];
  return { parts: partsOf(entries, newId), changes: reading.ledger.list() };
}

/** A part of the page, lists still flat. */
export type Entry = Part | { readonly item: FlatItem };

/** Deeper elements are read as bare words: no page is so deep, and a hostile one must not end the program. */
const DEEPEST_ELEMENT = 400;

type Kind =
  | { readonly type: 'paragraph' | 'quote' }
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4 }
  | {
      readonly type: 'item';
      readonly of: Omit<FlatItem, 'children'>;
      /** What is drawn before its words. */
      readonly box: string;
      entry: { item: FlatItem } | null;
    };

/** The parts inside an element, in order. */
export function readEntries(root: Element, look: Look, reading: Reading): Entry[] {
  const { styles, ledger, newId } = reading;
  const entries: Entry[] = [];
  const run = startRun(ledger, reading.isOld);
  const pageItems = openPageItems(styles);
  let pictures: PagePicture[] = [];
  const boxes: Element[] = [];
  let kind: Kind = { type: 'paragraph' };
  let lists = 0;

  const flush = (): void => {
    const children = run.take();
    if (children.length > 0) add(children);
    for (const picture of pictures) entries.push({ picture });
    pictures = [];
    for (const box of boxes.splice(0)) entries.push(...readEntries(box, PLAIN, reading));
  };
  const add = (children: InlineNode[]): void => {
    if (kind.type !== 'item') {
      entries.push({ block: { id: newId(), ...kind, children } as Block });
    } else if (kind.entry === null) {
      const box: InlineNode[] = kind.box === '' ? [] : [{ type: 'text', text: kind.box }];
      kind.entry = { item: { ...kind.of, children: [...box, ...children] } };
      entries.push(kind.entry);
    } else if (entries.at(-1) === kind.entry) {
      // A second paragraph of one item.
      kind.entry.item.children.push({ type: 'linebreak' }, ...children);
    } else {
      // A table or a quotation stands between: what is below it stays below it.
      entries.push({ block: { id: newId(), type: 'paragraph', children } });
    }
  };
  const within = (next: Kind, element: Element, inside: Look, depth: number): void => {
    flush();
    const around = kind;
    kind = next;
    readChildren(element, inside, depth, areApart(styles.of(element)));
    flush();
    kind = around;
  };
  const readChildren = (element: Element, inside: Look, depth: number, isApart = false): void => {
    let picture: 'none' | 'next' | 'here' = 'none';
    for (const child of element.childNodes) {
      if (child.nodeType === 8) {
        boxes.push(...textBoxesIn(child));
        const formula = formulaInComment(child.nodeValue ?? '');
        if (formula !== null) readElement(formula, inside, depth + 1);
        if (formula !== null) picture = 'next';
        else picture = picture === 'next' && isPictureOfFormula(child.nodeValue ?? '') ? 'here' : 'none';
      } else if (picture === 'here' && (child.textContent ?? '').trim() === '') continue;
      else if (child.nodeType === 3) run.text(child.nodeValue ?? '', inside);
      else if (child.nodeType === 1) readElement(child as Element, inside, depth + 1);
      if (isApart) run.apart();
    }
  };
  /** What Word drew before an item, in the letters that its font shows. */
  const readMark = (marker: Element, inside: Look): string =>
    inUnicode(marker.textContent ?? '', lookInside(marker, styles.of(marker), inside, ledger), ledger, reading.isOld);
  const write = (formula: Formula, isAlone: boolean, around: Look): void => {
    if (formula.length === 0) return;
    if (isAlone) flush();
    for (const { text, format } of formula) run.text(text, { ...around, format: around.format | format });
    if (isAlone) flush();
    ledger.note('formulas');
  };
  const readElement = (element: Element, around: Look, depth: number): void => {
    const tag = element.localName;
    const formula = formulaOf(element);
    if (formula !== null) {
      write(formula.formula, formula.isAlone, around);
      return;
    }
    if (tag === 'svg' && element.querySelector('text, foreignObject') !== null) ledger.note('pictures');
    if (DROPPED_TAGS.has(tag) || isWordMarker(element) || isDrawnAgain(element)) return;
    const declarations = styles.of(element);
    const leftOut = leftOutOf(element, declarations);
    if (leftOut !== null) {
      if (!isCommentMark(element)) ledger.note(leftOut, element.textContent ?? '');
      return;
    }
    const drawn = wordsDrawn(element);
    if (drawn !== null) {
      run.text(drawn, around);
      return;
    }
    const isUnseen = isHidden(element, declarations) && !isDrawnOtherwise(element);
    const unread = ACTIVE_TAGS.has(tag) ? 'active' : isUnseen ? 'hidden' : null;
    if (unread !== null) {
      ledger.note(unread);
      return;
    }
    if (element.hasAttribute('style') || tag === 'font') ledger.note('styling');
    const inside = lookInside(element, declarations, around, ledger);
    const embedded = reading.isEmbedded ? null : embeddedIn(element);
    const heading = headingOf(element);
    if (embedded !== null) readEmbedded(embedded);
    else if (depth > DEEPEST_ELEMENT) run.text(element.textContent ?? '', inside);
    else if (tag === 'br') run.lineBreak();
    else if (tag === 'img') readPicture(element, inside);
    else if (tag === 'hr') {
      flush();
      entries.push({ block: { id: newId(), type: 'rule' } });
    } else if (tag === 'table') {
      flush();
      const table = readTable(element, inside, reading, readEntries);
      if (table === null) within(kind, element, inside, depth);
      else entries.push(...table);
    } else if (heading !== null) {
      within({ type: 'heading', level: headingLevel(heading, ledger) }, element, { ...inside, format: 0 }, depth);
    } else if (tag === 'ul' || tag === 'ol') {
      flush();
      if (lists === 0) listNumber += 1;
      lists += 1;
      readChildren(element, inside, depth);
      flush();
      lists -= 1;
    } else if (tag === 'li') {
      within(
        {
          type: 'item',
          of: pageItems.read(element, Math.max(lists, 1), `page-${listNumber}`),
          box: boxOf(element),
          entry: null,
        },
        element,
        inside,
        depth,
      );
    } else if (tag === 'blockquote') {
      within({ type: 'quote' }, element, inside, depth);
    } else if (tag === 'p' && kind.type === 'paragraph') {
      const item = wordItem(element, declarations, (marker) => readMark(marker, inside));
      const next: Kind = item ? { type: 'item', of: item, box: '', entry: null } : kind;
      within(next, element, inside, depth);
      // The number of a row, which Word counts: no words follow it.
      if (item !== null && reading.isCell && next.type === 'item' && next.entry === null && item.isOrdered)
        entries.push({ item: { ...item, children: [] } });
    } else if (isBlock(element, declarations)) {
      within(kind, element, inside, depth);
    } else if (tag === 'rt') {
      // It stands above the words it is about; in one line, behind them.
      run.text(' (', inside);
      readChildren(element, inside, depth);
      run.text(')', inside);
    } else if (tag === 'q') {
      // A browser draws the marks.
      run.text('“', inside);
      readChildren(element, inside, depth);
      run.text('”', inside);
    } else {
      readChildren(element, inside, depth, areApart(declarations));
    }
  };
  /** A page that stands in another, as the reading of a Word document hands it on: with styles of its own. */
  const readEmbedded = (html: string): void => {
    flush();
    const page = new DOMParser().parseFromString(html, 'text/html');
    const own: Reading = { ...reading, styles: readStyleSheet(page), isEmbedded: true };
    entries.push(...readEntries(page.body, PLAIN, own));
  };
  const readPicture = (element: Element, around: Look): void => {
    const formula = wordsOfPicture(element);
    if (formula !== null) {
      write([{ text: formula, format: 0 }], false, around);
      return;
    }
    if (isBox(element)) return;
    // Words on both sides of a picture are not one.
    run.apart();
    const source = (element.getAttribute('src') ?? '').trim();
    const alt = toLine(element.getAttribute('alt') ?? '').slice(0, LIMITS.altCharacters);
    if (/^data:image\//i.test(source)) pictures.push({ source, alt });
    else if (Number(element.getAttribute('width') ?? 9) > 2) ledger.note('pictures', source.slice(-60), alt);
  };
  let listNumber = 0;

  readChildren(root, lookInside(root, styles.of(root), look, ledger), 0);
  flush();
  return entries;
}

function headingLevel(level: number, ledger: Ledger): 2 | 3 | 4 {
  const kept = level <= 2 ? 2 : level === 3 ? 3 : 4;
  if (kept !== level) ledger.note('headings');
  return kept;
}

function partsOf(entries: readonly Entry[], newId: () => string): Part[] {
  const parts: Part[] = [];
  let items: FlatItem[] = [];
  const close = (): void => {
    for (const block of listsOf(items, newId)) parts.push({ block });
    items = [];
  };
  for (const entry of entries) {
    if ('item' in entry) items.push(entry.item);
    else {
      close();
      parts.push(entry);
    }
  }
  close();
  return parts;
}
