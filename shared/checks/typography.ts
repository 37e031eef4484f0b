import { findMisspellings, isSyllable, type TonePlacement, tonePlacement } from '../vietnamese/index.ts';
import type { Match } from './finding.ts';

const WORD = /[\p{L}\p{M}]+/gu;
const RUNS = {
  double_space: /(?<=[^\s])[ \u00a0]{2,}(?=[^\s])/g,
  space_before_punctuation:
    /(?<=[\p{L}\p{N}”")])[ \u00a0]+(?:[,;!?](?=\p{L})|(?=[,;!?]|[.:](?:\s|$))(?!(?<=\d\s+):\s\d))/gu,
  decomposed: /\p{L}\p{M}+/gu,
  eth: /[Ðð]/g,
} as const;

/** What stands for a number to be filled in later: dots, or room. */
const BLANK = '(?:[ \\u00a0]?(?:\\.{2,5}|…)[ \\u00a0]?|[ \\u00a0]{2,})';
const PLACEHOLDER = new RegExp(
  [
    '(?<![\\p{L}\\p{N}])(?:x{3,}|lorem ipsum|TK|TBD|TODO|xx?/xx?/(?:xxxx|20\\d\\d)|dd/mm/yyyy)(?![\\p{L}\\p{N}])',
    '\\[\\s*(?:\\.{2,}|…|[^[\\]\\n]{0,20}\\.\\.\\.[^[\\]\\n]{0,20})\\s*\\]',
    '\\[(?:tên|nhập|điền|ghi|số|ngày|họ tên)(?!\\p{L})[^[\\]\\n]{0,40}\\]',
    '\\.{6,}|…{2,}|_{4,}',
    `ngày${BLANK}tháng(?=[ \\u00a0]?(?:\\d|\\.\\.|…|[ \\u00a0]{2}))|tháng${BLANK}năm(?=[ \\u00a0]?(?:\\d|\\.\\.|…))`,
    `(?<!\\p{L})số[ \\u00a0]?:?${BLANK}/`,
  ].join('|'),
  'giu',
);

/** "TK" is short for an account or a century too. */
const NO_TK_AFTER = /^[\s:.]{1,3}(?:[\dIVX]|(?:ngân hàng|của|cá nhân|Zalo|Facebook|Agribank|Vietcombank)(?!\p{L}))/u;
const NO_TK_BEFORE = /(?<!\p{L})(?:số|chủ|tên|vào|qua|mở|có|các|thế kỷ)\s$/iu;

/** What is typed in a way that reads or prints badly. Linear in the text's length. */
export function typographyIn(text: string, house: TonePlacement | null): Match[] {
  const found: Match[] = [];
  const note = (rule: Match['rule'], run: RegExp, fix: (words: string) => string | null): void => {
    for (const { 0: words, index } of text.matchAll(run)) {
      const replacement = fix(words);
      if (replacement !== words)
        found.push({ rule, start: index, end: index + words.length, ...(replacement === null ? {} : { replacement }) });
    }
  };
  note('double_space', RUNS.double_space, () => ' ');
  // “giáo ,bạn” has its space on the wrong side.
  note('space_before_punctuation', RUNS.space_before_punctuation, (words) => words.trim() && `${words.trim()} `);
  note('decomposed', RUNS.decomposed, (words) => words.normalize('NFC'));
  note('eth', RUNS.eth, (words) => (words === 'Ð' ? 'Đ' : 'đ'));
  for (const { 0: words, index } of text.matchAll(PLACEHOLDER)) {
    // TK and the like are placeholders in capitals only: "tk" may be an abbreviation of one's own.
    if (/^(?:tk|tbd|todo)$/i.test(words) && words !== words.toUpperCase()) continue;
    // "TK XX" is a century, "số TK" and "TK: 0451…" an account; "lần thứ XXX" is the thirtieth.
    const [before, after] = [text.slice(Math.max(0, index - 12), index), text.slice(index + words.length)];
    if (words === 'TK' && (NO_TK_AFTER.test(after) || NO_TK_BEFORE.test(before))) continue;
    if (words === 'XXX' && /(?:thứ|kỷ|kỉ|khóa|khoá)\s$/iu.test(before)) continue;
    found.push({ rule: 'placeholder', start: index, end: index + words.length });
  }
  if (house !== null)
    for (const { 0: word, index } of text.matchAll(WORD)) {
      // A name is written as its bearer writes it, so words with a capital are left alone.
      if (word !== word.toLowerCase()) continue;
      const placement = tonePlacement(word);
      if (placement !== null && placement !== house)
        found.push({
          rule: 'mixed_tone_placement',
          start: index,
          end: index + word.length,
          replacement: otherPlacement(word),
        });
    }
  return found;
}

/** The style most words of the texts show, when both are used; `null` when they agree. */
export function houseStyle(texts: readonly string[]): TonePlacement | null {
  const counts = { old: 0, new: 0 };
  for (const text of texts)
    for (const [word] of text.matchAll(WORD)) {
      const placement = word === word.toLowerCase() ? tonePlacement(word) : null;
      if (placement !== null) counts[placement] += 1;
    }
  if (counts.old === 0 || counts.new === 0) return null;
  return counts.old >= counts.new ? 'old' : 'new';
}

/** The same word in the other style: hòa for hoà. */
function otherPlacement(word: string): string {
  const apart = word.normalize('NFD');
  const moved = apart.replace(/([oOuU])([\u0300\u0301\u0303\u0309\u0323])([aeyAEY])/, '$1$3$2');
  const other =
    moved === apart ? apart.replace(/([oOuU])([aeyAEY])([\u0300\u0301\u0303\u0309\u0323])/, '$1$3$2') : moved;
  const composed = other.normalize('NFC');
  return isSyllable(composed) ? composed : word;
}

/** Impossible syllables, each as a match. */
export function spellingIn(text: string, words: ReadonlySet<string>): Match[] {
  return findMisspellings(text, words).map(({ start, end }) => ({ rule: 'spelling', start, end }));
}
