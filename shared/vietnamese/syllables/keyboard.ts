const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

/** Where each key stands; each row is shifted to the right by about half a key. */
const PLACE: ReadonlyMap<string, readonly [x: number, y: number]> = new Map(
  ROWS.flatMap((row, y) => [...row].map((key, x) => [key, [x + y * 0.5, y]] as const)),
);

/** What it costs to have hit one key for another: 0 the same, 0.5 a neighbour, 1 any other. */
function slipCost(one: string, other: string): number {
  if (one === other) return 0;
  const [a, b] = [PLACE.get(one), PLACE.get(other)];
  return a && b && Math.hypot(a[0] - b[0], a[1] - b[1]) < 1.3 ? 0.5 : 1;
}

/** How far apart two runs of keys are, `one` typed for `other`; a mark left out costs little: keys missed, added, hit beside (half as much) or in the wrong order. */
export function keyDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const [a = '', b = ''] = [one[i - 1], other[j - 1]];
      let cost = Math.min(
        (last[j] ?? 0) + (a === one[i - 2] ? 0.5 : 1),
        (row[j - 1] ?? 0) + (b === 'w' || b === other[j - 2] ? 0.4 : 1),
        (last[j - 1] ?? 0) + slipCost(a, b),
      );
      if (i > 1 && j > 1 && a === other[j - 2] && one[i - 2] === b) cost = Math.min(cost, (before[j - 2] ?? 0) + 0.6);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/** The keys next to a key, itself left out. */
export function neighbours(key: string): string[] {
  return [...PLACE.keys()].filter((other) => other !== key && slipCost(key, other) === 0.5);
}
