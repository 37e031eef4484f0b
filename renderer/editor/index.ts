export type { BodyView, ShownBlock } from './body-view.ts';
export { createJournal, type Journal, type JournalState } from './journal.ts';
export { BlocksEditor, fetchEditor, PostEditor } from './lazy-editor.tsx';
export { askForPlace, onPlaceAsked, writeAtPlace } from './place-requests.ts';
export type { WritingTools } from './writing-tools.ts';
