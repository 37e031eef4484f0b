export { RELEASE_KEY } from './release-key.ts';
export { createUpdates, type UpdateOptions, type UpdateOutcome, type Updates } from './updates.ts';
