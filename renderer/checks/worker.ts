import { type CheckOrder, notesOn } from './notes.ts';

// A thread of its own: checking a long post takes as long as several keys, and no key waits for it.
addEventListener('message', ({ data }: MessageEvent<CheckOrder>) => postMessage(notesOn(data)));
