export { forgetMoved, readMoved } from './move.ts';
export { createMoving, type Moving } from './moving.ts';
