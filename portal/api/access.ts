import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ProblemCode } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { type Role, rolesOn } from '../../shared/workflow/index.ts';
import { type Caller, callerOfToken, memberOf } from '../accounts/index.ts';
import { ProblemError } from '../problem.ts';
import type { Store } from '../store/index.ts';

/**
 * Who may call a route. Every route must say; there is no default. `administrator`: a member who holds that role or the
 * head's today, `site_keeper` one who holds those or the clerk's. `operator`: only the machine the portal runs on.
 */
export type Access = 'anyone' | 'member' | 'administrator' | 'site_keeper' | 'operator';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** A route as registered, for tests that walk them all. */
export interface RouteFact {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

/**
 * The one place where a request is let in or not. A route that does not say who may call it cannot be registered, and
 * a request whose route says nothing (there is none) reaches only the reply for what is not found.
 *
 * @returns the routes, filled as they are registered.
 */
export function guard(
  app: FastifyInstance,
  store: Store,
  now: () => Date,
  unitOf: (host: string | undefined) => string | null,
): RouteFact[] {
  const routes: RouteFact[] = [];
  app.decorateRequest('caller', null);
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    if (access === undefined) throw new Error(`${route.url} does not say who may call it`);
    for (const method of [route.method].flat()) routes.push({ method, url: route.url, access });
  });
  const letIn = async (request: FastifyRequest): Promise<void> => {
    const { access } = request.routeOptions.config;
    if (request.is404 || access === 'anyone') return;
    if (access === 'operator') {
      // As if it were not there: whoever is not meant to see it learns nothing.
      if (!isOwnMachine(request)) throw new ProblemError('not_found');
      return;
    }
    const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new ProblemError('signed_out');
    const found = await callerOfToken(store, token, now());
    if ('problem' in found) throw new ProblemError(found.problem);
    // A token of one unit opens nothing under the name of another.
    const asked = unitOf(request.headers.host);
    if (asked !== null && asked !== found.unit) throw new ProblemError('signed_out');
    const needed = NEEDED[access ?? 'operator'];
    if (needed !== undefined && !(await holdsOneOf(needed, store, found, now())))
      throw new ProblemError('not_administrator');
    request.caller = found;
  };
  app.addHook('onRequest', letIn);
  // Once more when its body is here: that may take minutes, in which a device was revoked or a role taken away.
  app.addHook('preValidation', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') await letIn(request);
  });
  return routes;
}

/** The roles of which one is needed, where being a member is not enough. */
const NEEDED: Readonly<Partial<Record<Access, readonly Role[]>>> = {
  administrator: ['head', 'administrator'],
  site_keeper: ['head', 'administrator', 'clerk'],
};

async function holdsOneOf(
  needed: readonly Role[],
  store: Store,
  { unit, person }: Caller,
  now: Date,
): Promise<boolean> {
  const roles = rolesOn(await memberOf(store, unit, person), dayInVietnam(now.toISOString()));
  return roles.some((role) => needed.includes(role));
}

/** Whether a program on this very machine asks for itself: a proxy names whom it asks for. */
export function isOwnMachine(request: FastifyRequest): boolean {
  return request.headers['x-forwarded-for'] === undefined && /^(127\.|::1$|::ffff:127\.)/.test(request.ip);
}

/** The signed-in person behind a request of a `member` route. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new ProblemError('signed_out' satisfies ProblemCode);
  return request.caller;
}
