import { type Language, postPath } from '../../shared/content/index.ts';
import { categoriesOf } from '../../shared/rules/index.ts';
import { categoriesShown } from '../../shared/site/index.ts';
import type { Store } from '../store/index.ts';
import { archivePage, monthPage, sitemapPage } from './archive.ts';
import { type HoldingKind, listAlbums, listFiles } from './holdings.ts';
import { albumsPage, filesPage } from './holdings-page.ts';
import { atomFeed, PAGES_MAP_PATH, robotsText, sitemapIndex, sitemapOfMonth, sitemapOfPages } from './machine.ts';
import { categoryPage, englishCategoryPage, englishPage, type HomeBlock, homePage, postPage } from './pages.ts';
import {
  ALBUMS_PATH,
  ARCHIVE_PATH,
  ENGLISH_PATH,
  FEED_PATH,
  feedPath,
  hasEnglish,
  nameOfCategory,
  PEOPLE_PATH,
  pathIn,
  SITEMAP_PATH,
  type Site,
} from './parts.ts';
import { peoplePage } from './people-page.ts';
import { allLive, findPublished, type Listed, listLive, listNewest, listPosts, monthsOf } from './publications.ts';
import { readSettings } from './settings.ts';

/** What a place of the site answers with. */
export type PageType = 'text/html' | 'application/xml' | 'application/atom+xml' | 'text/plain';

/** One place of the site that anyone gets alike: no query but a page's number, from 1. */
export type Place =
  | { readonly kind: 'home'; readonly language: Language; readonly page: number }
  | { readonly kind: 'category'; readonly language: Language; readonly code: string; readonly page: number }
  | { readonly kind: 'category_feed'; readonly language: Language; readonly code: string }
  | { readonly kind: 'post'; readonly address: string }
  | { readonly kind: 'archive' | 'feed'; readonly language: Language }
  | { readonly kind: 'people' }
  | { readonly kind: HoldingKind; readonly page: number }
  | { readonly kind: 'month'; readonly language: Language; readonly month: string }
  | { readonly kind: 'sitemap_month'; readonly month: string }
  | { readonly kind: 'sitemap' | 'sitemap_xml' | 'sitemap_pages' | 'robots' };

/** A page as it is sent. */
export interface Page {
  readonly text: string;
  readonly type: PageType;
}

/** News in a category's block on the home page. */
const POSTS_IN_BLOCK = 4;

const FIXED: Readonly<Record<string, Place>> = {
  [ARCHIVE_PATH]: { kind: 'archive', language: 'vi' },
  [`${ENGLISH_PATH}${ARCHIVE_PATH}`]: { kind: 'archive', language: 'en' },
  [SITEMAP_PATH]: { kind: 'sitemap' },
  [PEOPLE_PATH]: { kind: 'people' },
  '/sitemap.xml': { kind: 'sitemap_xml' },
  [PAGES_MAP_PATH]: { kind: 'sitemap_pages' },
  '/robots.txt': { kind: 'robots' },
  [FEED_PATH]: { kind: 'feed', language: 'vi' },
  [`${ENGLISH_PATH}${FEED_PATH}`]: { kind: 'feed', language: 'en' },
};

/** The place under an address with its query as the browser sends it; `null` for anything else. */
export function placeAt(url: string): Place | null {
  const fixed = FIXED[url];
  if (fixed !== undefined) return fixed;
  const post = /^\/bai-viet\/((?:[a-z0-9-]{1,180}-)?[0-9a-f]{12})$/.exec(url)?.[1];
  if (post !== undefined) return { kind: 'post', address: post };
  const home = /^\/(en)?(?:\?trang=([1-9]\d{0,5}))?$/.exec(url);
  if (home !== null) return { kind: 'home', language: languageOf(home[1]), page: Number(home[2] ?? '1') };
  const list = /^(\/en)?\/chuyen-muc\/([A-Z]\d{1,3})(?:\?trang=([1-9]\d{0,5}))?$/.exec(url);
  if (list !== null) {
    const [, english, code = '', page = '1'] = list;
    return { kind: 'category', language: languageOf(english), code, page: Number(page) };
  }
  const holdings = /^(\/thu-vien-anh|\/tai-lieu)(?:\?trang=([1-9]\d{0,5}))?$/.exec(url);
  if (holdings !== null) {
    const [, path, page = '1'] = holdings;
    return { kind: path === ALBUMS_PATH ? 'albums' : 'files', page: Number(page) };
  }
  const map = /^\/sitemap-(\d{4}-\d{2})\.xml$/.exec(url)?.[1];
  if (map !== undefined) return { kind: 'sitemap_month', month: map };
  const feed = /^(\/en)?\/chuyen-muc\/([A-Z]\d{1,3})\/atom\.xml$/.exec(url);
  if (feed !== null) return { kind: 'category_feed', language: languageOf(feed[1]), code: feed[2] ?? '' };
  const month = /^(\/en)?\/luu-tru\/(\d{4}-\d{2})$/.exec(url);
  return month && { kind: 'month', language: languageOf(month[1]), month: month[2] ?? '' };
}

/** What the part of an address before its path says. */
function languageOf(english: string | undefined): Language {
  return english === undefined ? 'vi' : 'en';
}

/** The page of a place as it is now; `null` where there is none: no such post, list or month, or one under another address. */
export async function pageAt(store: Store, site: Site, place: Place): Promise<Page | null> {
  const { unit, today } = site;
  const html = (text: string): Page => ({ text, type: 'text/html' });
  const isOurs = (code: string): boolean => categoriesOf(unit.level, today).some((category) => category.code === code);
  if ('language' in place && place.language === 'en' && !hasEnglish(site)) return null;
  switch (place.kind) {
    case 'home': {
      const { language, page } = place;
      const list = await listLive(store, unit.id, { category: null, page, ...ownLanguage(site, language) });
      if (list === null) return null;
      if (language === 'en') return html(englishPage(site, list));
      const pinned = page === 1 ? await listPinned(store, site) : [];
      const blocks = page === 1 ? await blocksOf(store, site) : [];
      return html(homePage(site, list, pinned, blocks));
    }
    case 'category': {
      const { language, code, page } = place;
      if (!isOurs(code)) return null;
      const list = await listLive(store, unit.id, { category: code, page, ...ownLanguage(site, language) });
      return list && html(language === 'en' ? englishCategoryPage(site, code, list) : categoryPage(site, code, list));
    }
    case 'post': {
      const found = await findPublished(store, unit.id, place.address.slice(-12));
      if (found.state !== 'live' || postPath(found.post, found.title) !== `/bai-viet/${place.address}`) return null;
      return html(postPage(site, found));
    }
    case 'people': {
      const { settings } = await readSettings(store, unit.id);
      const page = peoplePage(site, settings.people);
      return page === null ? null : html(page);
    }
    case 'archive': {
      const months = monthsOf(await allLive(store, unit.id, null, onlyEnglish(place.language)));
      return html(archivePage(site, months, place.language));
    }
    case 'month': {
      const posts = await allLive(store, unit.id, place.month, onlyEnglish(place.language));
      return posts.length === 0 ? null : html(monthPage(site, place.month, posts, place.language));
    }
    case 'sitemap':
      return html(sitemapPage(site));
    case 'sitemap_xml':
      return { text: sitemapIndex(site, await allLive(store, unit.id)), type: 'application/xml' };
    case 'sitemap_pages':
      return { text: sitemapOfPages(site), type: 'application/xml' };
    case 'sitemap_month': {
      const posts = await allLive(store, unit.id, place.month);
      return posts.length === 0 ? null : { text: sitemapOfMonth(site, posts), type: 'application/xml' };
    }
    case 'albums': {
      const list = await listAlbums(store, unit.id, place.page);
      return list && html(albumsPage(site, list));
    }
    case 'files': {
      const list = await listFiles(store, unit.id, place.page);
      return list && html(filesPage(site, list));
    }
    case 'robots':
      return { text: robotsText(site), type: 'text/plain' };
    case 'feed':
      return feed(store, site, place.language, null);
    case 'category_feed':
      return isOurs(place.code) ? feed(store, site, place.language, place.code) : null;
  }
}

/** Where there are English lists the Vietnamese ones leave English news to them; else nothing would lead there. */
function ownLanguage(site: Site, language: Language = 'vi'): { readonly language?: Language } {
  return hasEnglish(site) ? { language } : {};
}

/** The Vietnamese archive holds what is in English too. */
function onlyEnglish(language: Language): 'en' | null {
  return language === 'en' ? 'en' : null;
}

/** The newest news of each category that has a block, in the order of the menu. */
async function blocksOf(store: Store, site: Site): Promise<readonly HomeBlock[]> {
  const { unit, today, facts } = site;
  const shown = categoriesShown(unit.level, today, facts.categories).filter(({ isOnHome }) => isOnHome);
  return Promise.all(
    shown.map(async ({ code }) => ({
      code,
      posts: await listNewest(store, unit.id, code, { most: POSTS_IN_BLOCK, ...ownLanguage(site) }),
    })),
  );
}

/** What is pinned today, in the order it was pinned in. A page that is not live any more is left out. */
async function listPinned(store: Store, { unit, today }: Site): Promise<readonly Listed[]> {
  const { settings } = await readSettings(store, unit.id);
  const pins = settings.pins.filter(({ until }) => until === null || today <= until).map(({ post }) => post);
  const posts = pins.length === 0 ? [] : await listPosts(store, unit.id, pins);
  return pins.flatMap((pin) => posts.find(({ post }) => post === pin) ?? []);
}

/** Atom of the unit's news, or of one of its categories; in English, of what is in English. */
async function feed(store: Store, site: Site, language: Language, code: string | null): Promise<Page> {
  const { unit, facts } = site;
  const only = language === 'en' ? { language } : {};
  const posts = (await listLive(store, unit.id, { category: code, page: 1, ...only }))?.posts ?? [];
  const name = language === 'en' ? facts.about.nameEn : unit.name;
  const about =
    code === null
      ? { path: pathIn(language, FEED_PATH, site), title: name }
      : { path: feedPath(site, language, code), title: `${nameOfCategory(site, code, language)} – ${name}` };
  return { text: atomFeed(site, about, posts, language), type: 'application/atom+xml' };
}
