import { checkWorld, quiesce } from './world/check.ts';
import type { Problem } from './world/model.ts';
import { planOf, type Step } from './world/plan.ts';
import { doStep } from './world/steps.ts';
import { openWorld, type World } from './world/world.ts';

/** What one run of the sync fuzzer did, and what it found. */
export interface SyncRun {
  readonly steps: number;
  readonly merges: number;
  readonly conflicts: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** What a number of runs came to: the line that the suite prints. */
export interface SyncTotal {
  readonly suite: 'sync';
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
  readonly merges: number;
  readonly conflicts: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly lost: number;
  readonly diverged: number;
  readonly leaked: number;
  /** Verdicts given twice or changed, "done" while something waits, mutations that wait for ever, bugs. */
  readonly other: number;
}

export interface RunOptions {
  /** Tells each step on the error stream. */
  readonly trace?: boolean;
  /** Does harm that a sound program would never do, after each step: to see that it is found. */
  readonly sabotage?: (world: World, step: Step) => void;
}

/** Does a plan in a world of its own, lets the world come to rest, and holds it against the reference. */
export async function runPlan(
  template: string,
  clients: number,
  plan: readonly Step[],
  { trace = false, sabotage = () => undefined }: RunOptions = {},
): Promise<SyncRun> {
  const world = await openWorld(template, clients);
  const { model } = world;
  let counted = { merges: 0, conflicts: 0 };
  try {
    for (const step of plan) {
      if (trace) console.error(step.index, step.kind, step.client);
      await doStep({ world, isSyncing: new Set() }, step);
      sabotage(world, step);
      if (model.problems.length > 0) break;
    }
    if (model.problems.length === 0) {
      await quiesce(world);
      counted = countMerges(world);
      await checkWorld(world);
    }
  } catch (error) {
    model.report('bug', `the run ended in ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await world.close();
  }
  const faults = Object.fromEntries([...world.harm].sort());
  return { steps: countSteps(plan), ...counted, faults, problems: model.problems };
}

export function noRuns(seed: number): SyncTotal {
  const none = { runs: 0, steps: 0, merges: 0, conflicts: 0, faults: {}, lost: 0, diverged: 0, leaked: 0, other: 0 };
  return { suite: 'sync', seed, ...none };
}

export function addRun(total: SyncTotal, { steps, merges, conflicts, faults, problems }: SyncRun): SyncTotal {
  const found = (kind: Problem['kind']): number => problems.filter((problem) => problem.kind === kind).length;
  const all = { ...total.faults };
  for (const [kind, count] of Object.entries(faults)) all[kind] = (all[kind] ?? 0) + count;
  const named = found('lost') + found('diverged') + found('leaked');
  return {
    ...{ suite: total.suite, seed: total.seed, runs: total.runs + 1, steps: total.steps + steps },
    ...{ merges: total.merges + merges, conflicts: total.conflicts + conflicts, faults: all },
    lost: total.lost + found('lost'),
    diverged: total.diverged + found('diverged'),
    leaked: total.leaked + found('leaked'),
    other: total.other + problems.length - named,
  };
}

function countSteps(plan: readonly Step[]): number {
  const inner = plan.flatMap(({ troubles }) => troubles.map(({ meanwhile }) => countSteps(meanwhile)));
  return plan.length + inner.reduce((sum, count) => sum + count, 0);
}

/** Texts of two parents, and texts that a person was or is asked to choose between. */
function countMerges({ portal, computers }: World): { merges: number; conflicts: number } {
  const merges = portal.peek(
    (db) => db.prepare("SELECT id FROM revision WHERE json_array_length(canonical, '$.parents') = 2").all().length,
  );
  const kept = new Set(
    computers.flatMap(({ peek }) =>
      peek((db) => db.prepare<[], { revision: string }>('SELECT revision FROM second_head').all()).map(
        ({ revision }) => revision,
      ),
    ),
  );
  return { merges, conflicts: kept.size };
}

export { planOf };
