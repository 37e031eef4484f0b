import type { FileReference } from '../../shared/content/index.ts';
import type { SitePerson } from '../../shared/site/index.ts';
import { archivePage, monthPage, sitemapPage } from './archive.ts';
import { albumsPage, filesPage } from './holdings-page.ts';
import { atomFeed, robotsText, sitemapIndex, sitemapOfMonth, sitemapOfPages } from './machine.ts';
import { categoryPage, englishCategoryPage, englishPage, homePage, postPage } from './pages.ts';
import type { Site } from './parts.ts';
import { peoplePage } from './people-page.ts';
import type { Listed } from './publications.ts';

const AT = '2026-01-02T03:04:05.000Z';
const POST = '01930000-0000-7000-8000-000000000001';
const LISTED: Listed = {
  ...{ post: POST, title: 'Title', summary: 'Summary', language: 'en', first_at: AT },
  ...{ cover: 'a'.repeat(64), cover_alt: 'Picture', cover_focus: null, published_at: '2026-01-09T03:04:05.000Z' },
};

const FILE: FileReference = {
  ...{ hash: 'b'.repeat(64), name: 'File.pdf', mime: 'application/pdf', bytes: 1_000 },
};

const PERSON: SitePerson = {
  ...{ name: 'Name', office: 'Office', duties: 'Duties', phone: '1', email: 'a@b.example' },
  ...{ isLeader: true, hasAgreed: false },
};

/**
 * Every kind of page made of the same few words: what follows from the program, the unit and its settings alone. When it
 * differs, all pages differ.
 */
export function probePages(site: Site): string {
  const list = { posts: [LISTED, LISTED], page: 2, pages: 3 };
  const dated = LISTED;
  const { title, summary, language, cover } = LISTED;
  const times = { firstAt: AT, publishedAt: dated.published_at };
  return [
    homePage(site, list, [], [{ code: 'B2', posts: [LISTED] }]),
    englishPage(site, list),
    englishCategoryPage(site, 'B2', list),
    homePage(site, { posts: [], page: 1, pages: 1 }, [LISTED]),
    peoplePage(site, [PERSON]) ?? '',
    categoryPage(site, 'B2', list),
    postPage(site, {
      ...{
        state: 'live',
        post: POST,
        kind: 'news',
        title,
        summary,
        language,
        cover,
        categories: ['B2'],
        article: '<p>.</p>',
      },
      changes: [{ at: AT, note: title }],
      translations: [{ post: POST, title, language: 'vi' }],
      ...times,
    }),
    postPage(site, {
      ...{ state: 'live', post: POST, kind: 'page', title, summary, language, cover, categories: [], article: '' },
      ...{ changes: [], translations: [], ...times },
    }),
    archivePage(site, [{ month: '2026-01', count: 1 }]),
    monthPage(site, '2026-01', [dated]),
    archivePage(site, [{ month: '2026-01', count: 1 }], 'en'),
    monthPage(site, '2026-01', [dated], 'en'),
    sitemapPage(site),
    atomFeed(site, { path: '/atom.xml', title }, list.posts),
    atomFeed(site, { path: '/en/atom.xml', title }, list.posts, 'en'),
    sitemapIndex(site, [dated]),
    sitemapOfPages(site),
    sitemapOfMonth(site, [dated]),
    albumsPage(site, { items: [{ ...dated, pictures: 2, media: 'a'.repeat(64) }], page: 2, pages: 3 }),
    filesPage(site, { items: [{ ...dated, words: '', reference: FILE }], page: 2, pages: 3 }),
    robotsText(site),
  ].join('\n');
}
