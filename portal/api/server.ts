import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { WIRE_LIMITS } from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';
import { guard, type RouteFact } from './access.ts';
import { answerErrors } from './errors.ts';

/** Where the portal's log goes: Fastify's own logger options. Headers and bodies are never logged. */
export type Logger = NonNullable<FastifyServerOptions['logger']>;

/** What a server is made with. `failedPage` is what a reader of the site sees when the portal itself fails. */
export interface ServerParts {
  readonly store: Store;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly failedPage: () => string;
}

/** An HTTP server with the portal's limits, headers, errors and guard, and no routes yet. */
export function createServer({ store, now, logger, failedPage }: ServerParts): {
  app: FastifyInstance;
  routes: readonly RouteFact[];
} {
  const app = Fastify({
    logger,
    bodyLimit: WIRE_LIMITS.requestBytes,
    // nginx stands in front on the same machine; nobody else may say where a request came from.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app, failedPage);
  app.addHook('onRequest', async (_request, reply) => {
    // On the raw response, so that uploads, which answer by themselves, carry them too.
    for (const [name, value] of SECURITY_HEADERS) reply.raw.setHeader(name, value);
  });
  const routes = guard(app, store, now);
  return { app, routes };
}

/**
 * Everything the portal serves: no script from anywhere, pictures and style from itself only, framed by nobody. TLS and
 * its headers are nginx's part.
 */
const SECURITY_HEADERS: readonly (readonly [string, string])[] = [
  [
    'content-security-policy',
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
  ['x-frame-options', 'DENY'],
];
