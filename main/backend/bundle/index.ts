export { forgetMoved, readMoved } from './move.ts';
export { createMoving, downloadsFolder, type Moving } from './moving.ts';
