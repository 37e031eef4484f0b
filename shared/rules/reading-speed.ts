import type { Language } from '../content/index.ts';

/** How fast a text is read, with where the figure comes from. Shown as "about": people differ by half. */
export interface ReadingSpeed {
  /** Words between spaces read in a minute: syllables in Vietnamese, words in English. */
  readonly perMinute: number;
  readonly source: string;
}

/**
 * Vietnamese: no survey of silent reading was found; the rate of reading aloud, 5.22 syllables a second, is a careful figure,
 * for silent reading is not slower. English: silent reading of prose by adults.
 */
export const READING_SPEED: Readonly<Record<Language, ReadingSpeed>> = {
  vi: {
    perMinute: 313,
    source: 'Pellegrino, Coupé, Marsico, Language 87 (2011), 539–558: 5,22 âm tiết/giây',
  },
  en: { perMinute: 238, source: 'Brysbaert, Journal of Memory and Language 109 (2019), 104047' },
};

/** Whole minutes that a text of so many words takes, at least one. */
export function readingMinutes(words: number, language: Language): number {
  return Math.max(1, Math.round(words / READING_SPEED[language].perMinute));
}
