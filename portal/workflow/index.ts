export type { Context, Identity } from './context.ts';
export { type Answer, execute } from './execute.ts';
export { pictureArrived } from './publish.ts';
export { type RevisionRefusal, takeInRevision } from './revisions.ts';
export { foldedStatus } from './status.ts';
