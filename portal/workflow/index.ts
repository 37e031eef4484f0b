export type { Context, Identity } from './context.ts';
export { type Answer, execute } from './execute.ts';
export { handOverPosts } from './hand-over.ts';
export { type Held, hold, holdWaiting } from './hold.ts';
export { type ImportedPost, importPost } from './import.ts';
export { pictureArrived, publicationId, publishDue, publishIfReady, withdrawByPortal } from './publish.ts';
export { type RevisionRefusal, takeInRevision } from './revisions.ts';
export { foldedStatus, knownPost, statusFrom } from './status.ts';
export { timedId } from './timed-id.ts';
