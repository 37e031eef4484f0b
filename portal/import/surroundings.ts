import type { Block } from '../../shared/content/index.ts';

/** A picture as a page names it. */
export interface PictureWords {
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
}

/** What the words of a page lead to, as the import knows it. Each answers `null` for what it does not have. */
export interface Surroundings {
  /** A figure for a picture of the library. */
  picture(words: PictureWords, id: string): Block | null;
  /** A gallery of pictures of the library, by their numbers. */
  gallery(ids: readonly string[], id: string): Block | null;
  /** A file of the library to download. */
  file(address: string, words: string, id: string): Block | null;
  /** The whole address of a link. */
  address(href: string): string;
  /** Notes what was left out. */
  left(code: string, detail: string): void;
}
