export { backUp } from './backup.ts';
export { type Before, readBefore } from './before.ts';
export { type Carried, type CarriedPart, carryOver } from './carry.ts';
export { moveToPostgres } from './move.ts';
export type { Copied, Place } from './place.ts';
export { restore } from './restore.ts';
