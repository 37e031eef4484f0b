export { createJournal, type Journal, type JournalState } from './journal.ts';
export { askForPlace } from './places.ts';
export { PostEditor } from './post-editor.tsx';
export type { WritingTools } from './writing-tools.ts';
