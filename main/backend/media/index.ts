export { cropPicture } from './crop.ts';
export { type MediaShelf, openMediaShelf } from './files.ts';
export { type Incoming, openIncoming } from './incoming.ts';
export { freePath, saveCopy } from './save-copy.ts';
export { shrinkPicture } from './shrink.ts';
export { openSmallPictures, type SmallPictures } from './small.ts';
