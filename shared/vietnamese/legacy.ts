import { TCVN3, VNI } from './legacy-tables.ts';
import { isSyllable } from './syllables/index.ts';

/** How a run of text is written: in one of the two encodings from before Unicode. */
export type LegacyEncoding = 'tcvn3' | 'tcvn3-capitals' | 'vni';

/**
 * The encoding that a font's name tells, or `null` for every other font. The font is the only sure sign (`domain.md`
 * 6.2): the same letters are Unicode under any other.
 *
 * @param family one name or a CSS list of names; the first name counts, as it is the one that was seen
 */
export function legacyEncodingOfFont(family: string): LegacyEncoding | null {
  const name = (family.split(',')[0] ?? '').replace(/["']/g, '').trim();
  // No other .Vn font's name ends in H: .VnTimeH, .VnArial NarrowH, in small letters where a page was tidied.
  if (/^\.vn/i.test(name)) return /h$/i.test(name) ? 'tcvn3-capitals' : 'tcvn3';
  return /^vni[- ]/i.test(name) ? 'vni' : null;
}

/** The text in Unicode (NFC). What is no code of the encoding stays as it is. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'vni') return fromVni(text);
  const letters = fromTcvn3(text);
  return encoding === 'tcvn3-capitals' ? letters.toUpperCase() : letters;
}

function fromTcvn3(text: string): string {
  // Pages that say µ with the Greek letter mean the same code.
  return Array.from(text, (code) => TCVN3.get(code === 'μ' ? 'µ' : code) ?? code)
    .join('')
    .normalize('NFC');
}

/** The longest code wins: `ôø` is ờ, not ơ and a mark. */
function fromVni(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; ) {
    const two = VNI.get(text.slice(at, at + 2));
    const length = two === undefined ? 1 : 2;
    const code = text.slice(at, at + 1);
    result += two ?? VNI.get(code) ?? code;
    at += length;
  }
  return result.normalize('NFC');
}

/** Letters that only Unicode Vietnamese has: no text in an old encoding holds one. */
const ONLY_UNICODE = /[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]|\p{M}/u;
/** Signs of TCVN3 that no Vietnamese word holds in Unicode. */
const TCVN3_SIGNS =
  /[\u00a1-\u00a9\u00ab-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d0\u00d1\u00d6-\u00d8\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]/;
/** A vowel and a mark of VNI, or one of VNI's single letters that Unicode Vietnamese does not have. */
const VNI_SIGNS = /[aeoôuöy][øûïåäëüœ]|[aeo][áàã](?![iuy])|[aeouy][õù]|[öñîæ]|aê|[aeo]â/i;
/** A fifth of the words: a foreign name or a sign of copyright alone does not make a text old. */
const ENOUGH = 0.2;

/**
 * Which old encoding a plain text seems to be in, or `null`. A guess to offer a conversion by, never to force one:
 * plain text has lost the font.
 */
export function guessLegacyEncoding(text: string): 'tcvn3' | 'vni' | null {
  if (ONLY_UNICODE.test(text)) return null;
  const words = text.split(/[\s\d.,;:!?()/"'-]+/).filter((word) => /[a-z]/i.test(word));
  if (words.length < 2) return null;
  // "Toà nhà" holds nothing but what Unicode has, and could be read as VNI.
  const share = (signs: RegExp): number =>
    words.filter((word) => signs.test(word) && !isSyllable(word)).length / words.length;
  const [tcvn3, vni] = [share(TCVN3_SIGNS), share(VNI_SIGNS)];
  if (Math.max(tcvn3, vni) < ENOUGH) return null;
  return vni >= tcvn3 ? 'vni' : 'tcvn3';
}
