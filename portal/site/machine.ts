import { postPath } from '../../shared/content/index.ts';
import { categoriesOf } from '../../shared/rules/index.ts';
import { ARCHIVE_PATH, categoryPath, ENGLISH_PATH, PEOPLE_PATH, SITEMAP_PATH, type Site } from './frame.ts';
import type { Listed } from './publications.ts';
import { html } from './template.ts';

/** A feed of the newest posts (Atom, RFC 4287). `path` is where it is; `title` whose it is. */
export function atomFeed(
  site: Site,
  { path, title }: { path: string; title: string },
  posts: readonly Listed[],
): string {
  const { origin } = site;
  const entries = posts.map(
    ({ post, title: words, summary, first_at, language }) => html`<entry xml:lang="${language}">
<id>urn:uuid:${post}</id>
<title>${words}</title>
<link href="${origin}${postPath(post, words)}"/>
<published>${first_at}</published>
<updated>${first_at}</updated>
<summary>${summary}</summary>
</entry>\n`,
  );
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>${origin}${path}</id>
<title>${title}</title>
<link rel="self" href="${origin}${path}"/>
<link href="${origin}/"/>
<updated>${posts[0]?.first_at ?? '1970-01-01T00:00:00.000Z'}</updated>
<author><name>${site.unit.name}</name></author>
${entries}</feed>
`.text;
}

/** All addresses for search engines (sitemaps.org). */
export function sitemapXml(
  site: Site,
  posts: readonly { post: string; title: string; published_at: string }[],
): string {
  const own = [
    '/',
    ARCHIVE_PATH,
    SITEMAP_PATH,
    ...(site.facts.about.nameEn === '' ? [] : [ENGLISH_PATH]),
    ...(site.facts.hasPeople ? [PEOPLE_PATH] : []),
    ...categoriesOf(site.unit.level, site.today).map(({ code }) => categoryPath(code)),
  ];
  const urls = [
    ...own.map((path) => html`<url><loc>${site.origin}${path}</loc></url>\n`),
    ...posts.map(
      ({ post, title, published_at }) =>
        html`<url><loc>${site.origin}${postPath(post, title)}</loc><lastmod>${published_at}</lastmod></url>\n`,
    ),
  ];
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`.text;
}

/** What robots may read: all but searches. */
export function robotsText(site: Site): string {
  return `User-agent: *\nDisallow: /tim-kiem\nDisallow: /api/\nSitemap: ${site.origin}/sitemap.xml\n`;
}
