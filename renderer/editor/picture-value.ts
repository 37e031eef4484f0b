import { type Focus, focusSchema, newBlockId } from '../../shared/content/index.ts';
import type { FigureValue, FileValue, GalleryValue, VideoValue } from './convert.ts';

/** Values of our own nodes, read property by property: they may come from a clipboard. */

type Raw = Readonly<Record<string, unknown>>;

export const NO_FIGURE: FigureValue = { media: '', alt: '' };
export const NO_GALLERY: GalleryValue = { items: [] };
export const NO_VIDEO: VideoValue = { url: '', title: '' };
export const NO_FILE: FileValue = { media: '' };

export function readFigure(value: unknown): FigureValue {
  if (!isRaw(value)) return NO_FIGURE;
  const picture = readPicture(value);
  return picture === null ? NO_FIGURE : { ...picture, ...wordsIn(value, 'credit') };
}

export function readGallery(value: unknown): GalleryValue {
  if (!isRaw(value) || !Array.isArray(value.items)) return NO_GALLERY;
  const seen = new Set<string>();
  const items = value.items.flatMap((item: unknown) => {
    const picture = isRaw(item) ? readPicture(item) : null;
    if (!isRaw(item) || picture === null) return [];
    const isGood = typeof item.id === 'string' && item.id !== '' && item.id.length <= 64 && !seen.has(item.id);
    const id = isGood ? String(item.id) : newBlockId();
    seen.add(id);
    return [{ id, ...picture }];
  });
  return { items, ...wordsIn(value, 'caption') };
}

export function readVideo(value: unknown): VideoValue {
  if (!isRaw(value) || typeof value.url !== 'string') return NO_VIDEO;
  return { url: value.url, title: typeof value.title === 'string' ? value.title : '' };
}

export function readFileValue(value: unknown): FileValue {
  if (!isRaw(value) || !isHash(value.media)) return NO_FILE;
  return { media: value.media, ...wordsIn(value, 'title') };
}

function readPicture(value: Raw): Omit<FigureValue, 'credit'> | null {
  if (!isHash(value.media)) return null;
  return {
    media: value.media,
    alt: typeof value.alt === 'string' ? value.alt : '',
    ...(value.decorative === true ? { decorative: true as const } : {}),
    ...wordsIn(value, 'caption'),
    ...focusIn(value),
  };
}

function focusIn({ focus }: Raw): { focus?: Focus } {
  const parsed = focusSchema.safeParse(focus);
  return parsed.success ? { focus: parsed.data } : {};
}

function wordsIn<Key extends string>(value: Raw, key: Key): { [Name in Key]?: string } {
  const words = value[key];
  return (typeof words === 'string' ? { [key]: words } : {}) as { [Name in Key]?: string };
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
