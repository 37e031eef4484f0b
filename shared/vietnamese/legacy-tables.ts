/**
 * Our own tables of the two encodings that Vietnamese pages were written in before Unicode. Codes are written as the
 * letters that Windows-1252 shows for them, which is how they come out of old pages and old Word files today.
 *
 * TCVN3 (TCVN 5712:1993 VN3, "ABC"): one code a letter; the seven capitals without a tone have codes, capitals with a
 * tone have none and are written with the lower-case code in a `.Vn...H` font.
 * VNI-Windows: a base letter and one mark; the tone on `aâ` or `aê` is merged with the mark.
 */

/** TCVN3's letters in the order of {@link TCVN3_CODES}. */
const TCVN3_LETTERS =
  'ĂÂÊÔƠƯĐ' + 'ăâêôơưđ' + 'àảãáạằẳẵắặầẩẫấậ' + 'èẻẽéẹềểễếệ' + 'ìỉĩíị' + 'òỏõóọồổỗốộờởỡớợ' + 'ùủũúụừửữứự' + 'ỳỷỹýỵ';

/** Code points of TCVN3's letters, in hexadecimal. AD, which is ư, is the soft hyphen elsewhere. */
const TCVN3_CODES =
  'A1A2A3A4A5A6A7' +
  'A8A9AAABACADAE' +
  'B5B6B7B8B9BBBCBDBEC6C7C8C9CACB' +
  'CCCECFD0D1D2D3D4D5D6' +
  'D7D8DCDDDE' +
  'DFE1E2E3E4E5E6E7E8E9EAEBECEDEE' +
  'EFF1F2F3F4F5F6F7F8F9' +
  'FAFBFCFDFE';

/** Each TCVN3 code to its letter. */
export const TCVN3: ReadonlyMap<string, string> = new Map(
  [...TCVN3_LETTERS].map((letter, index) => [
    String.fromCharCode(Number.parseInt(TCVN3_CODES.slice(index * 2, index * 2 + 2), 16)),
    letter,
  ]),
);

/** Marks of VNI in the order huyền, hỏi, ngã, sắc, nặng; then the same over â and over ă. */
const TONES = ['ø', 'û', 'õ', 'ù', 'ï'];
const TONES_ON_CIRCUMFLEX = ['à', 'å', 'ã', 'á', 'ä'];
const TONES_ON_BREVE = ['è', 'ú', 'ü', 'é', 'ë'];

/** Rows of a base and its marks, each with the letters they make. */
const VNI_ROWS: readonly (readonly [string, readonly string[], string])[] = [
  ['a', TONES, 'àảãáạ'],
  ['a', ['ê', ...TONES_ON_BREVE], 'ăằẳẵắặ'],
  ['a', ['â', ...TONES_ON_CIRCUMFLEX], 'âầẩẫấậ'],
  ['e', TONES, 'èẻẽéẹ'],
  ['e', ['â', ...TONES_ON_CIRCUMFLEX], 'êềểễếệ'],
  ['o', TONES, 'òỏõóọ'],
  ['o', ['â', ...TONES_ON_CIRCUMFLEX], 'ôồổỗốộ'],
  ['ô', ['', ...TONES], 'ơờởỡớợ'],
  ['u', TONES, 'ùủũúụ'],
  ['ö', ['', ...TONES], 'ưừửữứự'],
  ['', ['ì', 'æ', 'ó', 'í', 'ò'], 'ìỉĩíị'],
  ['y', ['ø', 'û', 'õ', 'ù'], 'ỳỷỹý'],
  ['', ['î', 'ñ'], 'ỵđ'],
];

const VNI_LOWER = VNI_ROWS.flatMap(([base, marks, letters]) =>
  marks.map((mark, index): [string, string] => [base + mark, letters[index] as string]),
);

/**
 * Each VNI code, of one or two characters, to its letter. A capital's mark is a capital too, but writers who held Shift
 * for the letter alone left a small one, which reads the same.
 */
export const VNI: ReadonlyMap<string, string> = new Map([
  ...VNI_LOWER,
  ...VNI_LOWER.map(([code, letter]): [string, string] => [
    code.slice(0, 1).toUpperCase() + code.slice(1),
    letter.toUpperCase(),
  ]),
  ...VNI_LOWER.map(([code, letter]): [string, string] => [code.toUpperCase(), letter.toUpperCase()]),
]);
