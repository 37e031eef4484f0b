export { keepRemark } from './kept.ts';
export { readRemarks } from './read.ts';
export { addRemark, resolveThread } from './write.ts';
