import { type Tone, takeTone, VOWELS } from './letters.ts';
import { INITIALS, PAIRS, WHOLE } from './rimes.ts';

const MARKED = 'ăâêôơư';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter);

/**
 * Where a rime bears its tone: the places of its letters, the newer style last. Open oa, oe and uy have two
 * (hòa and hoà are both right); every other rime has one.
 */
export function tonePlaces(rime: string): readonly number[] {
  for (let at = rime.length - 1; at >= 0; at -= 1) if (MARKED.includes(rime[at] ?? ' ')) return [at];
  if (rime === 'oa' || rime === 'oe' || rime === 'uy') return [0, 1];
  return /^(oa|oe|oo|uy)/.test(rime) ? [1] : [0];
}

/** Stop finals close the voice off: only sắc and nặng can be heard, so only they are written. */
function mayBear(letters: string, tone: Tone): boolean {
  return !/(c|ch|p|t)$/.test(letters) || tone >= 4;
}

/** One way to read a toneless word: where the rime starts, and where its tone may stand, counted from the word's start. */
interface Reading {
  readonly start: number;
  readonly places: readonly number[];
}

function readings(letters: string): Reading[] {
  const found: Reading[] = [];
  if (WHOLE.has(letters)) {
    const start = [...letters].findIndex(isVowel);
    const first = letters.startsWith('gi') ? 1 : start;
    found.push({ start: first, places: tonePlaces(letters.slice(first)).map((at) => at + first) });
  }
  for (const initial of INITIALS) {
    if (!letters.startsWith(initial)) continue;
    const rime = letters.slice(initial.length);
    if (PAIRS.has(`${initial}|${rime}`))
      found.push({ start: initial.length, places: tonePlaces(rime).map((at) => at + initial.length) });
  }
  return found;
}

/** Whether a word is one syllable that Vietnamese spelling allows, in any case and either tone placement. */
export function isSyllable(word: string): boolean {
  const toneless = takeTone(word);
  if (toneless === null || toneless.letters.length > 7 || !mayBear(toneless.letters, toneless.tone)) return false;
  return readings(toneless.letters).some(({ places }) => toneless.tone === 0 || places.includes(toneless.at));
}

/** Where a toneless syllable bears its tone, or an empty list when it is none. */
export function placesOf(letters: string): readonly number[] {
  return readings(letters)[0]?.places ?? [];
}

export type TonePlacement = 'old' | 'new';

/**
 * Which style a word shows: `old` for hòa and thủy, `new` for hoà and thuỷ, `null` where the two agree.
 * Quyết định 240/QĐ (05/3/1984) and textbooks have the new one; UniKey types the old one unless told otherwise.
 */
export function tonePlacement(word: string): TonePlacement | null {
  const toneless = takeTone(word);
  if (toneless === null || toneless.tone === 0) return null;
  const places = readings(toneless.letters)[0]?.places ?? [];
  if (places.length !== 2) return null;
  return toneless.at === places[0] ? 'old' : toneless.at === places[1] ? 'new' : null;
}
