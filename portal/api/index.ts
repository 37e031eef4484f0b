export type { RouteFact } from './access.ts';
export { watchConnections } from './connections.ts';
export { type ApiParts, registerApi } from './routes.ts';
export { createServer, type Logger } from './server.ts';
