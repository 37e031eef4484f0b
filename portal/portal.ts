import type { AddressInfo } from 'node:net';
import type { Unit } from '../shared/sync/index.ts';
import {
  createServer,
  type Logger,
  type RouteFact,
  registerApi,
  registerMonitoring,
  registerOpenApi,
  watchConnections,
} from './api/index.ts';
import { startAudit } from './audit/index.ts';
import { StartError } from './error.ts';
import { createUploads, type UploadParts } from './media/index.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';
import { type Contact, failedPage, missing, registerSite, siteOf } from './site/index.ts';
import { openStore, type Store } from './store/index.ts';
import { registerUpdates } from './updates/index.ts';
import { type Context, type Identity, pictureArrived } from './workflow/index.ts';

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
}

/**
 * Opens the portal in a folder, bringing its store to this version.
 *
 * @throws StartError `not_initialised`; all that `openStore` throws.
 */
export async function createPortal({ folder, database = null, now, logger = false }: PortalOptions): Promise<Portal> {
  const store = await openStore(folder, database);
  try {
    return await assemble(store, folder, now, logger);
  } catch (error) {
    await store.destroy();
    throw error;
  }
}

async function assemble(store: Store, folder: string, now: () => Date, logger: Logger): Promise<Portal> {
  const { identity, unit, contact } = await readIdentity(store, folder);
  await store.transaction().execute((tx) => startAudit(tx, now()));
  const site = () => siteOf(unit, contact, now());
  const { app, routes } = await createServer({ store, now, logger, failedPage: () => failedPage(site()) });
  const report: Context['report'] = (error, about) => app.log.error({ err: error, ...about }, 'not foreseen');
  const context: Context = { store, identity, now, report };
  const arrived: UploadParts['arrived'] = (caller, picture) => pictureArrived(context, caller, picture);
  registerMonitoring(app, store);
  registerOpenApi(app);
  registerApi(app, { context, unit, folder, uploads: await createUploads({ folder, now, arrived, report }) });
  registerUpdates(app, folder);
  registerSite(app, { store, folder, site });
  app.setNotFoundHandler((request, reply) => {
    if (!request.url.startsWith('/api/')) return missing(reply, site());
    return reply
      .code(404)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify(problemOf('not_found')));
  });
  await app.ready();
  const stopConnections = watchConnections(app.server);

  return {
    id: identity.portal,
    unit,
    routes,
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
      const closed = app.close();
      stopConnections();
      await closed;
      await store.destroy();
    },
  };
}

async function readIdentity(
  store: Store,
  folder: string,
): Promise<{ identity: Identity; unit: Unit; contact: Contact }> {
  const portal = await store.selectFrom('portal').selectAll().executeTakeFirst();
  const row = await store.selectFrom('unit').selectAll().executeTakeFirst();
  if (portal === undefined || row === undefined) throw new StartError('not_initialised', { folder });
  const { id, name, level, address, phone, email, responsible } = row;
  return {
    identity: { portal: portal.id, publicKey: portal.public_key, secretKey: portal.secret_key },
    unit: { id, name, level },
    contact: { address, phone, email, responsible },
  };
}
