/** How words are compared when they are looked for. */
export interface FindOptions {
  /** "quang ngai" finds "Quảng Ngãi", and "duong" finds "đường". */
  readonly isAccentBlind: boolean;
  /** Capitals and small letters differ. */
  readonly isCaseExact: boolean;
  /** No letter or digit stands on either side: "an" is not in "ban". */
  readonly isWholeWord: boolean;
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A character as it is compared, with the stretch of the text that it stands for. */
interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where its letter starts in the original; one more for the end. */
  readonly starts: readonly number[];
}

/** A letter with all its marks: composed or decomposed, it is one. */
const LETTER = /\P{M}\p{M}*|\p{M}+/gsu;
const WORDLIKE = /[\p{L}\p{N}\p{M}]/u;

/**
 * Every place of the words in the text, in order, none overlapping another. Composed and decomposed letters are the same,
 * and no match starts or ends between a letter and its marks. Nothing is found for an empty query. Linear in the text.
 */
export function findIn(text: string, query: string, options: FindOptions): Stretch[] {
  // Who looks for a quotation mark alone means that very one; within words, the one that the keyboard has means any.
  const isAlike = /[\p{L}\p{N}]/u.test(query);
  const wanted = fold(query, options, isAlike).text;
  if (wanted === '') return [];
  const { text: folded, starts } = fold(text, options, isAlike);
  const found: Stretch[] = [];
  for (let at = folded.indexOf(wanted); at !== -1; ) {
    const [start, end] = [starts[at] ?? 0, starts[at + wanted.length] ?? text.length];
    // A letter that folds to two units (ß to ss in capitals, say) is found whole or not at all.
    const isWhole = starts[at - 1] !== start && starts[at + wanted.length - 1] !== end;
    if (isWhole && (!options.isWholeWord || standsAlone(text, start, end))) {
      found.push({ start, end });
      at = folded.indexOf(wanted, at + wanted.length);
    } else at = folded.indexOf(wanted, at + 1);
  }
  return found;
}

/** Quotation marks and dashes as Word writes them, and as they are typed. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'", '–': '-', '—': '-', '‐': '-', '‑': '-' },
};

function fold(text: string, { isAccentBlind, isCaseExact }: FindOptions, isAlike: boolean): Folded {
  const starts: number[] = [];
  let folded = '';
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    let part = isAccentBlind ? withoutMarks(letter) : letter.normalize('NFC');
    if (!isCaseExact) part = part.toLowerCase();
    // Two kinds of space look alike: what was pasted has the other one.
    if (/^\s$/u.test(part)) part = ' ';
    if (isAlike) part = ALIKE[part] ?? part;
    for (let unit = 0; unit < part.length; unit += 1) starts.push(index);
    folded += part;
  }
  starts.push(text.length);
  return { text: folded, starts };
}

function withoutMarks(letter: string): string {
  const bare = letter.normalize('NFD').replace(/\p{M}+/gu, '');
  // Ð of Icelandic looks like Đ, and old texts have it.
  if (bare === 'đ' || bare === 'ð') return 'd';
  return bare === 'Đ' || bare === 'Ð' ? 'D' : bare;
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return !WORDLIKE.test([...before].at(-1) ?? '') && !WORDLIKE.test([...after][0] ?? '');
}
