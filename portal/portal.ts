import type { AddressInfo } from 'node:net';
import { handoverSchema, type Unit } from '../shared/sync/index.ts';
import { dayInVietnam } from '../shared/vietnamese/index.ts';
import { endDeputies } from './admin/index.ts';
import {
  createServer,
  type Logger,
  type Patience,
  type RouteFact,
  registerApi,
  registerMonitoring,
  registerOpenApi,
  SECURITY_HEADERS,
  watchConnections,
} from './api/index.ts';
import { startAudit } from './audit/index.ts';
import { noteArrived } from './erasure/index.ts';
import { StartError } from './error.ts';
import { noteSitePage } from './kept/index.ts';
import { createUploads, type UploadParts } from './media/index.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';
import { spend } from './quota/index.ts';
import { endPins, failedPage, findMoved, missing, registerSite, registerSiteUnder } from './site/index.ts';
import { isErased, openStore, type Store } from './store/index.ts';
import { Houses, readUnits, unitNamed } from './units/index.ts';
import { registerUpdates } from './updates/index.ts';
import { type Context, holdOfClosed, type Identity, publishDue } from './workflow/index.ts';

/** A unit's portal: its API and its public site. */
export interface Portal {
  readonly id: string;
  readonly unit: Unit;
  /** Every route with who may call it. */
  readonly routes: readonly RouteFact[];
  /**
   * Starts answering. Port 0 takes any free one.
   * @returns the address, as `http://127.0.0.1:8480`.
   * @throws StartError `port_in_use`, `address_unusable`.
   */
  listen(at: { host: string; port: number }): Promise<{ url: string }>;
  /** Resolves when the pages of the site are on the disk: for tests and measures. */
  settled(): Promise<void>;
  /** Publishes what is scheduled and whose time has come; done every few seconds by itself while it answers. */
  publishDue(): Promise<void>;
  /** Finishes what is being answered, then closes the store. */
  close(): Promise<void>;
}

/**
 * What a portal is opened with. `now` is read wherever a time is stamped or judged; `database` is the address of a
 * PostgreSQL database, or nothing for the SQLite file in the folder.
 */
export interface PortalOptions {
  readonly folder: string;
  readonly database?: string | null;
  readonly now: () => Date;
  readonly logger?: Logger;
  /** How long a request may take to arrive. */
  readonly patience?: Patience;
}

/**
 * Opens the portal in a folder, bringing its store to this version.
 *
 * @throws StartError `not_initialised`; all that `openStore` throws.
 */
export async function createPortal({
  folder,
  database = null,
  now,
  logger = false,
  patience,
}: PortalOptions): Promise<Portal> {
  const store = await openStore(folder, database);
  try {
    return await assemble(store, folder, now, { logger, patience });
  } catch (error) {
    await store.destroy();
    throw error;
  }
}

async function assemble(
  store: Store,
  folder: string,
  now: () => Date,
  { logger, patience }: { readonly logger: Logger; readonly patience: Patience | undefined },
): Promise<Portal> {
  const { identity, epoch } = await readIdentity(store, folder);
  await store.transaction().execute((tx) => startAudit(tx, now()));
  const houses = await Houses.open({
    ...{ store, folder, now, epoch, headers: SECURITY_HEADERS },
    report: (error) => report(error, { about: 'kept pages' }),
  });
  const { unit } = houses.first;
  const { app, routes } = await createServer({
    ...{ store, now, logger, patience },
    unitOf: (host) => houses.named(host)?.id ?? null,
    failedPage: (host) => failedPage(houses.at(host).site()),
    answerFirst: (request, response, otherwise) => {
      const { host } = request.headers;
      const moved = request.url?.startsWith('/api/') ? null : houses.movedFrom(host);
      if (moved === null) return houses.at(host).kept.answer(request, response, otherwise);
      response.writeHead(301, { location: `${moved}${request.url ?? '/'}` }).end();
    },
  });
  // Whoever publishes or withdraws is told so only when no reader gets the page from before.
  app.addHook('onSend', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.url.startsWith('/api/'))
      await houses.refresh();
  });
  const report: Context['report'] = (error, about) => app.log.error({ err: error, ...about }, 'not foreseen');
  const context: Context = { store, identity, now, report };
  await holdOfClosed(context);
  const arrived: UploadParts['arrived'] = async (caller, picture) => {
    await noteArrived(context, folder, caller, picture);
    await houses.of(caller.unit).keeper.refresh();
  };
  registerMonitoring(app, store, () => houses.all.reduce((sum, { kept }) => sum + kept.sent, 0));
  registerOpenApi(app);
  registerApi(app, {
    context,
    units: { at: (host) => houses.at(host).unit, named: (host) => houses.named(host), of: (id) => houses.of(id).unit },
    folder,
    uploads: await createUploads({
      ...{ folder, now, arrived, report },
      isRefused: ({ unit: own }, hash) => isErased(store, own, hash),
      spend: (caller, bytes) => spend(store, caller, 'files', bytes, now()),
    }),
  });
  registerUpdates(app, folder);
  for (const house of houses.all) {
    const month = (): string => house.site().today.slice(0, 7);
    const parts = { store, folder, site: house.site, refresh: house.learn, month };
    if (house === houses.first) registerSite(app, parts);
    else if (house.host !== '') await app.register(async (own) => registerSiteUnder(own, house.host, parts));
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (!request.url.startsWith('/api/')) {
      const house = houses.at(request.headers.host);
      await house.learn();
      const moved = await findMoved(store, house.site().unit.id, request.url);
      return moved === null ? missing(reply, house.site()) : reply.redirect(moved, 301);
    }
    return reply
      .code(404)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify(problemOf('not_found')));
  });
  await app.ready();
  for (const { keeper } of houses.all) await keeper.start();
  const connections = watchConnections(app.server);
  const due = async (): Promise<void> => {
    const published = await publishDue(context);
    const at = now();
    let ended = false;
    for (const { unit: own } of houses.all) {
      await endDeputies(store, own.id, at);
      const note: Parameters<typeof endPins>[3]['note'] = (tx, page) => noteSitePage(tx, own.id, page);
      ended = (await endPins(store, own.id, dayInVietnam(at.toISOString()), { at, note })) || ended;
    }
    if (published > 0 || ended) await houses.refresh();
  };
  const clock = startClock(due, (error) => report(error, { what: 'publishDue' }));

  return {
    id: identity.portal,
    unit,
    routes,
    settled: async () => {
      for (const { keeper } of houses.all) await keeper.settled();
    },
    publishDue: due,
    async listen({ host, port }) {
      try {
        await app.listen({ host, port });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : null;
        if (code === 'EADDRINUSE') throw new StartError('port_in_use', { port }, { cause: error });
        throw new StartError('address_unusable', { host, port }, { cause: error });
      }
      const address = app.server.address() as AddressInfo;
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      return { url: `http://${name}:${address.port}` };
    },
    async close() {
      await clock.stop();
      await connections.settle();
      const closed = app.close();
      connections.close();
      await closed;
      for (const { keeper } of houses.all) await keeper.close();
      await store.destroy();
    },
  };
}

/** How often to see whether a scheduled post is due, in milliseconds. */
const LOOK_EVERY_MS = 5_000;

/** Does a piece of work again and again, never twice at once. `stop` waits for what is under way. */
function startClock(work: () => Promise<void>, failed: (error: unknown) => void): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= work()
      .catch(failed)
      .finally(() => {
        running = null;
      });
  }, LOOK_EVERY_MS).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/**
 * Who the portal in a store is, and the unit that is meant: the one named, or the portal's first one.
 *
 * @throws StartError `not_initialised`, `unit_unknown`.
 */
export async function readIdentity(
  store: Store,
  folder: string,
  wanted?: string,
): Promise<{ identity: Identity; unit: Unit; origin: string; place: number; epoch: string }> {
  const portal = await store.selectFrom('portal').selectAll().executeTakeFirst();
  const units = await readUnits(store);
  const [first] = units;
  if (portal === undefined || first === undefined) throw new StartError('not_initialised', { folder });
  const handovers = await store.selectFrom('portal_handover').selectAll().orderBy('number').execute();
  const { unit, origin, place } = wanted === undefined ? first : unitNamed(units, wanted);
  return {
    identity: {
      ...{ portal: portal.id, publicKey: portal.public_key, secretKey: portal.secret_key },
      recoveryKey: portal.recovery_key,
      handovers: handovers.map(({ words }) => handoverSchema.parse(JSON.parse(words))),
      formerSecrets: handovers.map((row) => row.former_secret),
    },
    ...{ unit, origin, place },
    epoch: portal.epoch,
  };
}

/** As {@link readIdentity}, for a command that is about one unit: with several, it must be named. @throws StartError `unit_needed`. */
export async function readUnitMeant(
  store: Store,
  folder: string,
  wanted: string | undefined,
): ReturnType<typeof readIdentity> {
  await readIdentity(store, folder);
  return readIdentity(store, folder, unitNamed(await readUnits(store), wanted).unit.id);
}
