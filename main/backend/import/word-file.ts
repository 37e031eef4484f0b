import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { legacyEncodingOfFont, symbolsOfFont } from '../../../shared/vietnamese/index.ts';
import { chunksIn, withChunkPlaces } from './word-chunks.ts';
import { commentsIn, type LeftOut, marginsIn, withoutHidden } from './word-left-out.ts';
import { withReadableParts } from './word-parts.ts';
import { readStyles, type WordStyles } from './word-styles.ts';
import { withAllWords } from './word-words.ts';

/** A Word document as mammoth shall read it, and its styles. */
export interface WordFile {
  readonly bytes: Uint8Array;
  readonly styles: WordStyles;
  /** See {@link withFormulas}. */
  readonly formulas: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** See {@link withChunks}. */
  readonly chunks: readonly (string | null)[];
}

/** Where words of the text stand: the document, its footnotes and endnotes. */
const WORDS = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/;
const MARGIN = /^word\/(?:header|footer)\d*\.xml$/;
const PARTS = ['word/styles.xml', 'word/numbering.xml', 'word/comments.xml'] as const;
const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';

/** Writes into a document what is drawn beside its words and mammoth does not read. @throws for a broken one. */
export function prepareWordFile(bytes: Uint8Array): WordFile {
  const read = unzipSync(bytes, {
    filter: ({ name }) => WORDS.test(name) || MARGIN.test(name) || PARTS.some((part) => part === name),
  });
  const part = (name: string): string => (read[name] === undefined ? '' : strFromU8(read[name]));
  const [styles, numbering] = [readStyles(part(PARTS[0])), part(PARTS[1])];
  const formulas: string[] = [];
  const margins = Object.keys(read).filter((name) => MARGIN.test(name));
  const leftOut = [...commentsIn(part(PARTS[2])), ...marginsIn(margins.map(part))];
  const chunks: (string | null)[] = [];
  const embedded = (ids: readonly string[]): (string | null)[] => {
    const one = (name: string): Uint8Array | undefined =>
      unzipSync(bytes, { filter: (file) => file.name === name })[name];
    const relations = one(RELATIONS);
    return chunksIn(ids, relations === undefined ? '' : strFromU8(relations), one);
  };
  const changed = Object.keys(read).flatMap((name) => {
    if (!WORDS.test(name)) return [];
    const xml = part(name);
    const placed = name === DOCUMENT ? withChunkPlaces(xml) : { xml, ids: [] };
    chunks.push(...(placed.ids.length === 0 ? [] : embedded(placed.ids)));
    const seen = withoutHidden(withReadableParts(placed.xml));
    leftOut.push(...seen.leftOut);
    const whole = withAllWords(seen.xml, numbering, styles, formulas.length);
    formulas.push(...whole.formulas);
    return whole.xml === xml ? [] : [[name, strToU8(whole.xml)] as const];
  });
  if (changed.length === 0) return { bytes, styles, formulas, leftOut, chunks };
  const whole = zipSync({ ...unzipSync(bytes), ...Object.fromEntries(changed) }, { level: 0 });
  return { bytes: whole, styles, formulas, leftOut, chunks };
}

/** Fonts that alone tell what their letters are, each with the class of its words in the HTML. */
const FONTS = {
  tcvn3: '.VnTime',
  'tcvn3-capitals': '.VnTimeH',
  vni: 'VNI-Times',
  wingdings: 'Wingdings',
  symbol: 'Symbol',
} as const;

/** The style map and style sheet that name those fonts in the HTML, for the cleaning to read. */
export const FONT_STYLES = Object.keys(FONTS).map((name) => `r.font-${name} => span.font-${name}`);
export const FONT_SHEET = `<style>${Object.entries(FONTS)
  .map(([name, font]) => `.font-${name}{font-family:"${font}"}`)
  .join('')}</style>`;

/** A node of mammoth's document, as far as it is looked into. */
export interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly styleId?: string | null;
  readonly font?: string | null;
  /** Of a document: what mammoth looks its notes up in. */
  readonly notes?: { readonly _notes?: Readonly<Record<string, { body: readonly WordNode[] }>> };
}

/** The same document, runs in those fonts named: by themselves, by their style, or by that of their paragraph. */
export function withFonts(node: WordNode, styles: WordStyles, around = styles.font): WordNode {
  const own = node.type === 'run' || node.type === 'paragraph' ? styles.of(node.styleId ?? null).font : null;
  const font = (node.type === 'run' ? node.font : null) ?? own ?? around;
  const children = node.children?.map((child) => withFonts(child, styles, font));
  for (const note of Object.values(node.notes?._notes ?? {}))
    note.body = note.body.map((child) => withFonts(child, styles, font));
  const named = node.type === 'run' ? nameOf(font ?? '') : null;
  return {
    ...node,
    ...(children === undefined ? {} : { children }),
    ...(named === null ? {} : { styleId: `font-${named}`, styleName: null }),
  };
}

function nameOf(font: string): keyof typeof FONTS | null {
  if (symbolsOfFont(font) !== null) return font.toLowerCase() === 'symbol' ? 'symbol' : 'wingdings';
  return legacyEncodingOfFont(font);
}
