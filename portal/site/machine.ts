import { type Language, postPath } from '../../shared/content/index.ts';
import { categoriesOf } from '../../shared/rules/index.ts';
import { html, type Markup } from '../../shared/site/index.ts';
import {
  ALBUMS_PATH,
  ARCHIVE_PATH,
  categoryPath,
  categoryPathIn,
  ENGLISH_PATH,
  FILES_PATH,
  PEOPLE_PATH,
  pathIn,
  RATING_PATH,
  SEARCH_PATH,
  SITEMAP_PATH,
  type Site,
} from './parts.ts';
import { type Dated, type Listed, monthInVietnam } from './publications.ts';

/** Where the map of the site's own pages is. */
export const PAGES_MAP_PATH = '/sitemap-trang.xml';

/**
 * A feed of the newest posts (Atom, RFC 4287). `path` is where it is; `title` whose it is. What was corrected is told by
 * its `updated`: a reader's program that has shown it shows it again.
 */
export function atomFeed(
  site: Site,
  { path, title }: { path: string; title: string },
  posts: readonly Listed[],
  language: Language = 'vi',
): string {
  const { origin } = site;
  const newest = posts
    .map(({ published_at }) => published_at)
    .sort()
    .at(-1);
  const entries = posts.map(
    ({ post, title: words, summary, first_at, published_at, language: its }) => html`<entry xml:lang="${its}">
<id>urn:uuid:${post}</id>
<title>${words}</title>
<link href="${origin}${postPath(post, words)}"/>
<published>${first_at}</published>
<updated>${published_at}</updated>
<summary>${summary}</summary>
</entry>\n`,
  );
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${origin}${path}</id>
<title>${title}</title>
<link rel="self" href="${origin}${path}"/>
<link href="${origin}${pathIn(language, '', site) || '/'}"/>
<updated>${newest ?? '1970-01-01T00:00:00.000Z'}</updated>
<author><name>${site.unit.name}</name></author>
${entries}</feed>
`.text.replace(NO_XML, '');
}

/** Signs that XML has no way to write (XML 1.0, 2.2): words copied from a PDF hold them, and one would end the whole feed. */
const NO_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/** What all maps for search engines are at (sitemaps.org): one of the site's own pages, one of each month's posts. */
export function sitemapIndex(site: Site, posts: readonly Pick<Dated, 'first_at' | 'published_at'>[]): string {
  const months = new Map<string, string>();
  for (const { first_at, published_at } of posts) {
    const month = monthInVietnam(first_at);
    const newest = months.get(month);
    if (newest === undefined || newest < published_at) months.set(month, published_at);
  }
  const { origin } = site;
  return html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${origin}${PAGES_MAP_PATH}</loc></sitemap>
${[...months].map(([month, newest]) => html`<sitemap><loc>${origin}/sitemap-${month}.xml</loc><lastmod>${newest}</lastmod></sitemap>\n`)}</sitemapindex>
`.text;
}

/** The addresses of the site's own pages. */
export function sitemapOfPages({ unit, facts, today, origin }: Site): string {
  const codes = categoriesOf(unit.level, today).map(({ code }) => code);
  const own = [
    ...['/', ARCHIVE_PATH, SITEMAP_PATH, RATING_PATH],
    ...(facts.about.nameEn === '' ? [] : [ENGLISH_PATH, `${ENGLISH_PATH}${ARCHIVE_PATH}`]),
    ...(facts.hasPeople ? [PEOPLE_PATH] : []),
    ...(facts.hasAlbums ? [ALBUMS_PATH] : []),
    ...(facts.hasFiles ? [FILES_PATH] : []),
    ...codes.map((code) => categoryPath(code)),
    ...(facts.about.nameEn === '' ? [] : codes.map((code) => categoryPathIn('en', code, { facts }))),
  ];
  return urlSet(own.map((path) => html`<url><loc>${origin}${path}</loc></url>\n`));
}

/** The addresses of one month's posts. */
export function sitemapOfMonth({ origin }: Site, posts: readonly Dated[]): string {
  return urlSet(
    posts.map(
      ({ post, title, published_at }) =>
        html`<url><loc>${origin}${postPath(post, title)}</loc><lastmod>${published_at}</lastmod></url>\n`,
    ),
  );
}

function urlSet(urls: readonly Markup[]): string {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`.text;
}

/** What robots may read: all but searches. */
export function robotsText(site: Site): string {
  return `User-agent: *\nDisallow: ${SEARCH_PATH}\nDisallow: ${ENGLISH_PATH}${SEARCH_PATH}\nDisallow: /api/\nSitemap: ${site.origin}/sitemap.xml\n`;
}
