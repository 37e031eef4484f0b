export { inspect, keepFile, mediaFile, readHead } from './files.ts';
export { claimMedia, grantCarried, isMissingMedia, mayReadMedia, recordMedia, wantedMedia } from './rights.ts';
export { smallFiles, smallPicture } from './small.ts';
export { createUploads, type UploadParts, type Uploads } from './uploads.ts';
