export { type MediaShelf, openMediaShelf } from './files.ts';
export { type Incoming, openIncoming } from './incoming.ts';
export { saveCopy } from './save-copy.ts';
export { shrinkPicture } from './shrink.ts';
