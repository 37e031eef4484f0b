import {
  type FigureBlock,
  fileExtensionOf,
  filePath,
  type GalleryItem,
  LIMITS,
  type MediaReference,
  mediaPath,
  normaliseRevision,
  parseRevision,
  publicIdOf,
  type Revision,
  toLine,
  usedMedia,
} from '../../shared/content/index.ts';
import { movedKey } from '../site/index.ts';
import { timedId } from '../workflow/index.ts';
import type { CategoryMap } from './categories.ts';
import { blocksOf } from './html.ts';
import { plainText } from './html-words.ts';
import { type Library, type Missing, type Taken, uploadPath } from './library.ts';
import type { ImportProblemCode } from './report.ts';
import { expandContent } from './shortcodes.ts';
import type { Surroundings } from './surroundings.ts';
import type { WxrHead, WxrItem } from './wxr.ts';

/** What all posts of one import share. */
export interface Origin {
  readonly portal: string;
  readonly unit: string;
  readonly head: WxrHead;
  readonly library: Library;
  readonly categories: CategoryMap;
  /** The library's files of the export, by number: address and title. */
  readonly attachments: ReadonlyMap<string, { readonly address: string; readonly title: string }>;
}

/** A post made of an item. */
export interface MadePost {
  readonly revision: Revision;
  readonly canonical: string;
  readonly files: readonly Taken[];
  readonly moved: ReadonlyMap<string, string>;
}

export type Tell = (code: ImportProblemCode, detail: string) => void;

/** The id a post of the old site has here: the same in every run. */
export function postIdOf(origin: Origin, item: WxrItem, publishedAt: Date): string {
  const hex = publishedAt.getTime().toString(16).padStart(12, '0');
  const time = `${hex.slice(0, 8)}-${hex.slice(8, 12)}`;
  return timedId(time, `banthao-import-1\n${origin.portal}\n${origin.unit}\n${origin.head.base}\n${item.id}`);
}

/** When an item was published on the old site; `null` when its dates are none. */
export function publishedAt({ dateGmt, date }: WxrItem): Date | null {
  for (const [text, zone] of [
    [dateGmt, 'Z'],
    [date, '+07:00'],
  ] as const) {
    if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) || text.startsWith('0000')) continue;
    const at = new Date(`${text.replace(' ', 'T')}${zone}`);
    if (!Number.isNaN(at.getTime())) return at;
  }
  return null;
}

/** Makes a post of an item; `null` when it cannot be one, which is told. */
export async function makePost(origin: Origin, item: WxrItem, id: string, tell: Tell): Promise<MadePost | null> {
  const dropped = new Map<string, number>();
  const html = expandContent(item.content, dropped);
  for (const [name, count] of dropped) tell('shortcode', `[${name}] × ${count}`);
  const files = await takeFiles(origin, item, html, tell);
  const blocks = blocksOf(html, surroundings(origin, item, files, tell));
  const cover = coverOf(origin, item, files);
  const whole = plainText(item.title);
  if (whole.length > LIMITS.titleCharacters) tell('title_cut', whole.slice(0, 80));
  const title = whole.slice(0, LIMITS.titleCharacters).trim();
  const isPage = item.type === 'page';
  if (item.tags.length > LIMITS.tags) tell('tags_cut', `${item.tags.length} → ${LIMITS.tags}`);
  const categories = [...new Set(item.categories.map((category) => origin.categories.choose(category).code))];
  const revision = normaliseRevision({
    ...{ format: 1, post: id, unit: origin.unit, kind: isPage ? 'page' : 'news', language: 'vi', translates: null },
    ...{ title: title === '' ? toLine(item.slug) || `#${item.id}` : title, cover, blocks, media: [], parents: [] },
    summary: cutTo(plainText(item.excerpt), LIMITS.summaryCharacters, 'summary_cut', tell),
    categories: (categories.length > 0 || isPage ? categories : [origin.categories.rest()]).slice(0, LIMITS.categories),
    tags: item.tags.map((tag) => cutTo(plainText(tag), LIMITS.tagCharacters, 'words_cut', tell)).slice(0, LIMITS.tags),
    byline: cutTo(plainText(origin.head.authors.get(item.creator) ?? ''), LIMITS.bylineCharacters, 'words_cut', tell),
    ...{ author: null, device: null, createdAt: null, note: '' },
  });
  const used = new Map<string, Taken>();
  for (const taken of files.values())
    if (typeof taken !== 'string' && !used.has(taken.reference.hash)) used.set(taken.reference.hash, taken);
  const shown = usedMedia(revision).flatMap((hash) => used.get(hash) ?? []);
  const parsed = parseRevision(normaliseRevision({ ...revision, media: shown.map(({ reference }) => reference) }));
  if (!parsed.ok) {
    tell('not_stored', `${parsed.problem.code} ${parsed.problem.path}`);
    return null;
  }
  return {
    revision: parsed.revision,
    canonical: parsed.canonical,
    files: shown,
    moved: movedFrom(item, id, shown),
  };
}

/** As much of a text as a post may hold; what is cut is told. */
function cutTo(text: string, most: number, code: ImportProblemCode, tell: Tell): string {
  if (text.length > most) tell(code, text.slice(0, 80));
  return text.slice(0, most);
}

/** Every file that a page names, looked up before the page is read: reading waits for nothing. */
async function takeFiles(
  origin: Origin,
  item: WxrItem,
  html: string,
  tell: Tell,
): Promise<ReadonlyMap<string, Taken | Missing>> {
  const wanted = new Map<string, 'picture' | 'file'>();
  const note = (address: string, kind: 'picture' | 'file'): null => {
    if (address !== '') wanted.set(address, wanted.get(address) ?? kind);
    return null;
  };
  const whole = (address: string): string => absolute(origin, item, address);
  blocksOf(html, {
    picture: ({ address }) => note(whole(address), 'picture'),
    gallery: (ids) => {
      for (const id of ids) note(origin.attachments.get(id)?.address ?? '', 'picture');
      return null;
    },
    file: (address) => (isFileAddress(address) ? note(address, 'file') : null),
    address: whole,
    left: () => undefined,
  });
  note(origin.attachments.get(item.thumbnail)?.address ?? '', 'picture');
  const found = new Map<string, Taken | Missing>();
  const most = LIMITS.picturesPerPost + LIMITS.filesPerPost;
  if (wanted.size > most) tell('files_cut', `${wanted.size} → ${most}`);
  for (const [address, kind] of [...wanted].slice(0, most)) {
    const taken = await origin.library.take(address, kind);
    found.set(address, taken);
    if (typeof taken === 'string') tell(problemOf(taken, kind), address.slice(0, 200));
  }
  return found;
}

function problemOf(missing: Missing, kind: 'picture' | 'file'): ImportProblemCode {
  if (kind === 'file') return missing === 'missing' ? 'file_missing' : 'file_kind';
  if (missing === 'elsewhere') return 'picture_elsewhere';
  return missing === 'missing' ? 'picture_missing' : 'picture_broken';
}

function surroundings(
  origin: Origin,
  item: WxrItem,
  files: ReadonlyMap<string, Taken | Missing>,
  tell: Tell,
): Surroundings {
  const referenceOf = (address: string): MediaReference | null => {
    const taken = files.get(address);
    return taken === undefined || typeof taken === 'string' ? null : taken.reference;
  };
  const words = (alt: string, caption: string): Pick<FigureBlock, 'alt' | 'decorative'> => {
    const text = cutTo(alt || caption, LIMITS.altCharacters, 'words_cut', tell);
    if (text !== '') return { alt: text };
    tell('picture_undescribed', '');
    return { alt: '', decorative: true };
  };
  return {
    picture({ address, alt, caption }, id) {
      const reference = referenceOf(absolute(origin, item, address));
      if (reference?.mime !== 'image/webp') return null;
      const under = caption === '' ? {} : { caption };
      return { id, type: 'figure', media: reference.hash, ...words(alt, caption), ...under };
    },
    gallery(ids, id) {
      const items = ids.flatMap((number, index): GalleryItem[] => {
        const { address = '', title = '' } = origin.attachments.get(number) ?? {};
        const reference = referenceOf(address);
        if (reference?.mime !== 'image/webp') return [];
        return [{ id: `${id}-${index + 1}`, media: reference.hash, ...words(plainText(title), '') }];
      });
      if (items.length > LIMITS.galleryItems) tell('gallery_cut', `${items.length} → ${LIMITS.galleryItems}`);
      return items.length === 0 ? null : { id, type: 'gallery', items: items.slice(0, LIMITS.galleryItems) };
    },
    file(address, text, id) {
      const reference = isFileAddress(address) ? referenceOf(address) : null;
      if (reference === null || reference.mime === 'image/webp') return null;
      return {
        id,
        type: 'file',
        media: reference.hash,
        title: cutTo(text, LIMITS.captionCharacters, 'words_cut', tell),
      };
    },
    address: (href) => absolute(origin, item, href),
    left: (code, detail) => tell(code as ImportProblemCode, detail),
  };
}

function isFileAddress(address: string): boolean {
  const path = uploadPath(address);
  return path !== null && fileExtensionOf(path) !== null;
}

/** A whole address of what a page names; the words as they are where they are none. */
function absolute({ head }: Origin, { link }: WxrItem, href: string): string {
  const text = href.trim();
  if (text === '' || text.startsWith('#')) return '';
  for (const base of [link, head.base]) {
    try {
      return new URL(text, base).href;
    } catch {
      // The next one may do.
    }
  }
  return text;
}

function coverOf(
  { attachments }: Origin,
  item: WxrItem,
  files: ReadonlyMap<string, Taken | Missing>,
): Revision['cover'] {
  const { address = '', title = '' } = attachments.get(item.thumbnail) ?? {};
  const taken = files.get(address);
  if (taken === undefined || typeof taken === 'string' || taken.reference.mime !== 'image/webp') return null;
  return { media: taken.reference.hash, alt: plainText(title).slice(0, LIMITS.altCharacters) };
}

/** The addresses the post had, and those of the files it shows. */
function movedFrom(item: WxrItem, id: string, files: readonly Taken[]): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  const add = (from: string | null, to: string): void => {
    if (from !== null && from !== to) moved.set(from, to);
  };
  const target = `/bai-viet/${publicIdOf(id)}`;
  add(pathKey(item.link), target);
  if (/^\d{1,12}$/.test(item.id)) add(`/?${item.type === 'page' ? 'page_id' : 'p'}=${item.id}`, target);
  for (const { address, reference } of files)
    add(pathKey(address), reference.mime === 'image/webp' ? mediaPath(reference.hash) : filePath(reference));
  return moved;
}

function pathKey(address: string): string | null {
  try {
    const { pathname, search } = new URL(address);
    return movedKey(`${pathname}${search}`);
  } catch {
    return null;
  }
}
