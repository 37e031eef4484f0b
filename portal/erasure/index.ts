export { eraseAgain, eraseMedia, eraseRevision, type ToErase } from './erase.ts';
