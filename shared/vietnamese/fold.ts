/**
 * Text as search sees it: no tones, no marks, đ as d, lower case ("Quảng Ngãi" and "quang ngai" are one).
 * SQLite's own folding misses đ, so text and query are both folded here.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

/** The words of a folded query, in order, without marks or punctuation. */
export function searchWords(query: string): string[] {
  return foldForSearch(query).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A readable address from a title: folded, words joined by `-`, at most `most` characters, cut at a word. */
export function slugOf(title: string, most = 80): string {
  let slug = '';
  for (const word of searchWords(title)) {
    const next = slug === '' ? word : `${slug}-${word}`;
    if (next.length > most) break;
    slug = next;
  }
  return slug;
}
