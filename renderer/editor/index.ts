export { BodyEditor } from './body-editor.tsx';
export { createJournal, type Journal, type JournalState } from './journal.ts';
export { fetchEditor, PostEditor } from './lazy-editor.tsx';
export { askForPlace } from './place-requests.ts';
export { createMirror } from './mirror.ts';
export { askForPlace } from './places.ts';
export { PostEditor } from './post-editor.tsx';
export type { WritingTools } from './writing-tools.ts';
