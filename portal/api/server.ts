import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { WIRE_LIMITS } from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';
import { guard, type RouteFact } from './access.ts';
import { answerErrors } from './errors.ts';
import { limitRates } from './limits.ts';
import { describeApi } from './openapi.ts';

/** Where the portal's log goes: Fastify's own logger options. Headers and bodies are never logged. */
export type Logger = NonNullable<FastifyServerOptions['logger']>;

/** What a server is made with. `failedPage` is what a reader of the site sees when the portal itself fails. */
export interface ServerParts {
  readonly store: Store;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly failedPage: (host: string | undefined) => string;
  readonly patience?: Patience | undefined;
  /** Id of the unit that has this name; `null` for a name that is nobody's. */
  readonly unitOf: (host: string | undefined) => string | null;
  /** Answers what needs no more than a file, before any route; `otherwise` goes on. */
  readonly answerFirst: (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;
}

/** An HTTP server with the portal's limits, headers, errors and guard, and no routes yet. */
export async function createServer({
  store,
  now,
  logger,
  failedPage,
  unitOf,
  answerFirst,
  patience = PATIENCE,
}: ServerParts): Promise<{
  app: FastifyInstance;
  routes: readonly RouteFact[];
}> {
  const app = Fastify({
    logger: typeof logger === 'object' ? { ...logger, serializers: QUIET } : logger,
    serverFactory: (handler) => {
      // Node looks for requests that take too long only so often.
      const server = createHttpServer({ connectionsCheckingInterval: patience.headers / 2 }, (request, response) => {
        if (isBehindTls(request)) response.setHeader('strict-transport-security', STAY_WITH_TLS);
        answerFirst(request, response, () => void handler(request, response));
      });
      server.requestTimeout = patience.request;
      server.headersTimeout = patience.headers;
      server.keepAliveTimeout = patience.silent ?? KEEP_ALIVE;
      server.keepAliveTimeoutBuffer = KEEP_ALIVE_BUFFER;
      return server;
    },
    bodyLimit: WIRE_LIMITS.requestBytes,
    // While it stops, what comes on a connection that is still open is answered like anything before.
    return503OnClosing: false,
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
  await limitRates(app);
  const routes = guard(app, store, now, unitOf);
  await describeApi(app);
  return { app, routes };
}

/**
 * Milliseconds until a request whose headers are still arriving is cut, and one whose body is; and for how long clients
 * are told that a silent connection is kept.
 */
export interface Patience {
  readonly headers: number;
  readonly request: number;
  readonly silent?: number;
}

/**
 * A request that never ends holds a connection; a picture's part on a slow line takes minutes. The time for headers also
 * runs while this process is too busy to read what has come: Node then cuts connections it has accepted and not looked
 * at, so it is as long as nginx's own (`client_header_timeout`).
 */
const PATIENCE: Patience = { headers: 60_000, request: 10 * 60_000 };
/** Milliseconds a silent connection is kept: longer than nginx keeps its own (60 s), so that it never meets a closed one. */
const KEEP_ALIVE = 72_000;
/**
 * Milliseconds it is kept beyond what readers are told (`keep-alive: timeout=72`). After a busy spell Node looks at its
 * clocks before its sockets: a connection whose time ran out meanwhile was cut with a request waiting in it.
 */
const KEEP_ALIVE_BUFFER = 30_000;

/**
 * What the log keeps of a request and of an error: no address of a person, no query, no text that a database quotes
 * from a row.
 */
const QUIET = {
  req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? null }),
  res: (reply: { statusCode: number }) => ({ statusCode: reply.statusCode }),
  err: (error: Error & { code?: string }) => ({
    type: error.name,
    message: error.message,
    stack: error.stack ?? '',
    ...(error.code !== undefined && { code: error.code }),
  }),
};

/** A browser that came by TLS comes by nothing else for a year. Said only then: nothing else would be believed. */
const STAY_WITH_TLS = 'max-age=31536000';

/** Whether the reader's own connection has TLS, as a proxy on this machine says; nobody else is believed. */
function isBehindTls({ headers, socket }: IncomingMessage): boolean {
  return headers['x-forwarded-proto'] === 'https' && /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

/**
 * Everything the portal serves: no script from anywhere, pictures and style from itself only, framed by nobody.
 */
export const SECURITY_HEADERS: readonly (readonly [string, string])[] = [
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
