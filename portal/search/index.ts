export { type Hit, indexPublication, SEARCH_LIMITS, search, snippet } from './find.ts';
