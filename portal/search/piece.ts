import { foldedWords } from '../store/index.ts';

/** A part of a piece of text. Parts that were asked for are marked. */
export interface Part {
  readonly text: string;
  readonly isHit: boolean;
}

/** Words of a piece, and those of them before the first one found. */
const WORDS = 32;
const BEFORE = 8;

/**
 * A piece of a text around the first word found.
 *
 * @param folded the text's folded words, in its order: folding each word of a long text anew would cost more than the
 * whole search.
 * @param wanted the beginnings of words asked for, folded.
 * @param known which words are hits, as far as the pieces before have told: hits of one search share most of their words.
 */
export function pieceOf(
  text: string,
  folded: string,
  wanted: readonly string[],
  known: Map<string, boolean> = new Map(),
): readonly Part[] {
  const begin = Math.max(0, firstHit(folded, wanted) - BEFORE);
  const piece: RegExpExecArray[] = [];
  let count = 0;
  let isCut = false;
  for (const word of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    isCut = piece.length === WORDS;
    if (isCut) break;
    if (count++ >= begin) piece.push(word);
  }
  const from = piece[0]?.index ?? 0;
  const last = piece.at(-1);
  // The signs after the very last word belong to it.
  const to = last !== undefined && isCut ? last.index + last[0].length : text.length;
  const parts: Part[] = [{ text: from > 0 ? '… ' : '', isHit: false }];
  let at = from;
  for (const { 0: word, index } of piece) {
    const isHit = known.get(word) ?? isWanted(word, wanted);
    known.set(word, isHit);
    if (!isHit) continue;
    parts.push({ text: text.slice(at, index), isHit: false }, { text: word, isHit: true });
    at = index + word.length;
  }
  parts.push({ text: `${text.slice(at, to)}${isCut ? ' …' : ''}`, isHit: false });
  return parts.filter((part) => part.text !== '');
}

function isWanted(word: string, wanted: readonly string[]): boolean {
  const folded = foldedWords(word);
  return wanted.some((start) => folded.startsWith(` ${start}`));
}

/** The number of the first word that begins as asked; 0 when none does. */
function firstHit(folded: string, wanted: readonly string[]): number {
  const places = wanted.map((start) => folded.indexOf(` ${start}`)).filter((place) => place >= 0);
  if (places.length === 0) return 0;
  const first = Math.min(...places);
  let count = 0;
  for (let at = folded.indexOf(' '); at !== -1 && at < first; at = folded.indexOf(' ', at + 1)) count += 1;
  return count;
}
