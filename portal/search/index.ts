export { type Hit, indexPublication, SEARCH_LIMITS, type SearchPage, search } from './find.ts';
