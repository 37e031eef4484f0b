export { foldForSearch, searchWords, slugOf } from './fold.ts';
export { formatDate, formatDateTime, formatNumber } from './format.ts';
