export { MIGRATIONS } from './migrations.ts';
export { openStore, type Store } from './open.ts';
export type { Tables } from './schema.ts';
