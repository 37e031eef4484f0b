import { foldForSearch } from '../../shared/vietnamese/index.ts';

const INLINE = /<\/?(?:a|b|code|em|i|mark|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>/g;
const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The words of an article as a reader sees them, in one line. Only for HTML of our own renderer. */
export function textOf(html: string): string {
  return html
    .replace(INLINE, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words that a search looks through: folded, each with a space before it, so that a query finds their beginnings. */
export function foldedWords(text: string): string {
  return ` ${(foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')}`;
}

/** Each word of folded words once. */
export function distinctWords(folded: string): readonly string[] {
  return [...new Set(folded.split(' ').filter((word) => word !== ''))];
}
