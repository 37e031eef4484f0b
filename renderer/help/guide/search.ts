import { foldForSearch, searchWords } from '../../../shared/vietnamese/index.ts';
import { type GuidePage, textOf } from './pages.ts';

/** A place in the guide that holds all the words of a query. */
export interface GuideHit {
  readonly page: GuidePage;
  /** Index in the page's sections. */
  readonly section: number;
  /** The words around the first one found. */
  readonly excerpt: string;
}

const BEFORE = 40;
const AFTER = 90;

/**
 * The sections that hold every word of the query, with or without accents; those whose headings hold them all come first.
 * A query without a word finds nothing.
 */
export function searchGuide(pages: readonly GuidePage[], query: string): readonly GuideHit[] {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const hits = pages.flatMap((page) =>
    page.sections.flatMap(({ heading, tokens }, section) => {
      const titles = foldForSearch(`${page.title} ${heading ?? ''}`);
      const text = textOf(tokens);
      const folded = foldForSearch(text);
      if (!words.every((word) => titles.includes(word) || folded.includes(word))) return [];
      const isTitle = words.every((word) => titles.includes(word));
      return [{ hit: { page, section, excerpt: excerptOf(text, folded, words) }, isTitle }];
    }),
  );
  return [...hits.filter(({ isTitle }) => isTitle), ...hits.filter(({ isTitle }) => !isTitle)].map(({ hit }) => hit);
}

/** Folding NFC text keeps each letter's place, so a place in the folded text is one in the text. */
function excerptOf(text: string, folded: string, words: readonly string[]): string {
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place !== -1);
  const place = places.length === 0 || folded.length !== text.length ? 0 : Math.min(...places);
  const from = place <= BEFORE ? 0 : text.lastIndexOf(' ', place - BEFORE) + 1;
  const space = text.indexOf(' ', place + AFTER);
  const to = space === -1 ? text.length : space;
  return `${from === 0 ? '' : '…'}${text.slice(from, to)}${to === text.length ? '' : '…'}`;
}
