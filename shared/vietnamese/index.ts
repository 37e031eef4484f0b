export { foldForSearch, searchWords, slugOf } from './fold.ts';
export { formatDate, formatDateTime, formatNumber } from './format.ts';
export { fromLegacy, guessLegacyEncoding, type LegacyEncoding, legacyEncodingOfFont } from './legacy.ts';
