import type { FastifyInstance, FastifyRequest } from 'fastify';
import { categoriesOf, categoryName } from '../../shared/rules/index.ts';
import { SEARCH_LIMITS, search } from '../search/index.ts';
import { archivePage, monthPage, sitemapPage } from './archive.ts';
import { ARCHIVE_PATH, categoryPath, SEARCH_PATH, SITEMAP_PATH } from './frame.ts';
import { atomFeed, robotsText, sitemapXml } from './machine.ts';
import { allLive, listLive } from './publications.ts';
import { dayInVietnam, missing, OPEN, originOf, type SiteParts, send } from './reply.ts';
import { searchPage } from './search-page.ts';

/** Registers what helps to find a page: search, archive, maps of the site and feeds. */
export function registerDirectories(app: FastifyInstance, { store, site: plain }: SiteParts): void {
  const siteOf = (request: FastifyRequest) => ({ ...plain(), origin: originOf(request) });

  app.get<{ Querystring: { q?: string | string[] } }>(SEARCH_PATH, OPEN, async (request, reply) => {
    const { q = '' } = request.query;
    if (typeof q !== 'string' || q.length > SEARCH_LIMITS.characters) return missing(reply, plain());
    const hits = await search(store, plain().unit.id, q);
    return send(request, reply, searchPage(plain(), q.trim(), hits));
  });

  app.get(ARCHIVE_PATH, OPEN, async (request, reply) => {
    const counts = new Map<string, number>();
    for (const { first_at } of await allLive(store, plain().unit.id))
      counts.set(monthOf(first_at), (counts.get(monthOf(first_at)) ?? 0) + 1);
    return send(
      request,
      reply,
      archivePage(
        plain(),
        [...counts].map(([month, count]) => ({ month, count })),
      ),
    );
  });
  app.get<{ Params: { month: string } }>(`${ARCHIVE_PATH}/:month`, OPEN, async (request, reply) => {
    const { month } = request.params;
    const posts = (await allLive(store, plain().unit.id)).filter((post) => monthOf(post.first_at) === month);
    return posts.length === 0 ? missing(reply, plain()) : send(request, reply, monthPage(plain(), month, posts));
  });

  app.get(SITEMAP_PATH, OPEN, async (request, reply) => send(request, reply, sitemapPage(plain())));
  app.get('/sitemap.xml', OPEN, async (request, reply) => {
    const posts = await allLive(store, plain().unit.id);
    return send(request, reply, sitemapXml(siteOf(request), posts), 'application/xml');
  });
  app.get('/robots.txt', OPEN, async (request, reply) =>
    send(request, reply, robotsText(siteOf(request)), 'text/plain'),
  );

  app.get('/atom.xml', OPEN, async (request, reply) => {
    const { unit } = plain();
    const posts = (await listLive(store, unit.id, { category: null, page: 1 }))?.posts ?? [];
    const feed = { path: '/atom.xml', title: unit.name };
    return send(request, reply, atomFeed(siteOf(request), feed, posts), 'application/atom+xml');
  });
  app.get<{ Params: { code: string } }>('/chuyen-muc/:code/atom.xml', OPEN, async (request, reply) => {
    const { code } = request.params;
    const { unit, today } = plain();
    if (!categoriesOf(unit.level, today).some((category) => category.code === code)) return missing(reply, plain());
    const posts = (await listLive(store, unit.id, { category: code, page: 1 }))?.posts ?? [];
    const feed = { path: `${categoryPath(code)}/atom.xml`, title: `${categoryName(code, 'vi')} – ${unit.name}` };
    return send(request, reply, atomFeed(siteOf(request), feed, posts), 'application/atom+xml');
  });
}

/** The month in Vietnam of a moment, as `2026-11`. */
function monthOf(iso: string): string {
  return dayInVietnam(new Date(iso)).slice(0, 7);
}
