import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LANGUAGES } from '../../shared/content/index.ts';
import { SEARCH_LIMITS, search } from '../search/index.ts';
import { PAGES_MAP_PATH } from './machine.ts';
import { ARCHIVE_PATH, ENGLISH_PATH, FEED_PATH, hasEnglish, SEARCH_PATH, SITEMAP_PATH } from './parts.ts';
import type { Place } from './place.ts';
import { missing, OPEN, pageNumber, type SiteParts, send, sendPlace } from './reply.ts';
import { searchPage } from './search-page.ts';

/** Registers what helps to find a page: search, archive, maps of the site and feeds. */
export function registerDirectories(app: FastifyInstance, parts: SiteParts): void {
  const { store, site } = parts;
  const serve = <Params>(path: string, placeOf: (params: Params) => Place): void => {
    app.get(path, OPEN, (request: FastifyRequest, reply) =>
      sendPlace(parts, request, reply, placeOf(request.params as Params)),
    );
  };
  for (const language of LANGUAGES) {
    const before = language === 'en' ? ENGLISH_PATH : '';
    app.get<{ Querystring: { q?: string | string[] } }>(`${before}${SEARCH_PATH}`, OPEN, async (request, reply) => {
      const { q = '' } = request.query;
      const number = pageNumber(request);
      const isThere = language === 'vi' || hasEnglish(site());
      if (!isThere || typeof q !== 'string' || q.length > SEARCH_LIMITS.characters || number === null)
        return missing(reply, site());
      // In English one looks among what is in English; in Vietnamese, among all.
      const found = await search(store, site().unit.id, q, number, language === 'en' ? 'en' : null);
      const page = searchPage(site(), q.trim(), found, number, language);
      return page === null ? missing(reply, site()) : send(request, reply, page);
    });
    serve(`${before}${ARCHIVE_PATH}`, () => ({ kind: 'archive', language }));
    serve<{ month: string }>(`${before}${ARCHIVE_PATH}/:month`, ({ month }) => ({ kind: 'month', language, month }));
    serve(`${before}${FEED_PATH}`, () => ({ kind: 'feed', language }));
    serve<{ code: string }>(`${before}/chuyen-muc/:code${FEED_PATH}`, ({ code }) => ({
      ...{ kind: 'category_feed', language, code },
    }));
  }

  serve(SITEMAP_PATH, () => ({ kind: 'sitemap' }));
  serve('/sitemap.xml', () => ({ kind: 'sitemap_xml' }));
  serve(PAGES_MAP_PATH, () => ({ kind: 'sitemap_pages' }));
  serve<{ month: string }>('/sitemap-:month(^\\d{4}-\\d{2}).xml', ({ month }) => ({ kind: 'sitemap_month', month }));
  serve('/robots.txt', () => ({ kind: 'robots' }));
}
