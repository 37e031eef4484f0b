import type { Revision } from '../../shared/content/index.ts';
import { isErased, type Store } from '../store/index.ts';
import { ancestryOf } from './history.ts';

/** A revision that a person saves on top of another one (`null`: as the first of its post). */
interface Saved {
  readonly revision: Revision;
  readonly base: string | null;
  readonly person: string;
}

/**
 * Whether everybody who is said to have written what a save brings into a post's history did. A text can be sent in
 * anybody's name; what makes it theirs is their own save of it, or that it is the saver's, who counts as its writer
 * then. Else a merge of texts in somebody else's name would hide who wrote it from separation of duties, and a parent in
 * a reviewer's name would keep that reviewer from deciding. What the base was built on was looked at when that was saved.
 *
 * @returns the texts that are not here yet, or whether it is so.
 */
export async function areWritersProven(
  tx: Store,
  { revision, base, person }: Saved,
): Promise<{ readonly missing: readonly string[] } | { readonly areProven: boolean }> {
  const queue = revision.parents.filter((parent) => parent !== base);
  if (queue.length === 0) return { areProven: true };
  const { post, unit } = revision;
  const found = new Set(base === null ? [] : (await ancestryOf(tx, post, base, { sinceLive: false })).revisions);
  const missing: string[] = [];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const text = await tx.selectFrom('revision').select('author').where('id', '=', id).executeTakeFirst();
    if (text === undefined) {
      // Of one that may not come back nothing is left that anybody could have written.
      if (!(await isErased(tx, unit, id))) missing.push(id);
      continue;
    }
    const { author } = text;
    if (author !== null && author !== person && !(await isSavedBy(tx, post, id, author))) return { areProven: false };
    const parents = await tx.selectFrom('revision_parent').select('parent').where('revision', '=', id).execute();
    queue.push(...parents.map(({ parent }) => parent));
  }
  return missing.length > 0 ? { missing } : { areProven: true };
}

/** Whether that person sent the text themselves, whatever became of it. */
async function isSavedBy(tx: Store, post: string, revision: string, person: string): Promise<boolean> {
  const row = await tx
    .selectFrom('mutation')
    .select('id')
    .where('post', '=', post)
    .where('revision', '=', revision)
    .where('person', '=', person)
    .where('name', '=', 'post.save')
    .executeTakeFirst();
  return row !== undefined;
}
