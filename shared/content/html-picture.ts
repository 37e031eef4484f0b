import { escapeAttribute } from './html-inline.ts';
import type { Focus } from './node.ts';
import type { Language, MediaReference } from './revision.ts';

/**
 * The versions of the renderer, oldest first; each draws what it always drew. 1: each picture in one size. 2: pictures
 * in the sizes that the portal has of them.
 */
export const RENDER_VERSIONS = [1, 2] as const;
export type RenderVersion = (typeof RENDER_VERSIONS)[number];

/** What every block of one article is drawn with. */
export interface Drawing {
  readonly media: ReadonlyMap<string, MediaReference>;
  readonly language: Language;
  readonly version: RenderVersion;
}

interface Picture {
  readonly hash: string;
  readonly alt: string;
  readonly loading: 'lazy' | 'eager';
  readonly focus?: Focus | undefined;
  /** One of many in a gallery. */
  readonly isTile?: boolean;
}

/** Widths that a picture takes up on the page, in CSS pixels: the column of text (42rem), and a tile of a gallery. */
const COLUMN = 672;
const TILE = 320;

/** The HTML of one picture. What nobody knows the size of is drawn without. */
export function renderPicture({ media, version }: Drawing, picture: Picture): string {
  const { hash, alt, loading, focus } = picture;
  const reference = media.get(hash);
  const known = reference?.mime === 'image/webp' ? reference : null;
  const size = known === null ? '' : ` width="${known.width}" height="${known.height}"`;
  const sizes = known === null || version < 2 ? '' : sizesOf(hash, known.width, picture.isTile === true);
  const look = focus === undefined ? '' : ` class="${focusClass(focus)}"`;
  return `<img${look} src="${mediaPath(hash)}"${sizes} alt="${escapeAttribute(alt)}"${size} loading="${loading}" decoding="async">`;
}

/**
 * The sizes a picture is there in, and how wide the page shows it: never wider than it is, for a browser draws it as wide
 * as it is told here.
 */
function sizesOf(hash: string, width: number, isTile: boolean): string {
  const smaller = PICTURE_WIDTHS.filter((one) => one < width);
  if (smaller.length === 0) return '';
  const files = [...smaller.map((one) => `${smallPath(hash, one)} ${one}w`), `${mediaPath(hash)} ${width}w`];
  const shown = Math.min(width, isTile ? TILE : COLUMN);
  return ` srcset="${files.join(', ')}" sizes="(min-width: ${shown}px) ${shown}px, 100vw"`;
}

/** Where a stored picture is served, from the root of the portal and of the program's own window. */
export function mediaPath(hash: string): string {
  return `/media/${hash}.webp`;
}

/** Widths of the small versions of a picture, in pixels: for a tile or a card, and for a column of text. */
export const PICTURE_WIDTHS = [320, 800] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

/** Where a small version of a stored picture is served; a picture that is no wider is served as it is. */
export function smallPath(hash: string, width: PictureWidth): string {
  return `/media/${hash}-${width}.webp`;
}

/** The picture, and how wide, that a name in `/media/` means; `null` for a name that is none. */
export function pictureNamed(name: string): { readonly hash: string; readonly width: PictureWidth | null } | null {
  const [, hash, width] = /^([0-9a-f]{64})(?:-(320|800))?\.webp$/.exec(name) ?? [];
  return hash === undefined ? null : { hash, width: PICTURE_WIDTHS.find((one) => `${one}` === width) ?? null };
}

/**
 * The classes that keep a picture's point in sight, in tenths: style sheets have a rule for each, for a page has no
 * styles of its own.
 */
export function focusClass({ x, y }: Focus): string {
  return `fx${Math.round(x / 10)} fy${Math.round(y / 10)}`;
}

/** Those rules: a cropped picture reads `--fx` and `--fy`. */
export const FOCUS_RULES = Array.from(
  { length: 11 },
  (_rule, tenth) => `.fx${tenth} { --fx: ${tenth * 10}%; }\n.fy${tenth} { --fy: ${tenth * 10}%; }\n`,
).join('');
