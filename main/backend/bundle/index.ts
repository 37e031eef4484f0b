export { type BundlePlace, type Bundling, createBundling } from './bundling.ts';
export type { BundleChoice } from './gather.ts';
export { type BundleSize, type MakeBundle, makeBundle, measureBundle } from './make.ts';
export { forgetMoved, readMoved } from './move.ts';
export { createMoving, downloadsFolder, type Moving } from './moving.ts';
export { lookIntoBundle, type TakeBundle, type Taken, takeBundle } from './take.ts';
