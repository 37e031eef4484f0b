export { eraseAgain, eraseMedia, eraseRevision, noteArrived, type ToErase } from './erase.ts';
