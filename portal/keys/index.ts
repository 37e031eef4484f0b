export { type HandedOver, handOver, makeRecovery, recover } from './hand-over.ts';
export { recoveryWords } from './recovery-words.ts';
