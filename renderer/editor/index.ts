export { createJournal, type Journal, type JournalState } from './journal.ts';
export { PostEditor } from './post-editor.tsx';
