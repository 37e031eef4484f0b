import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { fileFamily, mediaHash } from '../../shared/content/index.ts';
import {
  API,
  approvalKeysReplySchema,
  carriedMediaReplySchema,
  carriedMediaRequestSchema,
  deviceNamesReplySchema,
  devicesReplySchema,
  HANDOVERS,
  nameDeviceRequestSchema,
  type PortalInfo,
  PROTOCOL,
  pageRequestSchema,
  permitReplySchema,
  portalInfoSchema,
  receiptsReplySchema,
  receiptsRequestSchema,
  revisionsReplySchema,
  revisionsRequestSchema,
  signPermit,
  syncReplySchema,
  syncRequestSchema,
  type Unit,
} from '../../shared/sync/index.ts';
import { nameDevice } from '../accounts/index.ts';
import { approvalKeys, bringCarriedMedia, createCertificates, deviceNames, receiptsOf } from '../bundle/index.ts';
import { eraseAgain } from '../erasure/index.ts';
import { wholeRevisions } from '../feed/index.ts';
import { mayReadMedia, mediaFile, openFile, type Uploads } from '../media/index.ts';
import { ProblemError } from '../problem.ts';
import type { Store } from '../store/index.ts';
import { sync } from '../sync/index.ts';
import type { Context } from '../workflow/index.ts';
import { callerOf } from './access.ts';
import { registerAccounts } from './accounts.ts';
import { registerAdmin } from './admin.ts';
import { packingOf, packReply, takePacked } from './packed.ts';

/** The units that are served, by the name a request came under and by id. */
export interface ServedUnits {
  /** The unit under that name, or the portal's first one. */
  readonly at: (host: string | undefined) => Unit;
  /** The unit that has that very name. */
  readonly named: (host: string | undefined) => Unit | null;
  readonly of: (unit: string) => Unit;
}

/** What the API serves. */
export interface ApiParts {
  readonly context: Context;
  readonly units: ServedUnits;
  readonly folder: string;
  readonly uploads: Uploads;
}

/** Registers the routes that the program calls. Shapes are those of `shared/sync`, checked both ways. */
export function registerApi(plain: FastifyInstance, { context, units, folder, uploads }: ApiParts): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const { store, identity, now } = context;
  takePacked(plain);
  const infoOf = (unit: Unit): PortalInfo => ({
    product: 'ban-thao',
    protocol: PROTOCOL,
    portal: identity.portal,
    ...{
      publicKey: identity.publicKey,
      recoveryKey: identity.recoveryKey,
      handovers: (identity.handovers ?? []).slice(-HANDOVERS),
    },
    unit,
  });

  app.get(
    API.info,
    { config: { access: 'anyone' }, schema: { response: { 200: portalInfoSchema } } },
    async (request) => infoOf(units.at(request.headers.host)),
  );

  registerAccounts(plain, context, { named: units.named, infoOf: (unit) => infoOf(units.of(unit)) });

  app.post(
    API.permit,
    { config: { access: 'member' }, schema: { body: z.strictObject({}), response: { 200: permitReplySchema } } },
    async (request) => {
      const holder = { portal: identity.portal, device: callerOf(request).device };
      return signPermit(holder, now(), identity.secretKey);
    },
  );

  app.post(
    API.sync,
    {
      config: { access: 'member' },
      schema: { body: syncRequestSchema, response: { 200: syncReplySchema } },
      onSend: packReply,
    },
    async (request) => {
      await eraseAgain(context, folder, callerOf(request).unit, request.body.erasures ?? []);
      return sync(context, callerOf(request), request.body, packingOf(request));
    },
  );

  app.post(
    API.revisions,
    {
      config: { access: 'member' },
      schema: { body: revisionsRequestSchema, response: { 200: revisionsReplySchema } },
      onSend: packReply,
    },
    async (request) => ({ revisions: await wholeRevisions(store, callerOf(request), request.body.revisions) }),
  );

  app.get(
    `${API.media}/:hash`,
    { config: { access: 'member' }, schema: { params: z.strictObject({ hash: mediaHash }) } },
    async (request, reply) => {
      const { hash } = request.params;
      const found = (await mayReadMedia(store, callerOf(request), hash))
        ? await openFile(mediaFile(folder, hash))
        : null;
      // The same answer for what is not here and what is not theirs to see.
      if (found === null) throw new ProblemError('not_found');
      return reply
        .type(fileFamily(found.head) === 'webp' ? 'image/webp' : 'application/octet-stream')
        .header('content-length', found.bytes)
        .header('cache-control', 'private, max-age=31536000, immutable')
        .send(found.read());
    },
  );

  registerBundles(plain, context);
  registerAdmin(plain, context, folder);
  registerUploads(plain, uploads);
}

/** What bundles need of a portal (docs/spec/bundle.md). */
function registerBundles(plain: FastifyInstance, context: Context): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const { store, identity } = context;
  const devices = createCertificates(store, identity);
  const access = 'member' as const;

  app.get(
    API.devices,
    { config: { access }, schema: { querystring: pageRequestSchema, response: { 200: devicesReplySchema } } },
    (request) => devices(callerOf(request).unit, request.query),
  );

  app.get(
    API.deviceNames,
    { config: { access }, schema: { querystring: pageRequestSchema, response: { 200: deviceNamesReplySchema } } },
    (request) => deviceNames(store, callerOf(request).unit, request.query),
  );

  app.post(
    API.deviceNames,
    { config: { access }, schema: { body: nameDeviceRequestSchema, response: { 200: z.strictObject({}) } } },
    async (request) => {
      const name = (tx: Store): Promise<boolean> => nameDevice(tx, callerOf(request), request.body, context.now());
      if (!(await store.transaction().execute(name))) throw new ProblemError('not_found');
      return {};
    },
  );

  app.get(
    API.approvalKeys,
    { config: { access }, schema: { querystring: pageRequestSchema, response: { 200: approvalKeysReplySchema } } },
    (request) => approvalKeys(store, identity, callerOf(request).unit, request.query),
  );

  app.post(
    API.receipts,
    { config: { access }, schema: { body: receiptsRequestSchema, response: { 200: receiptsReplySchema } } },
    async (request) => ({ receipts: await receiptsOf(store, identity, callerOf(request), request.body.mutations) }),
  );

  app.post(
    API.carriedMedia,
    { config: { access }, schema: { body: carriedMediaRequestSchema, response: { 200: carriedMediaReplySchema } } },
    async (request) => {
      const { revision, media } = request.body;
      const wanted = await bringCarriedMedia(context, callerOf(request), revision, media);
      if (wanted === null) throw new ProblemError('not_found');
      return { wanted };
    },
  );
}

function registerUploads(app: FastifyInstance, uploads: Uploads): void {
  // tus reads the body itself, as a stream.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  for (const url of [API.uploads, `${API.uploads}/:id`])
    app.route({
      method: ['POST', 'HEAD', 'PATCH', 'DELETE'],
      url,
      config: { access: 'member' },
      handler: async (request, reply) => {
        reply.hijack();
        await uploads.handle(callerOf(request), request.raw, reply.raw);
      },
    });
}
