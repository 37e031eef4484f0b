import { checkPost, type Finding, type LetThrough } from '../../shared/checks/index.ts';
import { suggestSyllables } from '../../shared/vietnamese/index.ts';

/** Spelling findings that get suggestions, at most: each costs some milliseconds. */
const SUGGESTED = 8;
/** Suggestions of one word. */
const SUGGESTIONS = 3;

export interface Note extends Finding {
  /** The same for the same words at the same block: what an ignored note is known by. */
  readonly key: string;
  readonly offers: readonly string[];
  /** The name of the attached file it is about; absent for what the post itself says. */
  readonly file?: string;
}

/** What is checked, as it goes to the thread that checks. */
export interface CheckOrder {
  readonly post: Parameters<typeof checkPost>[0];
  readonly letThrough: LetThrough;
}

/** The findings of a post, each with a name and with what may be written instead. Some 100 ms for 20,000 words. */
export function notesOn({ post, letThrough }: CheckOrder): Note[] {
  const seen = new Map<string, number>();
  let suggested = 0;
  return checkPost(post, letThrough).map((finding) => {
    const { rule, place, words, replacement } = finding;
    const base = `${rule} ${'block' in place ? place.block : place.field} ${words}`;
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    let offers = replacement === undefined ? [] : [replacement];
    // Of a caption or a description only its block is known: it is put right in its own box.
    if (rule === 'spelling' && place.start !== undefined && suggested < SUGGESTED) {
      suggested += 1;
      offers = suggestSyllables(words, SUGGESTIONS);
    }
    return { ...finding, key: `${base} ${nth}`, offers };
  });
}
