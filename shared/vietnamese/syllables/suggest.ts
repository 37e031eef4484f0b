import { keyDistance } from './keyboard.ts';
import { putTone, TONE_KEYS, type Tone, takeTone, telexKeys } from './letters.ts';
import { PAIRS } from './rimes.ts';
import { placesOf } from './syllable.ts';

/** Longest word that suggestions are sought for: no Vietnamese syllable has more than seven letters. */
const LONGEST = 9;
/** Furthest a suggestion may be from what was typed, in keys. */
const FURTHEST = 2;

/** Every toneless syllable with its Telex keys, made once when first asked for. */
let known: readonly (readonly [letters: string, keys: string])[] | undefined;
function toneless(): readonly (readonly [string, string])[] {
  known ??= [...PAIRS].map((pair) => {
    const letters = pair.replace('|', '');
    return [letters, telexKeys(letters)] as const;
  });
  return known;
}

/** Writes a suggestion in the case of the word it replaces. */
function inCaseOf(word: string, suggestion: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return suggestion.toUpperCase();
  const first = word[0] ?? '';
  return first === first.toUpperCase() ? (suggestion[0] ?? '').toUpperCase() + suggestion.slice(1) : suggestion;
}

/**
 * Syllables a typist may have meant, the nearest on a Telex keyboard first, `most` at most. The tone typed is kept, or
 * taken from a Telex key left among the letters; of equals, the one that keeps the first letter is first, then by spelling.
 */
export function suggestSyllables(word: string, most = 5): string[] {
  const taken = takeTone(word);
  if (taken === null || word.length > LONGEST) return [];
  const typed = typedKeys(telexKeys(taken.letters));
  const ranked: { text: string; far: number }[] = [];
  for (const [letters, keys] of toneless()) {
    if (Math.abs(keys.length - (typed[0]?.length ?? 0)) > FURTHEST + 1) continue;
    for (const tone of tonesFor(letters, taken.tone)) {
      const whole = tone === taken.tone ? keys : keys + TONE_KEYS[tone];
      const near = Math.min(...typed.map((run) => keyDistance(run, whole)));
      const far =
        near + (taken.tone !== 0 && tone !== taken.tone ? 0.75 : 0) + (word[0]?.toLowerCase() === letters[0] ? 0 : 0.1);
      if (far > FURTHEST) continue;
      const at = placesOf(letters)[0];
      if (at !== undefined) ranked.push({ text: inCaseOf(word, putTone(letters, tone, at)), far });
    }
  }
  ranked.sort((one, other) => one.far - other.far || (one.text < other.text ? -1 : 1));
  return [...new Set(ranked.map(({ text }) => text))].slice(0, most);
}

/** The keys as typed, and with a tone key from among the letters put last, where a Telex typist may also press it. */
function typedKeys(keys: string): string[] {
  const moved = [...keys].flatMap((key, at) =>
    at > 0 && TONE_KEYS.some((tone) => tone === key) ? [keys.slice(0, at) + keys.slice(at + 1) + key] : [],
  );
  return [keys, ...moved];
}

/** The tones to try: the one typed if the syllable can bear it, and those a Telex key could have meant. */
function tonesFor(letters: string, typed: Tone): readonly Tone[] {
  const stopped = /(c|ch|p|t)$/.test(letters);
  if (typed === 0) return stopped ? [4, 5] : [0, 1, 2, 3, 4, 5];
  return stopped && typed < 4 ? [4, 5] : [typed];
}
