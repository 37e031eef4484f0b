export { inspect, keepFile, mediaFile, type OpenFile, openFile } from './files.ts';
export { claimMedia, grantCarried, isMissingMedia, mayReadMedia, recordMedia, wantedMedia } from './rights.ts';
export { smallFiles, smallPicture } from './small.ts';
export { createUploads, type UploadParts, type Uploads } from './uploads.ts';
