import type { Language } from '../../shared/content/index.ts';
import type { Place } from '../site/index.ts';

/** Where a kept page is: a shelf, and its name there. A shelf is a folder that a change replaces whole. */
export interface KeptFile {
  readonly shelf: string;
  readonly name: string;
}

/** Shelf of the pages there is one of. */
export const SINGLE_SHELF = 'rieng';
/** Shelf of the archive and its months. */
export const ARCHIVE_SHELF = 'luu-tru';
/** Shelf of the home page and those after it. */
export const HOME_SHELF = 'trang';
/** Shelf of the English home page and those after it. */
export const ENGLISH_SHELF = 'en';

const SINGLE = {
  sitemap: 'so-do.html',
  people: 'lanh-dao-can-bo.html',
  sitemap_xml: 'sitemap.xml',
  sitemap_pages: 'sitemap-trang.xml',
  robots: 'robots.txt',
} as const;
/** The unit's feed: alone, and on the shelf of the English home page. */
const FEED = 'atom.xml';

/** Shelves of the pages of pictures and of files. */
export const HOLDING_SHELVES = { albums: 'thu-vien-anh', files: 'tai-lieu' } as const;

/** The shelf of a category's lists in a language. */
export const categoryShelf = (code: string, language: Language): string =>
  `${language === 'en' ? 'chuyen-muc-en' : 'chuyen-muc'}/${code}`;

/** The shelf of a post: one of 256 by the first digits of its public id, which are random. */
export const postShelf = (publicId: string): string => `bai-viet/${publicId.slice(0, 2)}`;

/** The file of a place. nginx is told the same rule (`deploy/nginx.conf`). */
export function fileOf(place: Place): KeptFile {
  switch (place.kind) {
    case 'home':
      return { shelf: place.language === 'en' ? ENGLISH_SHELF : HOME_SHELF, name: `${place.page}.html` };
    case 'category':
      return { shelf: categoryShelf(place.code, place.language), name: `${place.page}.html` };
    case 'feed':
      return { shelf: place.language === 'en' ? ENGLISH_SHELF : SINGLE_SHELF, name: FEED };
    case 'category_feed':
      return { shelf: categoryShelf(place.code, place.language), name: FEED };
    case 'post':
      return { shelf: postShelf(place.address.slice(-12)), name: `${place.address}.html` };
    case 'archive':
      return { shelf: ARCHIVE_SHELF, name: place.language === 'en' ? 'en.html' : 'index.html' };
    case 'month':
      return { shelf: ARCHIVE_SHELF, name: `${place.language === 'en' ? 'en-' : ''}${place.month}.html` };
    case 'albums':
    case 'files':
      return { shelf: HOLDING_SHELVES[place.kind], name: `${place.page}.html` };
    case 'sitemap_month':
      return { shelf: ARCHIVE_SHELF, name: `sitemap-${place.month}.xml` };
    default:
      return { shelf: SINGLE_SHELF, name: SINGLE[place.kind] };
  }
}

/** The address whose page a file is; `null` for a file that no place has. */
export function urlOf({ shelf, name }: KeptFile): string | null {
  const single = {
    'lanh-dao-can-bo.html': '/lanh-dao-can-bo',
    'so-do.html': '/so-do',
    'sitemap.xml': '/sitemap.xml',
    'sitemap-trang.xml': '/sitemap-trang.xml',
    'robots.txt': '/robots.txt',
  } as const;
  if (shelf === SINGLE_SHELF)
    return name === 'atom.xml' ? '/atom.xml' : ((single as Readonly<Record<string, string>>)[name] ?? null);
  if (shelf === ARCHIVE_SHELF && name === 'index.html') return '/luu-tru';
  if (shelf === ENGLISH_SHELF && name === 'atom.xml') return '/en/atom.xml';
  if (/^chuyen-muc(-en)?\//.test(shelf) && name === 'atom.xml') return `/${addressOfShelf(shelf)}/atom.xml`;
  if (shelf === ARCHIVE_SHELF && name.startsWith('sitemap-')) return `/${name}`;
  const page = /^(.+)\.html$/.exec(name)?.[1];
  if (page === undefined) return null;
  if (shelf === ARCHIVE_SHELF && page === 'en') return '/en/luu-tru';
  if (shelf === ARCHIVE_SHELF) return page.startsWith('en-') ? `/en/luu-tru/${page.slice(3)}` : `/luu-tru/${page}`;
  if (shelf.startsWith('bai-viet/')) return `/bai-viet/${page}`;
  const path = shelf === HOME_SHELF ? '/' : `/${addressOfShelf(shelf)}`;
  return page === '1' ? path : `${path}?trang=${page}`;
}

/** The shelf of a category's English lists stands under another address. */
function addressOfShelf(shelf: string): string {
  return shelf.replace(/^chuyen-muc-en\//, 'en/chuyen-muc/');
}
