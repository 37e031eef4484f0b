export { MIGRATIONS } from './migrations.ts';
export { openStore, STORE_FILE, type Store } from './open.ts';
export { distinctWords, foldedWords, textOf } from './page-words.ts';
export type { LineKind, Tables } from './schema.ts';
