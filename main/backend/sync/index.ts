export { portalAddress } from './address.ts';
export { askPortal } from './http.ts';
export type { DeviceLine } from './line.ts';
export { createSyncLoop, type SyncLoop } from './loop.ts';
