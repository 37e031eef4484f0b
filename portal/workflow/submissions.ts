import type { Store } from '../store/index.ts';

/** The newest submission of a revision that was accepted: as it was signed, and who wrote what it brought. */
export async function newestSubmission(
  store: Store,
  post: string,
  revision: string,
): Promise<{ readonly canonical: string; readonly contributors: readonly string[] } | undefined> {
  const row = await store
    .selectFrom('mutation')
    .select(['canonical', 'contributors'])
    .where('post', '=', post)
    .where('revision', '=', revision)
    .where('name', '=', 'post.submit')
    .where('outcome', '=', 'accepted')
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row && { canonical: row.canonical, contributors: JSON.parse(row.contributors) as string[] };
}
