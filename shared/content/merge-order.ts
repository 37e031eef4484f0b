/** Where a block goes after a merge. One that both sides moved to different places is there once for each side. */
export interface Place {
  readonly id: string;
  readonly side: 'both' | 'mine' | 'theirs';
}

/**
 * The order of the ids that a merge keeps. What neither side moved stands fast and parts the post into gaps. Whatever
 * one side put into a gap goes there; when both did, the run whose first id is smaller goes first, so that each person's
 * blocks stay together and both computers find the same order.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  isKept: (id: string) => boolean,
): Place[] {
  const inMine = new Set(mine);
  const inTheirs = new Set(theirs);
  const common = base.filter((id) => inMine.has(id) && inTheirs.has(id) && isKept(id));
  const isCommon = new Set(common);
  const movedByMine = movedIds(common, mine);
  const movedByTheirs = movedIds(common, theirs);
  const fixed = common.filter((id) => !movedByMine.has(id) && !movedByTheirs.has(id));
  const isFixed = new Set(fixed);

  const runsOf = (order: readonly string[], moved: ReadonlySet<string>): string[][] => {
    const runs: string[][] = [[]];
    for (const id of order) {
      if (!isKept(id)) continue;
      if (isFixed.has(id)) runs.push([]);
      else if (!isCommon.has(id) || moved.has(id)) runs.at(-1)?.push(id);
    }
    return runs;
  };
  const mineRuns = runsOf(mine, movedByMine);
  const theirRuns = runsOf(theirs, movedByTheirs);
  const placedByBoth = new Set(mineRuns.flat());
  const twice = new Set(theirRuns.flat().filter((id) => placedByBoth.has(id)));
  return mineRuns.flatMap((run, gap) => {
    const woven = weave(run, theirRuns[gap] ?? [], twice);
    const next = fixed[gap];
    return next === undefined ? woven : [...woven, { id: next, side: 'both' as const }];
  });
}

/** Two runs of one gap. Ids that both sides put here in the same order hold them together. */
function weave(mine: readonly string[], theirs: readonly string[], twice: ReadonlySet<string>): Place[] {
  const inMine = new Set(mine);
  const inTheirs = new Set(theirs);
  const agreed = mine.filter((id) => inTheirs.has(id));
  const isAgreed = agreed.join('\n') === theirs.filter((id) => inMine.has(id)).join('\n');
  const anchors = new Set(isAgreed ? agreed : []);
  const mineParts = partsBetween(mine, anchors);
  const theirParts = partsBetween(theirs, anchors);
  return mineParts.flatMap((part, index) => {
    const other = theirParts[index] ?? [];
    const places = (ids: readonly string[], side: 'mine' | 'theirs'): Place[] =>
      ids.map((id) => ({ id, side: twice.has(id) ? side : 'both' }));
    const [a, b] = [places(part, 'mine'), places(other, 'theirs')];
    const both = goesFirst(part, other) ? [...a, ...b] : [...b, ...a];
    const anchor = isAgreed ? agreed[index] : undefined;
    return anchor === undefined ? both : [...both, { id: anchor, side: 'both' as const }];
  });
}

function partsBetween(run: readonly string[], anchors: ReadonlySet<string>): string[][] {
  const parts: string[][] = [[]];
  for (const id of run) {
    if (anchors.has(id)) parts.push([]);
    else parts.at(-1)?.push(id);
  }
  return parts;
}

function goesFirst(a: readonly string[], b: readonly string[]): boolean {
  for (const [index, id] of a.entries()) {
    const other = b[index];
    if (other === undefined) return false;
    if (id !== other) return id < other;
  }
  return true;
}

/** The fewest ids whose moving turns one order of the same ids into the other; found alike for the same two orders. */
export function movedIds(before: readonly string[], after: readonly string[]): Set<string> {
  const positions = new Map(before.map((id, index) => [id, index]));
  const present = after.filter((id) => positions.has(id));
  const moved = new Set(present);
  for (const index of longestIncreasing(present.map((id) => positions.get(id) ?? 0)))
    moved.delete(present[index] ?? '');
  return moved;
}

/** Indexes of a longest strictly increasing subsequence, in O(n log n). */
function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (tails[low - 1] ?? -1));
    tails[low] = index;
  }
  const result: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) result.push(at);
  return result.reverse();
}
