import { checkWorld, quiesce } from './world/check.ts';
import type { Problem } from './world/model.ts';
import { planOf, type Step } from './world/plan.ts';
import { doStep } from './world/steps.ts';
import { openWorld } from './world/world.ts';

/** What one run of the sync fuzzer did, and what it found. */
export interface SyncRun {
  readonly steps: number;
  readonly merges: number;
  readonly conflicts: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** Does a plan in a world of its own, lets the world come to rest, and holds it against the reference. */
export async function runPlan(
  template: string,
  clients: number,
  plan: readonly Step[],
  trace = false,
): Promise<SyncRun> {
  const world = await openWorld(template, clients);
  try {
    for (const step of plan) {
      if (trace) console.error(step.index, step.kind, step.client);
      await doStep({ world, isSyncing: new Set() }, step);
      if (world.model.problems.length > 0) break;
    }
    if (world.model.problems.length === 0) {
      await quiesce(world);
      const { merges, conflicts } = countMerges(world);
      await checkWorld(world);
      return { ...resultOf(), merges, conflicts };
    }
    return resultOf();
  } finally {
    await world.close();
  }

  function resultOf(): SyncRun {
    const faults = Object.fromEntries([...world.harm].sort());
    return { steps: plan.length, merges: 0, conflicts: 0, faults, problems: world.model.problems };
  }
}

function countMerges({ portal, computers }: Awaited<ReturnType<typeof openWorld>>): {
  merges: number;
  conflicts: number;
} {
  const merges = portal.peek(
    (db) =>
      db.prepare("SELECT canonical FROM revision WHERE json_array_length(canonical, '$.parents') = 2").all().length,
  );
  const kept = new Set(
    computers.flatMap(({ peek }) =>
      peek((db) =>
        db.prepare<[], { revision: string }>('SELECT revision FROM second_head WHERE is_open = 1').all(),
      ).map(({ revision }) => revision),
    ),
  );
  return { merges, conflicts: kept.size };
}

export { planOf };
