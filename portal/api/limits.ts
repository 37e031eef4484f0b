import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API } from '../../shared/sync/index.ts';
import { networkOf } from '../network.ts';
import { ProblemError } from '../problem.ts';
import { isOwnMachine } from './access.ts';

/**
 * Requests one address may make in a minute. A whole school stands behind one address: forty pupils who open a page
 * with twenty pictures at once are 900. A wrong password is counted besides, by account and address (`attempts.ts`).
 */
export const REQUESTS_A_MINUTE = { site: 3_000, api: 1_200, signIn: 60 } as const;

const MINUTE = 60_000;
/** Addresses remembered at once. */
const ADDRESSES = 10_000;

/**
 * Answers 429 to an address that asks too much, before anything else is looked at. What one address does never counts
 * against another. The machine itself is not counted: nginx says whom it asks for.
 */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false, cache: ADDRESSES });
  const count = (max: number) =>
    app.createRateLimit({ max, timeWindow: MINUTE, keyGenerator: (request) => networkOf(request.ip) });
  const limits = {
    site: count(REQUESTS_A_MINUTE.site),
    api: count(REQUESTS_A_MINUTE.api),
    signIn: count(REQUESTS_A_MINUTE.signIn),
  };
  app.addHook('onRequest', async (request, reply) => {
    if (isOwnMachine(request)) return;
    const found = await limits[kindOf(request)](request);
    if (found.isAllowed || !found.isExceeded) return;
    reply.header('retry-after', found.ttlInSeconds);
    throw new ProblemError('too_many_requests');
  });
}

function kindOf(request: FastifyRequest): keyof typeof REQUESTS_A_MINUTE {
  if (!request.url.startsWith('/api/')) return 'site';
  return request.method === 'POST' && request.routeOptions.url === API.session ? 'signIn' : 'api';
}
