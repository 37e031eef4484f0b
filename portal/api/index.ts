export type { RouteFact } from './access.ts';
export { watchConnections } from './connections.ts';
export { registerMonitoring } from './metrics.ts';
export { registerOpenApi } from './openapi.ts';
export { type ApiParts, registerApi } from './routes.ts';
export { createServer, type Logger, type Patience, SECURITY_HEADERS } from './server.ts';
