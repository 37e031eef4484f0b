import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  API,
  changePasswordRequestSchema,
  type PortalInfo,
  passSchema,
  registerKeyRequestSchema,
  renewRequestSchema,
  signInReplySchema,
  signInRequestSchema,
  startLineReplySchema,
  startLineRequestSchema,
  type Unit,
} from '../../shared/sync/index.ts';
import {
  changePassword,
  createAttempts,
  memberOf,
  registerApprovalKey,
  renewLogin,
  signIn,
  startLine,
} from '../accounts/index.ts';
import { ProblemError } from '../problem.ts';
import type { Context } from '../workflow/index.ts';
import { callerOf } from './access.ts';

/** How a person comes in and stays in: sign-in, renewal, password, device lines and keys. */
export function registerAccounts(
  plain: FastifyInstance,
  { store, identity, now }: Context,
  units: {
    readonly named: (host: string | undefined) => Unit | null;
    readonly infoOf: (unit: string) => PortalInfo;
  },
): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const attempts = createAttempts({ store, secret: identity.secretKey, now });
  const nothing = z.strictObject({});

  app.post(
    API.session,
    { config: { access: 'anyone' }, schema: { body: signInRequestSchema, response: { 200: signInReplySchema } } },
    async (request) => {
      const under = units.named(request.headers.host)?.id ?? null;
      const signedIn = await signIn({ store, attempts, now }, request.body, request.ip, under);
      if ('problem' in signedIn) throw new ProblemError(signedIn.problem);
      const member = await memberOf(store, signedIn.caller.unit, signedIn.caller.person);
      if (member === null) throw new ProblemError('forbidden');
      return { ...signedIn.pass, portal: units.infoOf(signedIn.caller.unit), member };
    },
  );

  app.post(
    API.renew,
    { config: { access: 'anyone' }, schema: { body: renewRequestSchema, response: { 200: passSchema } } },
    async (request) => {
      const renewed = await renewLogin(store, identity.portal, request.body, now());
      if ('problem' in renewed) throw new ProblemError(renewed.problem);
      return renewed;
    },
  );

  app.post(
    API.password,
    { config: { access: 'member' }, schema: { body: changePasswordRequestSchema, response: { 200: nothing } } },
    async (request) => {
      const refusal = await changePassword(
        { store, attempts, now: now() },
        callerOf(request),
        request.body,
        request.ip,
      );
      if (refusal !== null) throw new ProblemError(refusal.problem);
      return {};
    },
  );

  app.post(
    API.key,
    { config: { access: 'member' }, schema: { body: registerKeyRequestSchema, response: { 200: nothing } } },
    async (request) => {
      const context = { store, attempts, now: now() };
      const refusal = await registerApprovalKey(context, callerOf(request), request.body, request.ip);
      if (refusal !== null) throw new ProblemError(refusal.problem);
      return {};
    },
  );

  app.post(
    API.line,
    {
      config: { access: 'member' },
      schema: { body: startLineRequestSchema, response: { 200: startLineReplySchema } },
    },
    async (request) => {
      const started = await startLine(store, callerOf(request), request.body, now());
      if ('problem' in started) throw new ProblemError(started.problem);
      return started;
    },
  );
}
