export { registerUpdates } from './updates.ts';
