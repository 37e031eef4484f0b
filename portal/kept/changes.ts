import type { HoldingKind, SitePage } from '../site/index.ts';
import type { Store } from '../store/index.ts';

/** Notes that what readers see of a post has changed. In the transaction that changes it, under the feed's lock. */
export async function noteSiteChange(tx: Store, unit: string, post: string): Promise<void> {
  const { site_version: version } = await tx
    .updateTable('unit')
    .set((eb) => ({ site_version: eb('site_version', '+', 1) }))
    .where('id', '=', unit)
    .returning('site_version')
    .executeTakeFirstOrThrow();
  await tx.insertInto('site_change').values({ unit, version, post }).execute();
}

/** How many changes of the site there were. */
export async function siteVersion(store: Store, unit: string): Promise<number> {
  const row = await store.selectFrom('unit').select('site_version').where('id', '=', unit).executeTakeFirstOrThrow();
  return row.site_version;
}

/** Notes that a page changed which the settings make and no post. In the same way. */
export async function noteSitePage(tx: Store, unit: string, page: SitePage): Promise<void> {
  await noteSiteChange(tx, unit, page);
}

/** The pages of the settings that changed after a version. */
export async function pagesSince(tx: Store, unit: string, version: number): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('site_change')
    .select('post')
    .where('unit', '=', unit)
    .where('version', '>', version)
    .where('post', 'like', 'site:%')
    .execute();
  return new Set(rows.map(({ post }) => post));
}

/** A post whose pages changed, as every state of it that was ever public has it. */
export interface ChangedPost {
  readonly publicId: string;
  readonly firstAt: string;
  readonly isNews: boolean;
  readonly categories: readonly string[];
  /** What of it the site's pages of pictures and of files show, or did. */
  readonly holds: readonly HoldingKind[];
}

/** The posts that changed after a version. */
export async function changedSince(tx: Store, unit: string, version: number): Promise<readonly ChangedPost[]> {
  const rows = await tx
    .selectFrom('publication')
    .leftJoin('publication_category', 'publication_category.publication', 'publication.mutation')
    .leftJoin('publication_album as album', 'album.publication', 'publication.mutation')
    .leftJoin('publication_file as file', 'file.publication', 'publication.mutation')
    .select(['post', 'public_id', 'first_at', 'kind', 'category'])
    .select(['album.publication as album', 'file.publication as file'])
    .distinct()
    .where('publication.post', 'in', (eb) =>
      eb
        .selectFrom('site_change')
        .select('site_change.post')
        .where('site_change.unit', '=', unit)
        .where('version', '>', version),
    )
    .execute();
  const posts = new Map<string, ChangedPost & { categories: string[] }>();
  for (const { post, public_id: publicId, first_at: firstAt, kind, category, album, file } of rows) {
    const known = posts.get(post) ?? { publicId, firstAt, isNews: false, categories: [], holds: [] };
    const categories =
      category === null || known.categories.includes(category) ? known.categories : [...known.categories, category];
    const holds = new Set<HoldingKind>(known.holds);
    if (album !== null) holds.add('albums');
    if (file !== null) holds.add('files');
    posts.set(post, { ...known, categories, holds: [...holds], isNews: known.isNews || kind === 'news' });
  }
  return [...posts.values()];
}
