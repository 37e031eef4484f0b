export { type MediaShelf, openMediaShelf } from './files.ts';
export { shrinkPicture } from './shrink.ts';
