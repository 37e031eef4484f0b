import { keyDistance } from './keyboard.ts';
import { putTone, TONE_KEYS, type Tone, type Toneless, takeTone, telexKeys } from './letters.ts';
import { PAIRS } from './rimes.ts';
import { isSyllable, placesOf } from './syllable.ts';

/** Longest word that suggestions are sought for: no Vietnamese syllable has more than seven letters. */
const LONGEST = 9;
/** Longest word that is taken apart. */
const LONGEST_JOINED = 14;
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

/** One sound written by two rules: c before a, k before i; g and gh; ng and ngh. Each as it is typed wrong, and right. */
const INITIALS = [
  [/^ngh/, 'ng'],
  [/^ng(?!h)/, 'ngh'],
  [/^gh/, 'g'],
  [/^g(?!h)/, 'gh'],
  [/^k(?!h)/, 'c'],
  [/^c(?!h)/, 'k'],
] as const;

/** What breaks one rule of spelling and no more: the other way to write its first sound, its last g without the n, no tone. */
function byRule({ letters, tone }: Toneless): string[] {
  const changed = INITIALS.flatMap(([wrong, right]) => (wrong.test(letters) ? [letters.replace(wrong, right)] : []));
  if (/[^n]g$/.test(letters)) changed.push(letters.replace(/g$/, 'ng'));
  return [letters, ...changed].flatMap((one) => {
    const at = placesOf(one)[0];
    if (at === undefined) return [];
    const tones = tonesFor(one, tone);
    return tones.slice(0, tones.length === 2 ? 2 : 1).map((each) => putTone(one, each, at));
  });
}

/** Two syllables written as one: "thôngbáo", "thầycô". */
function apart(word: string): string[] {
  const letters = [...word.normalize('NFC')];
  return letters.flatMap((_, at) => {
    const [one, other] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    // A second part that begins with a vowel is a slip within one syllable: "nguời" is not "ngu ời".
    const isTwo = at > 1 && letters.length - at > 1 && !/^[aeiouy]/i.test(other.normalize('NFD'));
    return isTwo && isSyllable(one) && isSyllable(other) ? [`${one} ${other}`] : [];
  });
}

/**
 * What a typist may have meant, `most` at most: first what breaks one rule only, then two syllables run together, then the
 * nearest on a Telex keyboard. The tone typed is kept, or taken from a Telex key left among the letters; of equals, the one
 * that keeps the first letter is first, then by spelling.
 */
export function suggestSyllables(word: string, most = 5): string[] {
  const taken = takeTone(word);
  const first =
    taken === null
      ? []
      : byRule(taken)
          .filter(isSyllable)
          .map((one) => inCaseOf(word, one));
  const joined = word.length > LONGEST_JOINED ? [] : apart(word);
  return [...new Set([...first, ...joined, ...(taken === null ? [] : nearest(word, taken))])].slice(0, most);
}

function nearest(word: string, taken: Toneless): string[] {
  if (word.length > LONGEST) return [];
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
  return ranked.map(({ text }) => text);
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
