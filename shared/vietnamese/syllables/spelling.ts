import { HIGHLAND_NAME, KNOWN_NAMES, KNOWN_WORDS } from './known-words.ts';
import { putTone, readTelex } from './letters.ts';
import { isSyllable, placesOf } from './syllable.ts';

/** A word that no rule of Vietnamese spelling allows and no list knows, at `[start, end)` of the text checked. */
export interface Misspelling {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** A run of letters with what may stand inside a name or an address; addresses and codes are let through whole. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’@._/:&+-]+[\p{L}\p{M}\p{N}]+)*/gu;
const LETTERS_ONLY = /^[\p{L}\p{M}]+$/u;
const SENTENCE_END = /[.!?…:;,()“”"\n]/u;
/** An address, a file name, a code with digits, a name with an apostrophe: nothing that is spelt. */
const NO_SPELLING = /[@\p{N}'’_+&:]|\.[\p{L}]{2,}$|\p{L}\.\p{L}|[-/](?=[^\s])/u;
const PLAIN = /^[a-zA-Z]+$/;

/** An abbreviation with one marked vowel at most: NGƯT, NSƯT. */
const ABBREVIATION = /^[bcdđghklmnpqrstvx]*[ăâêôơư]?[bcdđghklmnpqrstvx]*$/;

interface Token {
  readonly start: number;
  readonly word: string;
  readonly isForeign: boolean;
  readonly isWrong: boolean;
}

/**
 * Finds impossible syllables. Let through: numbers, codes and addresses, abbreviations, words with capitals inside,
 * unmarked names, hyphenated loans (rô-bốt), highland names, a run of foreign words, and `words` (lower case, NFC): the
 * person's own list and the unit's. Linear in the text's length.
 */
export function findMisspellings(text: string, words: ReadonlySet<string> = new Set()): Misspelling[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    // A hashtag or a name of an account is no word: #hocsinh, @truongthcs.
    const verdict = /[#@]/.test(text[index - 1] ?? '') ? 'let through' : judge(word, words);
    tokens.push({
      start: index,
      word,
      isForeign: verdict !== 'right' && PLAIN.test(word) && !isLeftTelex(word),
      isWrong: verdict === 'wrong',
    });
  }
  return tokens.flatMap((token, at) =>
    token.isWrong && !isAmongForeign(tokens, at, text)
      ? [{ start: token.start, end: token.start + token.word.length, word: token.word }]
      : [],
  );
}

/** `right`: a syllable. `let through`: no syllable, but not ours to judge. */
function judge(word: string, words: ReadonlySet<string>): 'right' | 'let through' | 'wrong' {
  if (!LETTERS_ONLY.test(word)) return NO_SPELLING.test(word) ? 'let through' : 'right';
  // Ð of Icelandic for Đ has a note of its own: the word is not noted twice.
  const lower = word.normalize('NFC').toLowerCase().replaceAll('ð', 'đ');
  if ([...lower].length < 2 || lower.length > 40) return 'let through';
  if (isSyllable(lower)) return 'right';
  if (words.has(lower) || KNOWN_WORDS.has(lower)) return 'let through';
  const isAllCapitals = word === word.toUpperCase();
  const bare = /^[\p{Lu}Đ]+$/u.test(word) && !/[^A-ZĐ]/.test(word);
  if (isAllCapitals && (bare || ABBREVIATION.test(lower))) return 'let through';
  if (!isAllCapitals && /\p{L}\p{Lu}/u.test(word.normalize('NFC'))) return 'let through';
  if (/^\p{Lu}/u.test(word) && (PLAIN.test(word) || HIGHLAND_NAME.test(lower) || KNOWN_NAMES.has(lower)))
    return 'let through';
  return 'wrong';
}

/** Telex keys that were never turned into letters: the commonest slip, and no foreign word. */
function isLeftTelex(word: string): boolean {
  const { letters, tone } = readTelex(word.toLowerCase());
  const at = placesOf(letters)[0];
  return at !== undefined && isSyllable(tone === 0 ? letters : putTone(letters, tone, at));
}

/** Two foreign words side by side in one sentence are a foreign phrase: nobody wants it underlined word by word. */
function isAmongForeign(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at];
  if (token === undefined || !PLAIN.test(token.word)) return false;
  const touches = (one: Token | undefined, other: Token | undefined): boolean =>
    one?.isForeign === true &&
    other?.isForeign === true &&
    !SENTENCE_END.test(text.slice(one.start + one.word.length, other.start));
  return touches(tokens[at - 1], token) || touches(token, tokens[at + 1]);
}
