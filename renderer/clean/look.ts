import { isSafeAddress, LIMITS, TEXT_FORMAT } from '../../shared/content/index.ts';
import {
  type LegacyEncoding,
  legacyEncodingOfFont,
  type Symbols,
  symbolsOfFont,
} from '../../shared/vietnamese/index.ts';
import type { Ledger } from './changes.ts';
import { isTracked } from './review.ts';
import { declared } from './style-sheet.ts';

/** How the words at one place of a page look, as far as a post can say it. */
export interface Look {
  /** Bits of {@link TEXT_FORMAT}. */
  readonly format: number;
  /** The encoding the font tells. */
  readonly encoding: LegacyEncoding | null;
  /** What the font shows in place of letters: an arrow under Wingdings' `à`. */
  readonly symbols: Symbols | null;
  readonly link: string | null;
  /** White space counts as it stands. */
  readonly isPreformatted: boolean;
  /** Lines end where they end in the page. */
  readonly keepsLines: boolean;
}

export const PLAIN: Look = {
  ...{ format: 0, encoding: null, symbols: null, link: null },
  ...{ isPreformatted: false, keepsLines: false },
};

const FORMAT_OF_TAG: Readonly<Record<string, number>> = {
  b: TEXT_FORMAT.bold,
  strong: TEXT_FORMAT.bold,
  i: TEXT_FORMAT.italic,
  em: TEXT_FORMAT.italic,
  cite: TEXT_FORMAT.italic,
  u: TEXT_FORMAT.underline,
  ins: TEXT_FORMAT.underline,
  s: TEXT_FORMAT.strike,
  strike: TEXT_FORMAT.strike,
  del: TEXT_FORMAT.strike,
  sub: TEXT_FORMAT.sub,
  sup: TEXT_FORMAT.sup,
  code: TEXT_FORMAT.code,
  kbd: TEXT_FORMAT.code,
};

/** The look inside an element, from the look around it and its declarations. */
export function lookInside(element: Element, declarations: string, around: Look, ledger: Ledger): Look {
  const font = fontOf(declarations) || (element.getAttribute('face') ?? '');
  return {
    // What was put in while changes were tracked is no more underlined than the rest.
    format: formatOf(isTracked(element) ? 'span' : element.localName, declarations, around.format),
    encoding: font === '' ? around.encoding : legacyEncodingOfFont(font),
    symbols: font === '' ? around.symbols : symbolsOfFont(font),
    link: element.localName === 'a' ? (linkOf(element, ledger) ?? around.link) : around.link,
    isPreformatted: around.isPreformatted || element.localName === 'pre',
    keepsLines: keepsLines(declarations) ?? around.keepsLines,
  };
}

/** Whether declarations say that lines end where they end in the page; `null` where they say nothing. */
function keepsLines(declarations: string): boolean | null {
  const space = declared(declarations, 'white-space') || declared(declarations, 'white-space-collapse');
  return space === '' ? null : /^(?:pre|break-spaces)/i.test(space);
}

/** The fonts that declarations name, '' where they name none: `font-family`, or the end of `font: 7.0pt "Times New Roman"`. */
function fontOf(declarations: string): string {
  const family = declared(declarations, 'font-family');
  return family !== '' ? family : (/\d\S*\s+(\D.*)$/.exec(declared(declarations, 'font'))?.[1] ?? '');
}

function formatOf(tag: string, declarations: string, around: number): number {
  let format = around | (FORMAT_OF_TAG[tag] ?? 0);
  const set = (bit: number, isOn: boolean): void => {
    format = isOn ? format | bit : format & ~bit;
  };
  // Google Docs wraps everything in a <b> that says it is not bold.
  const weight = declared(declarations, 'font-weight').toLowerCase();
  if (weight !== '') set(TEXT_FORMAT.bold, weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600);
  const slant = declared(declarations, 'font-style').toLowerCase();
  if (slant !== '') set(TEXT_FORMAT.italic, slant.startsWith('italic') || slant.startsWith('oblique'));
  const lines = `${declared(declarations, 'text-decoration')} ${declared(declarations, 'text-decoration-line')}`;
  // What is underlined in a link is the link.
  if (/underline/i.test(lines) && tag !== 'a') set(TEXT_FORMAT.underline, true);
  if (/line-through/i.test(lines)) set(TEXT_FORMAT.strike, true);
  const place = declared(declarations, 'vertical-align').toLowerCase();
  if (place.startsWith('sub')) set(TEXT_FORMAT.sub, true);
  if (place.startsWith('super')) set(TEXT_FORMAT.sup, true);
  return format;
}

function linkOf(element: Element, ledger: Ledger): string | null {
  const url = (element.getAttribute('href') ?? '').trim();
  // A place within its own page: the page is not here.
  if (url === '' || url.startsWith('#')) return null;
  if (isSafeAddress(url) && url.length <= LIMITS.urlCharacters) return url;
  ledger.note('links', url, element.textContent?.trim() ?? '');
  return null;
}

/** Whether an element is not to be seen: hidden, or a marker that Word writes for readers without lists. */
export function isHidden(element: Element, declarations: string): boolean {
  if (element.hasAttribute('hidden') || (element.localName === 'dialog' && !element.hasAttribute('open'))) return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(declarations);
}
