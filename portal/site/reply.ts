import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hashText } from '../../shared/content/index.ts';
import type { Store } from '../store/index.ts';
import { notFoundPage } from './pages.ts';
import type { Site } from './parts.ts';
import { type PageType, type Place, pageAt } from './place.ts';

/** What the public site is made of. `site` says what every page shares, as of now. */
export interface SiteParts {
  readonly store: Store;
  readonly folder: string;
  readonly site: () => Site;
  /** Brings what `site` says up to date with the store: another process may have changed it. */
  readonly refresh: () => Promise<void>;
  /** The month in Vietnam, as `2026-11`. */
  readonly month: () => string;
}

export const OPEN = { config: { access: 'anyone' } } as const;

/** The page for an address that leads nowhere. */
export function missing(reply: FastifyReply, site: Site): FastifyReply {
  return reply.code(404).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(notFoundPage(site));
}

/** Sends a page with a validator: a reader who has it already gets an empty 304. */
export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  page: string,
  type: PageType = 'text/html',
): FastifyReply {
  const tag = `"${hashText(page).slice(0, 32)}"`;
  reply.header('cache-control', 'no-cache').header('etag', tag);
  if (reply.statusCode === 200 && request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.type(`${type}; charset=utf-8`).send(page);
}

/** Sends the page of a place as it is now, or says that there is none. */
export async function sendPlace(
  { store, site }: SiteParts,
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place | null,
): Promise<FastifyReply> {
  const known = site();
  const origin = known.origin === '' ? originOf(request) : known.origin;
  const page = place && (await pageAt(store, { ...known, origin }, place));
  return page === null ? missing(reply, known) : send(request, reply, page.text, page.type);
}

/** The parameters that pages of the site know, by route. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '/': ['trang'],
  '/en': ['trang'],
  '/chuyen-muc/:code': ['trang'],
  '/en/chuyen-muc/:code': ['trang'],
  '/thu-vien-anh': ['trang'],
  '/tai-lieu': ['trang'],
  '/tim-kiem': ['q', 'trang'],
  '/en/tim-kiem': ['q', 'trang'],
};
/** What Facebook, Google and Zalo hang on the links they pass on. */
const TRACKING = /^(fbclid|gclid|zarsrc|utm_\w+)$/;

/**
 * `fine`, or `unknown` for a parameter that the page does not know: such an address is not there. A link that was passed
 * on by a social network leads to its page without what that network hung on it.
 */
export function judgeQuery(request: FastifyRequest): 'fine' | 'unknown' | `/${string}` {
  const [path = '/', text] = request.url.split('?', 2);
  if (text === undefined) return 'fine';
  const query = new URLSearchParams(text);
  const known = KNOWN[request.routeOptions.url ?? ''] ?? [];
  const names = [...query.keys()];
  if (names.some((name) => !known.includes(name) && !TRACKING.test(name))) return 'unknown';
  const hung = names.filter((name) => TRACKING.test(name));
  if (hung.length === 0) return 'fine';
  for (const name of hung) query.delete(name);
  // One slash at the beginning: two would be another host.
  return `/${path.replace(/^\/+/, '')}${query.size === 0 ? '' : `?${query}`}`;
}

/** The site's own address as the reader asked for it; empty for a host that is none. */
export function originOf(request: FastifyRequest): string {
  return /^(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d{1,5})?$/i.test(request.host)
    ? `${request.protocol}://${request.host}`
    : '';
}

const querySchema = z.object({
  trang: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .default(1),
});

/** The page asked for, from 1; `null` for what is no page number. */
export function pageNumber(request: FastifyRequest): number | null {
  const parsed = querySchema.safeParse(request.query);
  return parsed.success ? parsed.data.trang : null;
}
