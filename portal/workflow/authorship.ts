import type { Revision } from '../../shared/content/index.ts';
import { isErased, type Store } from '../store/index.ts';
import { ancestryOf } from './history.ts';
import { isMergeOfParents } from './merged.ts';
import { storedRevision } from './revisions.ts';

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
  const found = new Set(base === null ? [] : (await ancestryOf(tx, post, base, { sinceAnswered: false })).revisions);
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
    if (author === null) {
      const merge = await proofOfMerge(tx, revision, id);
      if (merge === 'unknown') return { missing: [] };
      if (merge === 'invented') return { areProven: false };
      missing.push(...merge);
    } else if (author !== person && !(await isSavedBy(tx, post, id, author))) return { areProven: false };
    const parents = await tx.selectFrom('revision_parent').select('parent').where('revision', '=', id).execute();
    queue.push(...parents.map(({ parent }) => parent));
  }
  return missing.length > 0 ? { missing } : { areProven: true };
}

/**
 * What a text without an author in that post still needs to be taken for the merge of its parents (nothing: it is), or
 * that it is none; `unknown`: by rules of a later version. Of an erased text nothing can be told any more.
 */
async function proofOfMerge(
  tx: Store,
  { post }: Revision,
  id: string,
): Promise<readonly string[] | 'unknown' | 'invented'> {
  const text = await storedRevision(tx, id);
  if (text === null) return [];
  const found = text.post === post ? await isMergeOfParents(tx, text) : { isMerge: false };
  if ('isMerge' in found) return found.isMerge ? [] : 'invented';
  if ('isErased' in found) return [];
  return found.missing.length === 0 ? 'unknown' : found.missing;
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
