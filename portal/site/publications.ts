import type { ExpressionBuilder } from 'kysely';
import type { Language } from '../../shared/content/index.ts';
import type { Store, Tables } from '../store/index.ts';
import { dayInVietnam } from './day.ts';

/** Posts on one page of a list. */
export const PAGE_SIZE = 20;

/** Addresses that one sitemap may hold (sitemaps.org). */
const SITEMAP_ADDRESSES = 49_000;

/** A live post as a list shows it. */
export interface Listed {
  readonly post: string;
  readonly title: string;
  readonly summary: string;
  readonly language: 'vi' | 'en';
  readonly cover: string | null;
  readonly cover_alt: string | null;
  readonly cover_focus: string | null;
  readonly first_at: string;
  readonly published_at: string;
}

/** One page of live posts, newest first. `pages` is at least 1. */
export interface ListPage {
  readonly posts: readonly Listed[];
  readonly page: number;
  readonly pages: number;
}

/** News of the unit (those in one language only, if it is named), or everything in one category. `null`: no such page. */
export async function listLive(
  store: Store,
  unit: string,
  { category, page, language }: { category: string | null; page: number; language?: Language },
): Promise<ListPage | null> {
  const live = store
    .selectFrom('publication')
    .where('publication.unit', '=', unit)
    .where('publication.ended_at', 'is', null)
    .$if(language !== undefined, (query) => query.where('publication.language', '=', language ?? 'vi'))
    .$if(category === null, (query) => query.where('publication.kind', '=', 'news'))
    .$if(category !== null, (query) =>
      query.where('publication.mutation', 'in', (eb) =>
        eb
          .selectFrom('publication_category')
          .select('publication_category.publication')
          .where('publication_category.category', '=', category ?? ''),
      ),
    );
  const { count } = await live.select((eb) => eb.fn.countAll<number | string>().as('count')).executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(Number(count) / PAGE_SIZE));
  if (page > pages) return null;
  const posts = await live
    .select(['post', 'title', 'summary', 'language', 'cover', 'cover_alt', 'cover_focus', 'first_at', 'published_at'])
    .orderBy('first_at', 'desc')
    .orderBy('mutation', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return { posts, page, pages };
}

/** The newest live news of a category. */
export async function listNewest(
  store: Store,
  unit: string,
  category: string,
  { most, language }: { readonly most: number; readonly language?: Language },
): Promise<readonly Listed[]> {
  return store
    .selectFrom('publication')
    .select(['post', 'title', 'summary', 'language', 'cover', 'cover_alt', 'cover_focus', 'first_at', 'published_at'])
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .where('kind', '=', 'news')
    .$if(language !== undefined, (query) => query.where('language', '=', language ?? 'vi'))
    .where('mutation', 'in', (eb) =>
      eb.selectFrom('publication_category').select('publication').where('category', '=', category),
    )
    .orderBy('first_at', 'desc')
    .orderBy('mutation', 'desc')
    .limit(most)
    .execute();
}

/** The live ones of these posts, in no order. */
export async function listPosts(store: Store, unit: string, posts: readonly string[]): Promise<readonly Listed[]> {
  return store
    .selectFrom('publication')
    .select(['post', 'title', 'summary', 'language', 'cover', 'cover_alt', 'cover_focus', 'first_at', 'published_at'])
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .where('post', 'in', [...posts])
    .execute();
}

/** A month (`2026-11`, in Vietnam) with the number of live posts that became public in it. */
export interface Month {
  readonly month: string;
  readonly count: number;
}

/** A live page as the archive and the maps name it. */
export interface Dated {
  readonly post: string;
  readonly title: string;
  readonly language: 'vi' | 'en';
  readonly first_at: string;
  readonly published_at: string;
}

/**
 * Every live page of the unit, newest first: what the archive and the map of the site are made of.
 *
 * @param month only those of one month in Vietnam, as `2026-11`.
 * @param language only those in it; `null`: in all.
 */
export async function allLive(
  store: Store,
  unit: string,
  month: string | null = null,
  language: Language | null = null,
): Promise<readonly Dated[]> {
  const days = month === null ? null : daysOf(month);
  if (month !== null && days === null) return [];
  return store
    .selectFrom('publication')
    .select(['post', 'title', 'language', 'first_at', 'published_at'])
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .$if(language !== null, (query) => query.where('language', '=', language ?? 'vi'))
    .$if(days !== null, (query) =>
      query.where('first_at', '>=', days?.[0] ?? '').where('first_at', '<', days?.[1] ?? ''),
    )
    .orderBy('first_at', 'desc')
    .orderBy('mutation', 'desc')
    .limit(SITEMAP_ADDRESSES)
    .execute();
}

/** The months of pages that are newest first, with how many each has. */
export function monthsOf(posts: readonly Dated[]): readonly Month[] {
  const counts = new Map<string, number>();
  for (const { first_at } of posts) {
    const month = monthInVietnam(first_at);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([month, count]) => ({ month, count }));
}

/** The month in Vietnam of a moment, as `2026-11`. */
export function monthInVietnam(iso: string): string {
  return dayInVietnam(new Date(iso)).slice(0, 7);
}

/** The moments a month in Vietnam begins and the next one does; `null` for what is no month. */
function daysOf(month: string): readonly [string, string] | null {
  const begin = new Date(`${month}-01T00:00:00.000+07:00`);
  if (Number.isNaN(begin.getTime())) return null;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return [begin.toISOString(), new Date(`${next}-01T00:00:00.000+07:00`).toISOString()];
}

/** What a public id stands for now: a live page with the exact HTML that was approved, a withdrawn one, or nothing. */
export type Found =
  | {
      readonly state: 'live';
      readonly post: string;
      readonly kind: 'news' | 'page';
      readonly title: string;
      readonly summary: string;
      readonly language: 'vi' | 'en';
      readonly article: string;
      readonly categories: readonly string[];
      readonly firstAt: string;
      readonly publishedAt: string;
      readonly cover: string | null;
      /** The same words in other languages, live. */
      readonly translations: readonly {
        readonly post: string;
        readonly title: string;
        readonly language: 'vi' | 'en';
      }[];
      /** What readers were told of its corrections, newest first. */
      readonly changes: readonly { readonly at: string; readonly note: string }[];
    }
  | {
      readonly state: 'withdrawn';
      readonly reason: string;
      /** What the unit tells readers beside the reason. */
      readonly note: string | null;
      /** The live post that takes its place. */
      readonly replacement: { readonly post: string; readonly title: string } | null;
    }
  | { readonly state: 'unknown' };

/** Finds by the digits an address ends in. Should two posts ever share them, the one that was public first has them. */
export async function findPublished(store: Store, unit: string, publicId: string): Promise<Found> {
  const row = await store
    .selectFrom('publication')
    .innerJoin('approval', 'approval.mutation', 'publication.approval')
    .selectAll('publication')
    .select('approval.html')
    .where(isReadIn(store, unit))
    .where('public_id', '=', publicId)
    .orderBy('first_at')
    .orderBy('post')
    .orderBy('published_at', 'desc')
    .orderBy('publication.mutation', 'desc')
    .executeTakeFirst();
  if (row === undefined) return { state: 'unknown' };
  if (row.ended_at !== null)
    return {
      state: 'withdrawn',
      reason: row.withdrawn_reason ?? '',
      note: row.public_note,
      replacement: row.replaced_by === null ? null : await liveTitle(store, unit, row.replaced_by),
    };
  const categories = await store
    .selectFrom('publication_category')
    .select('category')
    .where('publication', '=', row.mutation)
    .orderBy('category')
    .execute();
  return {
    state: 'live',
    post: row.post,
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    language: row.language,
    article: row.html,
    categories: categories.map(({ category }) => category),
    firstAt: row.first_at,
    publishedAt: row.published_at,
    cover: row.cover,
    translations: await translationsOf(store, unit, row),
    changes: await changesOf(store, row.post),
  };
}

/** The live posts that translate the same one, or are it. */
async function translationsOf(
  store: Store,
  unit: string,
  { post, translates }: { readonly post: string; readonly translates: string | null },
): Promise<{ post: string; title: string; language: 'vi' | 'en' }[]> {
  const source = translates ?? post;
  return store
    .selectFrom('publication')
    .select(['post', 'title', 'language'])
    .where(isReadIn(store, unit))
    .where('ended_at', 'is', null)
    .where('post', '<>', post)
    .where((eb) => eb.or([eb('post', '=', source), eb('translates', '=', source)]))
    .orderBy('first_at')
    .execute();
}

async function changesOf(store: Store, post: string): Promise<{ at: string; note: string }[]> {
  const rows = await store
    .selectFrom('publication')
    .select(['published_at', 'change_note'])
    .where('post', '=', post)
    .where('change_note', 'is not', null)
    .orderBy('published_at', 'desc')
    .execute();
  return rows.map((row) => ({ at: row.published_at, note: row.change_note ?? '' }));
}

async function liveTitle(store: Store, unit: string, post: string): Promise<{ post: string; title: string } | null> {
  const row = await store
    .selectFrom('publication')
    .select(['post', 'title'])
    .where(isReadIn(store, unit))
    .where('post', '=', post)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a picture is on a live page. Any other is nobody's business. */
export async function isPublicMedia(store: Store, unit: string, hash: string): Promise<boolean> {
  const row = await store
    .selectFrom('publication_media')
    .innerJoin('publication', 'publication.mutation', 'publication_media.publication')
    .select('publication.post')
    .where('publication_media.media', '=', hash)
    .where('publication.ended_at', 'is', null)
    .where(isReadIn(store, unit))
    .executeTakeFirst();
  return row !== undefined;
}

/** Pages of the unit, and of those that were merged into it: they are read here under their old addresses. */
export function isReadIn(store: Store, unit: string) {
  return (eb: ExpressionBuilder<Tables, 'publication'>) =>
    eb.or([eb('publication.unit', '=', unit), eb('publication.unit', 'in', mergedInto(store, unit))]);
}

/** The units that were merged into this one. */
export function mergedInto(store: Store, unit: string) {
  return store.selectFrom('unit').select('unit.id').where('unit.successor', '=', unit);
}
