export { inspect, keepFile, mediaFile } from './files.ts';
export { claimMedia, isMissingMedia, mayReadMedia, recordMedia, wantedMedia } from './rights.ts';
export { createUploads, type UploadParts, type Uploads } from './uploads.ts';
