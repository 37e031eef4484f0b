export { type Backend, openBackend } from './backend.ts';
export type { BackendSettings, FromBackend, ToBackend } from './host-protocol.ts';
export type { BackendSurroundings } from './session.ts';
