import { LANGUAGES, postPath } from '../../shared/content/index.ts';
import { monthInVietnam, type Place } from '../site/index.ts';
import type { Store } from '../store/index.ts';

export const POSTS_AT_ONCE = 100;

/** The pages of the whole site that no post has to itself, the first of each list. */
export function firstPlaces(categories: readonly string[]): readonly Place[] {
  const single = ['people', 'sitemap', 'sitemap_xml', 'sitemap_pages', 'robots'] as const;
  return [
    ...listPlaces(categories).map((list) => list(1)),
    ...categories.flatMap((code) => LANGUAGES.map((language): Place => ({ kind: 'category_feed', language, code }))),
    ...LANGUAGES.flatMap((language): Place[] => [
      { kind: 'archive', language },
      { kind: 'feed', language },
    ]),
    ...single.map((kind): Place => ({ kind })),
  ];
}

/** Every list, by the number of its page. */
export function listPlaces(categories: readonly string[]): readonly ((page: number) => Place)[] {
  const home = LANGUAGES.map(
    (language) =>
      (page: number): Place => ({ kind: 'home', language, page }),
  );
  const holdings = (['albums', 'files'] as const).map(
    (kind) =>
      (page: number): Place => ({ kind, page }),
  );
  const of = categories.flatMap((code) =>
    LANGUAGES.map(
      (language) =>
        (page: number): Place => ({ kind: 'category', language, code, page }),
    ),
  );
  return [...home, ...holdings, ...of];
}

/** The part of a post's address that is its own. */
export function addressOf(post: string, title: string): string {
  return postPath(post, title).replace('/bai-viet/', '');
}

/** Live posts after a publication, some at a time. */
export function livePosts(
  store: Store,
  unit: string,
  after: string,
): Promise<{ mutation: string; post: string; title: string }[]> {
  return store
    .selectFrom('publication')
    .select(['mutation', 'post', 'title'])
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .where('mutation', '>', after)
    .orderBy('mutation')
    .limit(POSTS_AT_ONCE)
    .execute();
}

/** The address of a post as it is now; `null` for one that is not live. */
export async function liveAddress(tx: Store, unit: string, publicId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('publication')
    .select(['post', 'title'])
    .where('unit', '=', unit)
    .where('public_id', '=', publicId)
    .where('ended_at', 'is', null)
    .orderBy('first_at')
    .executeTakeFirst();
  return row === undefined ? null : addressOf(row.post, row.title);
}

/** The months in which a live post became public. */
export async function monthsWithPosts(tx: Store, unit: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('publication')
    .select('first_at')
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .execute();
  return [...new Set(rows.map(({ first_at }) => monthInVietnam(first_at)))];
}
