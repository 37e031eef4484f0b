export { backUp } from './backup.ts';
export { moveToPostgres } from './move.ts';
export type { Copied, Place } from './place.ts';
export { restore } from './restore.ts';
