export { mediaFile } from './files.ts';
export { createUploads, type Uploads } from './uploads.ts';
export { wantedMedia } from './wanted.ts';
