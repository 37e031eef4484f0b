import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { addRun, noRuns, planOf, runPlan } from '../sync.ts';
import type { Step } from '../world/plan.ts';
import { leaveOut, shrink } from '../world/shrink.ts';
import { makeTemplate } from '../world/unit.ts';

/** How long a failure is made smaller, in milliseconds. */
const SHRINK_MS = 180_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    clients: { type: 'string', default: '4' },
    steps: { type: 'string', default: '80' },
    runs: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    without: { type: 'string', default: '' },
    trace: { type: 'boolean', default: false },
  },
});
const [seed, clients, steps] = [Number(values.seed), Number(values.clients), Number(values.steps)];
const until = performance.now() + Number(values.minutes ?? 0) * 60_000;
const isMore = (runs: number): boolean =>
  values.minutes === undefined ? runs < Number(values.runs) : performance.now() < until;
const out = new Set(values.without.split(',').filter((name) => name !== ''));
const template = await makeTemplate();
let total = noRuns(seed);
try {
  for (let own = seed; isMore(total.runs); own += 1) {
    const plan = leaveOut(planOf(own, clients, steps), out);
    const run = await runPlan(template, clients, plan, { trace: values.trace });
    total = addRun(total, run);
    const [first] = run.problems;
    if (first === undefined) continue;
    for (const { kind, what } of run.problems) console.error(`seed ${own}: ${kind}: ${what.slice(0, 2_000)}`);
    if (out.size > 0) continue;
    const end = performance.now() + SHRINK_MS;
    const fails = async (tried: readonly Step[]): Promise<boolean> =>
      (await runPlan(template, clients, tried)).problems.some(({ kind }) => kind === first.kind);
    const left = await shrink(plan, fails, () => performance.now() > end);
    const again = `--seed ${own} --clients ${clients} --steps ${steps} --without ${[...left].join(',')}`;
    console.error(`again, smaller: npm run fuzz -- sync ${again}`);
  }
} finally {
  rmSync(dirname(template), { recursive: true, force: true });
}
console.log(JSON.stringify(total));
process.exit(total.lost + total.diverged + total.leaked + total.other === 0 ? 0 : 1);
