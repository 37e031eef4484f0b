import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { legacyEncodingOfFont, symbolsOfFont } from '../../../shared/vietnamese/index.ts';
import { readStyles, type WordStyles } from './word-styles.ts';
import { withAllWords } from './word-words.ts';

/** A Word document as mammoth shall read it, and its styles. */
export interface WordFile {
  readonly bytes: Uint8Array;
  readonly styles: WordStyles;
  /** See {@link withFormulas}. */
  readonly formulas: readonly string[];
}

const PARTS = { styles: 'word/styles.xml', numbering: 'word/numbering.xml' } as const;
const DOCUMENT = /^word\/document\d*\.xml$/;

/** Writes into a document what is drawn beside its words and mammoth does not read. @throws for a broken one. */
export function prepareWordFile(bytes: Uint8Array): WordFile {
  const read = unzipSync(bytes, {
    filter: ({ name }) => DOCUMENT.test(name) || Object.values(PARTS).some((part) => part === name),
  });
  const part = (name: string): string => (read[name] === undefined ? '' : strFromU8(read[name]));
  const styles = readStyles(part(PARTS.styles));
  let formulas: readonly string[] = [];
  const changed = Object.keys(read).flatMap((name) => {
    if (!DOCUMENT.test(name)) return [];
    const xml = part(name);
    const whole = withAllWords(xml, part(PARTS.numbering), styles);
    formulas = whole.formulas;
    return whole.xml === xml ? [] : [[name, strToU8(whole.xml)] as const];
  });
  if (changed.length === 0) return { bytes, styles, formulas };
  return { bytes: zipSync({ ...unzipSync(bytes), ...Object.fromEntries(changed) }, { level: 0 }), styles, formulas };
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
}

/** The same document, runs in those fonts named: by themselves, by their style, or by that of their paragraph. */
export function withFonts(node: WordNode, styles: WordStyles, around = styles.font): WordNode {
  const own = node.type === 'run' || node.type === 'paragraph' ? styles.of(node.styleId ?? null).font : null;
  const font = (node.type === 'run' ? node.font : null) ?? own ?? around;
  const children = node.children?.map((child) => withFonts(child, styles, font));
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
