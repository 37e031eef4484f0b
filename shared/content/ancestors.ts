/** What the revisions of a post say about where two of them come from. */
export type CommonAncestry =
  /** One is made from the other, or both are the same: nothing to merge. */
  | { readonly kind: 'same_line'; readonly newest: string }
  /** The nearest revisions both are made from; one of them unless the lines crossed or never met. */
  | { readonly kind: 'apart'; readonly nearest: readonly string[] };

/**
 * The nearest common ancestors of two revisions: those from which no other common ancestor was made. Each revision is
 * looked at a bounded number of times, however the lines cross.
 *
 * @param parentsOf parents of a revision; empty for one that has none, and for one that is not here.
 */
export function commonAncestry(
  a: string,
  b: string,
  parentsOf: (revision: string) => readonly string[],
): CommonAncestry {
  const known = new Map<string, readonly string[]>();
  const parents = (revision: string): readonly string[] => {
    const found = known.get(revision) ?? parentsOf(revision);
    known.set(revision, found);
    return found;
  };
  const fromA = lineOf([a], parents);
  if (fromA.has(b)) return { kind: 'same_line', newest: a };
  const fromB = lineOf([b], parents);
  if (fromB.has(a)) return { kind: 'same_line', newest: b };
  const common = [...fromA].filter((revision) => fromB.has(revision));
  const further = lineOf(common.flatMap(parents), parents);
  return { kind: 'apart', nearest: common.filter((revision) => !further.has(revision)).sort() };
}

/** The revisions given, and all they were made from. */
function lineOf(from: readonly string[], parents: (revision: string) => readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...from];
  for (let revision = queue.pop(); revision !== undefined; revision = queue.pop()) {
    if (seen.has(revision)) continue;
    seen.add(revision);
    queue.push(...parents(revision));
  }
  return seen;
}
