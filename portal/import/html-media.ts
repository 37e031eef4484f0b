import { type Block, LIMITS, toLine } from '../../shared/content/index.ts';
import type { Page } from './html.ts';
import { attribute, type Element, findAll, isWebAddress } from './html-words.ts';

/** A figure for a picture of the library; `null` for any other. */
export function pictureOf(page: Page, image: Element, caption: string): Block | null {
  const address = attribute(image, 'src') || attribute(image, 'data-src');
  const alt = toLine(attribute(image, 'alt'));
  return page.around.picture({ address, alt, caption }, page.nextId());
}

/** A video is a link; a player of another site is never carried over. */
export function videoOf(page: Page, address: string, title: string): Block | null {
  const whole = page.around.address(address);
  const watched = /^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/.exec(whole)?.[1];
  const url = watched === undefined ? whole : `https://www.youtube.com/watch?v=${watched}`;
  if (isWebAddress(url))
    return { id: page.nextId(), type: 'video', url, title: toLine(title).slice(0, LIMITS.captionCharacters) };
  page.around.left('dropped_element', 'iframe');
  return null;
}

/** A recording of another site is a link in its place, as the short codes for it are: its address, or `null`. */
export function recordingOf({ around }: Page, element: Element): string | null {
  const [source] = findAll(element, 'source');
  const address = attribute(element, 'src') || (source === undefined ? '' : attribute(source, 'src'));
  const url = address === '' ? '' : around.address(address);
  if (isWebAddress(url)) return url;
  around.left('dropped_element', element.nodeName);
  return null;
}
