import type { FastifyInstance } from 'fastify';
import {
  FILE_FOLDER,
  FILE_TYPES,
  fileFamily,
  hashInFilePath,
  isFileOf,
  LANGUAGES,
  pictureNamed,
  postPath,
} from '../../shared/content/index.ts';
import type { Unit } from '../../shared/sync/index.ts';
import { mediaFile, type OpenFile, openFile, smallPicture } from '../media/index.ts';
import { crestNamed, readCrest } from './crest.ts';
import { dayInVietnam } from './day.ts';
import { registerDirectories } from './directories.ts';
import { ICON, ICON_PATH } from './icon.ts';
import { findMoved } from './moved.ts';
import { withdrawnPage } from './pages.ts';
import { ALBUMS_PATH, ENGLISH_PATH, type Facts, FILES_PATH, PEOPLE_PATH, type Site } from './parts.ts';
import { findPublished, isPublicMedia } from './publications.ts';
import { registerRatings } from './ratings.ts';
import { judgeQuery, missing, OPEN, pageNumber, type SiteParts, send, sendPlace } from './reply.ts';
import { STYLE, STYLE_PATH, styleNamed } from './style.ts';

/** What every page of a unit's site shares. `origin`: its own address, `https://host`; empty when it was not told. */
export function siteOf(unit: Unit, facts: Facts, origin: string, now: Date): Site {
  return { unit, facts, today: dayInVietnam(now), origin };
}

const FOREVER = 'public, max-age=31536000, immutable';
/** Registers the public site. Everything here is for anyone, and shows only what was approved and is live. */
export function registerSite(plain: FastifyInstance, parts: SiteParts): void {
  plain.register(async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      await parts.refresh();
      const answer = judgeQuery(request);
      if (answer === 'unknown') {
        const moved = await findMoved(parts.store, parts.site().unit.id, request.url);
        return moved === null ? missing(reply, parts.site()) : reply.redirect(moved, 301);
      }
      if (answer !== 'fine') return reply.redirect(answer, 301);
    });
    registerPages(app, parts);
    registerDirectories(app, parts);
    registerRatings(app, parts);
  });
}

/** The same for one host alone, beside the site that answers under all other names. */
export function registerSiteUnder(own: FastifyInstance, host: string, parts: SiteParts): void {
  const constraint = new RegExp(`^${host.replaceAll('.', '\\.')}(?::\\d+)?$`, 'i');
  own.addHook('onRoute', (route) => {
    route.constraints = { ...route.constraints, host: constraint };
  });
  registerSite(own, parts);
}

function registerPages(app: FastifyInstance, parts: SiteParts): void {
  const { store, folder, site } = parts;
  for (const language of LANGUAGES) {
    app.get(language === 'en' ? ENGLISH_PATH : '/', OPEN, (request, reply) => {
      const page = pageNumber(request);
      return sendPlace(parts, request, reply, page === null ? null : { kind: 'home', language, page });
    });
    const path = `${language === 'en' ? ENGLISH_PATH : ''}/chuyen-muc/:code`;
    app.get<{ Params: { code: string } }>(path, OPEN, (request, reply) => {
      const { code } = request.params;
      const page = pageNumber(request);
      return sendPlace(parts, request, reply, page === null ? null : { kind: 'category', language, code, page });
    });
  }

  for (const [path, kind] of [
    [ALBUMS_PATH, 'albums'],
    [FILES_PATH, 'files'],
  ] as const)
    app.get(path, OPEN, (request, reply) => {
      const page = pageNumber(request);
      return sendPlace(parts, request, reply, page === null ? null : { kind, page });
    });

  app.get(PEOPLE_PATH, OPEN, (request, reply) => sendPlace(parts, request, reply, { kind: 'people' }));

  app.get<{ Params: { address: string } }>('/bai-viet/:address', OPEN, async (request, reply) => {
    const { address } = request.params;
    const publicId = /(?:^|-)([0-9a-f]{12})$/.exec(address)?.[1];
    const found = publicId === undefined ? null : await findPublished(store, site().unit.id, publicId);
    if (found === null || found.state === 'unknown') return missing(reply, site());
    if (found.state === 'withdrawn') {
      const { replacement } = found;
      if (replacement !== null) return reply.redirect(postPath(replacement.post, replacement.title), 301);
      return send(request, reply.code(410), withdrawnPage(site(), found));
    }
    const path = postPath(found.post, found.title);
    if (path !== `/bai-viet/${address}`) return reply.redirect(path, 301);
    return sendPlace(parts, request, reply, { kind: 'post', address });
  });

  /** A file that was public when it was asked for; `null` when it has been erased since. */
  const publicFile = async (hash: string, path: string): Promise<OpenFile | null> => {
    const found = await openFile(path);
    if (found === null && (await isPublicMedia(store, site().unit.id, hash)))
      throw new Error(`a public file is not there: ${hash}`);
    return found;
  };

  app.get<{ Params: { file: string } }>('/media/:file', OPEN, async (request, reply) => {
    const named = pictureNamed(request.params.file);
    if (named === null || !(await isPublicMedia(store, site().unit.id, named.hash))) return missing(reply, site());
    const { hash, width } = named;
    const found = await publicFile(
      hash,
      width === null ? mediaFile(folder, hash) : await smallPicture(folder, hash, width),
    );
    if (found === null) return missing(reply, site());
    if (fileFamily(found.head) !== 'webp') {
      await found.close();
      return missing(reply, site());
    }
    return reply
      .type('image/webp')
      .header('content-length', found.bytes)
      .header('cache-control', FOREVER)
      .send(found.read());
  });

  // Whatever a file holds, no browser runs any of it here: it is saved, not shown, and has no rights on this site.
  app.get<{ Params: { file: string } }>(`${FILE_FOLDER}/:file`, OPEN, async (request, reply) => {
    const named = hashInFilePath(`${FILE_FOLDER}/${request.params.file}`);
    if (named === null || !(await isPublicMedia(store, site().unit.id, named.hash))) return missing(reply, site());
    const found = await publicFile(named.hash, mediaFile(folder, named.hash));
    if (found === null) return missing(reply, site());
    const { mime } = FILE_TYPES[named.extension];
    if (!isFileOf(mime, found.head)) {
      await found.close();
      return missing(reply, site());
    }
    return reply
      .type(mime)
      .header('content-length', found.bytes)
      .header('cache-control', FOREVER)
      .header('content-disposition', 'attachment')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .send(found.read());
  });

  // The style with a unit's own colour, which its name holds; and its crest.
  app.get<{ Params: { file: string } }>('/assets/:file', OPEN, async (request, reply) => {
    const crest = crestNamed(request.params.file);
    const bytes = crest === null ? null : await readCrest(store, site().unit.id, crest);
    if (bytes !== null) return reply.type('image/png').header('cache-control', FOREVER).send(bytes);
    const text = styleNamed(request.params.file);
    if (text === null) return missing(reply, site());
    return reply.type('text/css; charset=utf-8').header('cache-control', FOREVER).send(text);
  });

  for (const [path, type, text] of [
    [STYLE_PATH, 'text/css', STYLE],
    [ICON_PATH, 'image/svg+xml', ICON],
  ] as const)
    app.get(path, OPEN, async (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header('cache-control', FOREVER).send(text),
    );
}
