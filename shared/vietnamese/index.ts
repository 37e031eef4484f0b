export { countWords } from './count.ts';
export { type FindOptions, findIn, type Stretch } from './find.ts';
export { foldForSearch, searchWords, slugOf } from './fold.ts';
export { formatDate, formatDateTime, formatNumber } from './format.ts';
export { fromLegacy, guessLegacyEncoding, type LegacyEncoding, legacyEncodingOfFont } from './legacy.ts';
export { toLetters, toRoman } from './numerals.ts';
export {
  findMisspellings,
  isSyllable,
  type Misspelling,
  suggestSyllables,
  type TonePlacement,
  tonePlacement,
} from './syllables/index.ts';
export { fromSymbols, type Symbols, symbolsOfFont } from './symbols.ts';
export { dayInVietnam, dueDay, isWorkingDay, type WorkCalendar, workingDaysLeft } from './working-days.ts';
