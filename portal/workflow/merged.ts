import {
  commonAncestry,
  MERGE_RULES,
  mergeRevisions,
  mergeRulesOf,
  type Revision,
  revisionId,
} from '../../shared/content/index.ts';
import { isErased, type Store } from '../store/index.ts';
import { storedRevision } from './revisions.ts';

type Finding = { readonly missing: readonly string[] } | { readonly isMerge: boolean } | { readonly isErased: true };

/**
 * Whether a revision of nobody is the merge that its two parents give (design 4, docs/spec/merge.md). The portal merges
 * nothing itself; it computes this one again, so that no words come in that nobody signed for.
 *
 * @returns the parents that are not here yet, or whether it is that merge; `isErased` when a text that it was made from
 * was erased: nobody can tell any more, and what was erased never comes again.
 */
export async function isMergeOfParents(store: Store, revision: Revision): Promise<Finding> {
  // By rules that a later version brings: it waits until this portal knows them.
  if ((mergeRulesOf(revision) ?? 0) > MERGE_RULES) return { missing: [] };
  const [one, two] = revision.parents;
  if (one === undefined || two === undefined || one === two) return { isMerge: false };
  const [mine, theirs] = [await storedRevision(store, one), await storedRevision(store, two)];
  const lacking = [...(mine === null ? [one] : []), ...(theirs === null ? [two] : [])];
  if (mine === null || theirs === null) return absent(store, revision, lacking);
  if (mine.post !== revision.post || theirs.post !== revision.post) return { isMerge: false };
  const parents = await parentsInPost(store, revision.post);
  const ancestry = commonAncestry(one, two, (id) => parents.get(id) ?? []);
  const [nearest] = ancestry.kind === 'apart' ? ancestry.nearest : [];
  if (ancestry.kind === 'same_line' || nearest === undefined || ancestry.nearest.length > 1) return { isMerge: false };
  const base = await storedRevision(store, nearest);
  if (base === null) return absent(store, revision, [nearest]);
  const merged = mergeRevisions(base, mine, theirs).revision;
  return { isMerge: merged !== null && revisionId(merged) === revisionId(revision) };
}

async function absent(store: Store, { unit }: Revision, texts: readonly string[]): Promise<Finding> {
  for (const text of texts) if (await isErased(store, unit, text)) return { isErased: true };
  return { missing: texts };
}

async function parentsInPost(store: Store, post: string): Promise<Map<string, string[]>> {
  const rows = await store
    .selectFrom('revision_parent as line')
    .innerJoin('revision', 'revision.id', 'line.revision')
    .select(['line.revision', 'line.parent'])
    .where('revision.post', '=', post)
    .execute();
  const parents = new Map<string, string[]>();
  for (const { revision, parent } of rows) parents.set(revision, [...(parents.get(revision) ?? []), parent]);
  return parents;
}
