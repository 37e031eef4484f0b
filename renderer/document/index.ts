export { DocumentPane } from './document-pane.tsx';
export { isWritable } from './is-writable.ts';
export { createOpenJournals, type OpenJournals } from './open-journals.ts';
export { createReadAhead, type ReadAhead } from './read-ahead.ts';
export { useIdleLeave } from './use-idle-leave.ts';
export { type OpenPost, useOpenPost } from './use-open-post.ts';
export { useWritingTurn } from './use-writing-turn.ts';
