import { type Language, postPath } from '../../shared/content/index.ts';
import { categoriesShown, html } from '../../shared/site/index.ts';
import { formatDate } from '../../shared/vietnamese/index.ts';
import { frame } from './frame.ts';
import {
  ALBUMS_PATH,
  ARCHIVE_PATH,
  categoryPath,
  ENGLISH_PATH,
  FEED_PATH,
  FILES_PATH,
  nameOfCategory,
  PEOPLE_PATH,
  pathIn,
  RATING_PATH,
  SEARCH_PATH,
  SITEMAP_PATH,
  type Site,
  say,
} from './parts.ts';
import type { Dated, Month } from './publications.ts';

/** The months in which something became public, newest first. */
export function archivePage(site: Site, months: readonly Month[], language: Language = 'vi'): string {
  const path = pathIn(language, ARCHIVE_PATH, site);
  const items = months.map(
    ({ month, count }) => html`<li><a href="${path}/${month}">${monthName(month, language)}</a> (${count})</li>\n`,
  );
  const title = say(language, 'site.archive');
  return frame(site, {
    ...{ language, title, description: null, category: null, path, date: months[0]?.month },
    main: html`<h1>${title}</h1>\n${items.length === 0 ? html`<p>${say(language, 'site.nothing_yet')}</p>` : html`<ul class="plain">\n${items}</ul>`}`,
  });
}

/** What became public in one month. */
export function monthPage(site: Site, month: string, posts: readonly Dated[], language: Language = 'vi'): string {
  const title = monthName(month, language);
  const path = pathIn(language, ARCHIVE_PATH, site);
  const items = posts.map(
    ({ post, title: words, first_at, language: its }) =>
      html`<li><time datetime="${first_at}">${formatDate(first_at)}</time> <a href="${postPath(post, words)}"${its !== language && html` lang="${its}"`}>${words}</a></li>\n`,
  );
  return frame(site, {
    ...{ language, title, description: null, category: null, path: `${path}/${month}`, date: month },
    main: html`<p><a href="${path}">${say(language, 'site.archive')}</a></p>\n<h1>${title}</h1>\n<ul class="plain">\n${items}</ul>`,
  });
}

/** The map of the site in words, for readers. */
export function sitemapPage(site: Site): string {
  const title = say('vi', 'site.sitemap');
  const links: readonly (readonly [string, string])[] = [
    ['/', say('vi', 'site.home')],
    ...site.facts.standing.map(({ post, title }) => [postPath(post, title), title] as const),
    [SEARCH_PATH, say('vi', 'site.search')],
    [ARCHIVE_PATH, say('vi', 'site.archive')],
    [FEED_PATH, say('vi', 'site.feed')],
    ...(site.facts.hasPeople ? [[PEOPLE_PATH, say('vi', 'site.people')] as const] : []),
    ...(site.facts.hasAlbums ? [[ALBUMS_PATH, say('vi', 'site.albums')] as const] : []),
    ...(site.facts.hasFiles ? [[FILES_PATH, say('vi', 'site.files')] as const] : []),
    ...(site.facts.about.nameEn === '' ? [] : [[ENGLISH_PATH, say('en', 'site.own_language')] as const]),
    [RATING_PATH, say('vi', 'site.rating')],
    ...categoriesShown(site.unit.level, site.today, site.facts.categories).map(
      ({ code }) => [categoryPath(code), nameOfCategory(site, code, 'vi')] as const,
    ),
  ];
  return frame(site, {
    ...{ language: 'vi', title, description: null, category: null, path: SITEMAP_PATH },
    main: html`<h1>${title}</h1>\n<ul class="plain">\n${links.map(([href, words]) => html`<li><a href="${href}">${words}</a></li>\n`)}</ul>`,
  });
}

function monthName(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return say(language, 'site.month', { month: String(Number(number)), year });
}
