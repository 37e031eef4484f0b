export { provePost } from './prove.ts';
export { noteSeen, readBefore } from './seen.ts';
