export type { Logger, RouteFact } from './api/index.ts';
export { StartError, type StartProblem } from './error.ts';
export { initPortal, type NewMember, type NewPortal } from './init.ts';
export { createPortal, type Portal, type PortalOptions } from './portal.ts';
export type { Contact } from './site/index.ts';
