export { eraseAgain, eraseMedia, erasePost, eraseRevision, noteArrived, type ToErase } from './erase.ts';
