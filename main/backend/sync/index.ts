export { portalAddress } from './address.ts';
export { applyVerdicts } from './apply.ts';
export { fetchReceipts } from './carry.ts';
export { decodeRevision, encodeRevision } from './codec.ts';
export { askPortal } from './http.ts';
export type { DeviceLine } from './line.ts';
export { createSyncLoop, mintWaiting, type SyncLoop } from './loop.ts';
export { pack } from './packed.ts';
export { readCursor } from './request.ts';
