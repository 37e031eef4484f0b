/** The six tones, in dictionary order: level, huyền, hỏi, ngã, sắc, nặng. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

/** Combining marks of the tones, by number; the level tone has none. */
const MARKS = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;

/** The Telex key of each tone. */
export const TONE_KEYS = ['', 'f', 'r', 'x', 's', 'j'] as const;

/** How each letter with a mark is typed in Telex; other letters are typed as they are. */
const LETTER_KEYS: Readonly<Record<string, string>> = {
  ă: 'aw',
  â: 'aa',
  đ: 'dd',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
};

export const VOWELS = 'aăâeêioôơuưy';

/** One letter without its tone, and the tone that stood on it. `ậ` is `â` and nặng. */
function untoned(letter: string): { bare: string; tone: Tone } {
  const parts = letter.normalize('NFD');
  const tone = MARKS.findIndex((mark) => mark !== '' && parts.includes(mark));
  return tone < 0
    ? { bare: letter, tone: 0 }
    : { bare: parts.replace(MARKS[tone] ?? '', '').normalize('NFC'), tone: tone as Tone };
}

/** A word in lower case, its tone taken off. `at` is the letter that bore it, -1 for the level tone. */
export interface Toneless {
  readonly letters: string;
  readonly tone: Tone;
  readonly at: number;
}

/** Takes the tone off a word, or `null` when two letters bear one. The word may be in any case, NFC or not. */
export function takeTone(word: string): Toneless | null {
  let letters = '';
  let tone: Tone = 0;
  let at = -1;
  for (const letter of word.normalize('NFC').toLowerCase()) {
    const found = untoned(letter);
    if (found.tone !== 0) {
      if (tone !== 0) return null;
      tone = found.tone;
      at = letters.length;
    }
    letters += found.bare;
  }
  return { letters, tone, at };
}

/** Puts a tone on the letter at `at`; NFC. */
export function putTone(letters: string, tone: Tone, at: number): string {
  return (letters.slice(0, at + 1) + MARKS[tone] + letters.slice(at + 1)).normalize('NFC');
}

/** The keys a Telex typist presses for a word: letters first, the tone last (`đường` is `dduwowngf`). */
export function telexKeys(word: string): string {
  const toneless = takeTone(word);
  if (toneless === null) return word.toLowerCase();
  return [...toneless.letters].map((letter) => LETTER_KEYS[letter] ?? letter).join('') + TONE_KEYS[toneless.tone];
}

/** What Telex keys left as letters would have made (`tieesng` is tiếng), before the tone is put in its place. */
export function readTelex(keys: string): { letters: string; tone: Tone } {
  const at = [...keys].findLastIndex((key, index) => index > 0 && TONE_KEYS.some((tone) => tone === key));
  const tone = at < 0 ? 0 : (TONE_KEYS as readonly string[]).indexOf(keys[at] ?? '');
  let letters = at < 0 ? keys : keys.slice(0, at) + keys.slice(at + 1);
  letters = letters.replace(/uow/g, 'ươ');
  for (const [letter, typed] of Object.entries(LETTER_KEYS)) letters = letters.replaceAll(typed, letter);
  return { letters, tone: tone as Tone };
}
