import { useEffect, useState } from 'react';
import { checkPost, type Finding, type LetThrough } from '../../shared/checks/index.ts';
import type { PostDetails } from '../../shared/contract/index.ts';
import { suggestSyllables } from '../../shared/vietnamese/index.ts';

/** Spelling findings that get suggestions, at most: each costs some milliseconds. */
const SUGGESTED = 8;
/** Suggestions of one word. */
const SUGGESTIONS = 3;
/** After this long the notes come even if the window was never idle. */
const PATIENCE_MS = 4_000;

export interface Note extends Finding {
  /** The same for the same words at the same block: what an ignored note is known by. */
  readonly key: string;
  readonly offers: readonly string[];
}

/**
 * The notes on an open post, made when the window has nothing else to do, and never inside a composition. `details` are
 * read anew only once writing pauses, so no key waits for a check. `null` before the first.
 */
export function useFindings(details: PostDetails, letThrough: LetThrough | null): readonly Note[] | null {
  const [notes, setNotes] = useState<readonly Note[] | null>(null);
  const { fields, blocks, language } = details;
  useEffect(() => {
    if (letThrough === null) return;
    let cancelIdle = (): void => undefined;
    let isComposing = false;
    const check = (): void => {
      if (!isComposing) setNotes(toNotes(checkPost({ ...fields, blocks, language }, letThrough)));
    };
    const later = (): void => {
      cancelIdle();
      const idle = requestIdleCallback(check, { timeout: PATIENCE_MS });
      cancelIdle = () => cancelIdleCallback(idle);
    };
    const onStart = (): void => {
      isComposing = true;
    };
    const onEnd = (): void => {
      isComposing = false;
      later();
    };
    document.addEventListener('compositionstart', onStart);
    document.addEventListener('compositionend', onEnd);
    later();
    return () => {
      cancelIdle();
      document.removeEventListener('compositionstart', onStart);
      document.removeEventListener('compositionend', onEnd);
    };
  }, [fields, blocks, language, letThrough]);
  return notes;
}

function toNotes(findings: readonly Finding[]): Note[] {
  const seen = new Map<string, number>();
  let suggested = 0;
  return findings.map((finding) => {
    const { rule, place, words, replacement } = finding;
    const base = `${rule} ${'block' in place ? place.block : place.field} ${words}`;
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    let offers = replacement === undefined ? [] : [replacement];
    if (rule === 'spelling' && suggested < SUGGESTED) {
      suggested += 1;
      offers = suggestSyllables(words, SUGGESTIONS);
    }
    return { ...finding, key: `${base} ${nth}`, offers };
  });
}
