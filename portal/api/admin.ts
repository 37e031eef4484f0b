import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  API,
  addedMemberSchema,
  addMemberRequestSchema,
  adminDevicesReplySchema,
  coverageReplySchema,
  eraseRequestSchema,
  handOverRequestSchema,
  memberSchema,
  mergedPostsReplySchema,
  pageRequestSchema,
  pinsReplySchema,
  resetPasswordReplySchema,
  resetPasswordRequestSchema,
  revokedReplySchema,
  revokeRequestSchema,
  setMemberRequestSchema,
  setRulesRequestSchema,
  setSiteRequestSchema,
  siteSettingsReplySchema,
  withdrawMergedRequestSchema,
} from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { regulationVersionSchema, rolesOn } from '../../shared/workflow/index.ts';
import { type Caller, memberOf } from '../accounts/index.ts';
import {
  addMember,
  eraseByHead,
  handOver,
  listDevices,
  listMerged,
  resetPassword,
  revokeDevice,
  setMember,
  withdrawMerged,
} from '../admin/index.ts';
import { noteSitePage } from '../kept/index.ts';
import { ProblemError } from '../problem.ts';
import { setRules } from '../rules/index.ts';
import { makeCrest, offerSettings, pinsShown, readCoverage, type SitePage, setSettings } from '../site/index.ts';
import type { Store } from '../store/index.ts';
import type { Context } from '../workflow/index.ts';
import { callerOf } from './access.ts';

/** What the head and the administrator do online alone: rules, roles, devices (design 5). */
export function registerAdmin(plain: FastifyInstance, context: Context, folder: string): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const { store, now } = context;
  const inUnit = <Result>(
    request: FastifyRequest,
    work: (tx: Store, caller: Caller) => Promise<Result>,
  ): Promise<Result> => store.transaction().execute((tx) => work(tx, callerOf(request)));

  app.post(
    API.rules,
    {
      config: { access: 'administrator' },
      schema: { body: setRulesRequestSchema, response: { 200: regulationVersionSchema } },
    },
    (request) =>
      inUnit(request, async (tx, caller) => {
        const set = await setRules(tx, caller.unit, request.body, caller, now());
        if ('refused' in set) throw new ProblemError(set.refused);
        return set;
      }),
  );

  app.post(
    API.members,
    { config: { access: 'administrator' }, schema: { body: setMemberRequestSchema, response: { 200: memberSchema } } },
    (request) =>
      inUnit(request, async (tx, caller) => {
        const set = await setMember(tx, caller.unit, request.body, await actingOf(tx, caller), now());
        if ('problem' in set) throw new ProblemError(set.problem);
        return set;
      }),
  );

  app.post(
    API.addMember,
    {
      config: { access: 'administrator' },
      schema: { body: addMemberRequestSchema, response: { 200: addedMemberSchema } },
    },
    async (request) => {
      const caller = callerOf(request);
      const added = await addMember(store, caller.unit, request.body, await actingOf(store, caller), now());
      if ('problem' in added) throw new ProblemError(added.problem);
      return added;
    },
  );

  app.post(
    API.resetPassword,
    {
      config: { access: 'administrator' },
      schema: { body: resetPasswordRequestSchema, response: { 200: resetPasswordReplySchema } },
    },
    async (request) => {
      const caller = callerOf(request);
      const { person } = request.body;
      const reset = await resetPassword(store, caller.unit, person, await actingOf(store, caller), now());
      if ('problem' in reset) throw new ProblemError(reset.problem);
      return reset;
    },
  );

  app.post(
    API.handOver,
    {
      config: { access: 'administrator' },
      schema: { body: handOverRequestSchema, response: { 200: z.strictObject({ posts: z.int() }) } },
    },
    (request) =>
      inUnit(request, async (tx, caller) => {
        const handed = await handOver(tx, context, caller.unit, request.body, caller.person, now());
        if ('problem' in handed) throw new ProblemError(handed.problem);
        return handed;
      }),
  );

  app.post(
    API.erase,
    {
      config: { access: 'administrator' },
      schema: { body: eraseRequestSchema, response: { 200: z.strictObject({ erased: z.int() }) } },
    },
    async (request) => {
      const { unit, person } = callerOf(request);
      const roles = rolesOn(await memberOf(store, unit, person), dayInVietnam(now().toISOString()));
      if (!roles.includes('head')) throw new ProblemError('head_erases');
      const erased = await eraseByHead(context, folder, unit, person, request.body);
      if (erased === null) throw new ProblemError('not_found');
      return { erased };
    },
  );

  app.get(
    API.mergedPosts,
    {
      config: { access: 'administrator' },
      schema: { querystring: pageRequestSchema, response: { 200: mergedPostsReplySchema } },
    },
    (request) => inUnit(request, (tx, caller) => listMerged(tx, caller.unit, request.query)),
  );

  app.post(
    API.withdrawMerged,
    {
      config: { access: 'administrator' },
      schema: { body: withdrawMergedRequestSchema, response: { 200: z.strictObject({}) } },
    },
    async (request) => {
      const problem = await withdrawMerged(context, callerOf(request), request.body);
      if (problem !== null) throw new ProblemError(problem);
      return {};
    },
  );

  app.get(
    API.site,
    { config: { access: 'site_keeper' }, schema: { response: { 200: siteSettingsReplySchema } } },
    (request) => inUnit(request, (tx, caller) => offerSettings(tx, caller.unit)),
  );

  app.get(API.pins, { config: { access: 'member' }, schema: { response: { 200: pinsReplySchema } } }, (request) =>
    inUnit(request, (tx, caller) => pinsShown(tx, caller.unit)),
  );

  app.post(
    API.site,
    {
      config: { access: 'site_keeper' },
      schema: { body: setSiteRequestSchema, response: { 200: z.strictObject({ version: z.int() }) } },
    },
    async (request) => {
      const { base, picture, settings: wanted } = request.body;
      // Before the feed is locked: it takes a while.
      const crest = picture === undefined ? undefined : await makeCrest(Buffer.from(picture, 'base64'));
      if (crest === null) throw new ProblemError('crest_unreadable');
      const settings = crest === undefined ? wanted : { ...wanted, crest: crest.hash };
      return inUnit(request, async (tx, caller) => {
        const note = (page: SitePage): Promise<void> => noteSitePage(tx, caller.unit, page);
        const how = { by: caller, at: now(), note, ...(crest && { crest }) };
        const set = await setSettings(tx, caller.unit, { base, settings }, how);
        if ('problem' in set) throw new ProblemError(set.problem);
        return set;
      });
    },
  );

  app.get(
    API.coverage,
    { config: { access: 'site_keeper' }, schema: { response: { 200: coverageReplySchema } } },
    async (request) => ({ categories: [...(await readCoverage(store, callerOf(request).unit, now()))] }),
  );

  app.get(
    API.adminDevices,
    {
      config: { access: 'administrator' },
      schema: { querystring: pageRequestSchema, response: { 200: adminDevicesReplySchema } },
    },
    (request) => inUnit(request, (tx, caller) => listDevices(tx, caller.unit, request.query)),
  );

  app.post(
    API.revoke,
    {
      config: { access: 'administrator' },
      schema: {
        body: revokeRequestSchema,
        response: { 200: revokedReplySchema },
      },
    },
    (request) =>
      inUnit(request, async (tx, caller) => {
        const revoked = await revokeDevice(tx, context, caller.unit, request.body, caller, now());
        if (revoked === null) throw new ProblemError('not_found');
        return { devices: revoked.devices.length, flagged: revoked.flagged.length };
      }),
  );
}

/**
 * Who acts, and whether it is a head: the role itself, not one held for the head for some days. Else whoever stands in
 * could make themselves head for good, or reset the head's password and sign in with it.
 */
async function actingOf(store: Store, caller: Caller): Promise<{ readonly by: Caller; readonly byHead: boolean }> {
  const member = await memberOf(store, caller.unit, caller.person);
  return { by: caller, byHead: member?.roles.includes('head') === true };
}
