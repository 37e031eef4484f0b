export type { Context, Identity } from './context.ts';
export { type Answer, execute } from './execute.ts';
export { pictureArrived, publishIfReady } from './publish.ts';
export { type RevisionRefusal, takeInRevision } from './revisions.ts';
export { foldedStatus } from './status.ts';
