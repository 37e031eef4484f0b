import type { PlannedTrouble, Step } from './plan.ts';

/** What is left out of a plan: whole steps by their index, troubles as `STEP/REQUEST`. */
export type LeftOut = ReadonlySet<string>;

/** A plan without what is left out, however deep it stands. */
export function leaveOut(plan: readonly Step[], out: LeftOut): Step[] {
  return plan
    .filter(({ index }) => !out.has(index))
    .map((step) => ({ ...step, troubles: step.troubles.flatMap((trouble) => lessTrouble(step, trouble, out)) }));
}

function lessTrouble(step: Step, trouble: PlannedTrouble, out: LeftOut): PlannedTrouble[] {
  if (out.has(nameOf(step, trouble))) return [];
  return [{ ...trouble, meanwhile: leaveOut(trouble.meanwhile, out) }];
}

function nameOf({ index }: Step, { request }: PlannedTrouble): string {
  return `${index}/${request}`;
}

/** Everything that could be left out, the largest things first. */
function partsOf(plan: readonly Step[]): string[][] {
  const steps = plan.map(({ index }) => index);
  const troubles = plan.flatMap((step) => step.troubles.map((trouble) => nameOf(step, trouble)));
  const inner = plan.flatMap(({ troubles: own }) => own.flatMap(({ meanwhile }) => partsOf(meanwhile)));
  return [steps, troubles, ...inner].filter((names) => names.length > 0);
}

/**
 * Leaves out as much of a failing plan as it can while it still fails in the same way: halves, quarters, single things.
 *
 * @param fails runs a plan and says whether it still fails so.
 * @param isOver whether to stop here, with what was found so far.
 */
export async function shrink(
  plan: readonly Step[],
  fails: (plan: readonly Step[]) => Promise<boolean>,
  isOver: () => boolean,
): Promise<Set<string>> {
  let out = new Set<string>();
  for (let before = -1; before !== out.size && !isOver(); ) {
    before = out.size;
    for (const names of partsOf(leaveOut(plan, out)))
      for (let size = Math.ceil(names.length / 2); size > 0 && !isOver(); size = size === 1 ? 0 : Math.ceil(size / 2))
        for (let from = 0; from < names.length && !isOver(); from += size) {
          const chunk = names.slice(from, from + size).filter((name) => !out.has(name));
          if (chunk.length === 0) continue;
          const tried = new Set([...out, ...chunk]);
          if (await fails(leaveOut(plan, tried))) out = tried;
        }
  }
  return out;
}
