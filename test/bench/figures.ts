/** Prints one figure: a JSON line with the suite, the name, and numbers named with their unit. */
export function printFigure(suite: string, name: string, numbers: Readonly<Record<string, number>>): void {
  console.log(JSON.stringify({ suite, name, ...numbers }));
}

/** Runs a step many times and gives its median and 95th percentile, in milliseconds to the microsecond. */
export function percentiles(runs: number, step: (index: number) => void): { p50_ms: number; p95_ms: number } {
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now();
    step(index);
    times.push(performance.now() - start);
  }
  return percentilesOf(times);
}

/** Median and 95th percentile of times in milliseconds, to the microsecond. */
export function percentilesOf(times: readonly number[]): { p50_ms: number; p95_ms: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 1_000) / 1_000;
  return { p50_ms: at(0.5), p95_ms: at(0.95) };
}
