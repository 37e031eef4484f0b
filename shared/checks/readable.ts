/** A text as a reader sees it: letters composed, without signs that show nothing. With the way back to its own places. */
export interface Readable {
  readonly text: string;
  /** Where a place of the readable text stands in the text itself, in UTF-16 units. */
  readonly toSource: (at: number) => number;
}

/** A letter with all its marks, or a sign that shows nothing: a joiner, a mark of direction, a soft hyphen. */
const PART = /\p{Cf}|\P{M}\p{M}*|\p{M}+/gsu;
const INVISIBLE = /\p{Cf}/gu;
const NOT_READABLE = /[\p{M}\p{Cf}]/u;

/** What is pasted from a page or a PDF may hold decomposed letters, and signs unseen within a number. Linear in the text. */
export function readableOf(text: string): Readable {
  if (!NOT_READABLE.test(text)) return { text, toSource: (at) => at };
  const starts: number[] = [];
  let readable = '';
  for (const { 0: part, index } of text.matchAll(PART)) {
    const shown = part.normalize('NFC').replace(INVISIBLE, '');
    for (let unit = 0; unit < shown.length; unit += 1) starts.push(index);
    readable += shown;
  }
  starts.push(text.length);
  return { text: readable, toSource: (at) => starts[at] ?? text.length };
}
