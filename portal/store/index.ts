export { isErased } from './erased.ts';
export { lockPortal } from './locks.ts';
export { MIGRATIONS } from './migrations.ts';
export { openStore, STORE_FILE, type Store } from './open.ts';
export { distinctWords, foldedWords, textOf } from './page-words.ts';
export { ERASED_TEXT, type LineKind, type Tables } from './schema.ts';
export { shownParts } from './shown-parts.ts';
