import { type Chance, chanceOf } from './chance.ts';
import { LINE_FAULTS, type LineFault } from './line.ts';

/** Everything that can happen in a world, and how often against the rest. */
const KINDS = {
  write: 1.2,
  edit: 34,
  type_on: 6,
  leave: 6,
  act: 9,
  sync: 24,
  restore_version: 1.5,
  see: 2,
  resolve: 5,
  carry: 3,
  restart: 2,
  deliver: 4,
  erase: 0.8,
} as const;
/** What goes wrong beside the line. */
const HARM = {
  client_killed: 2,
  portal_killed: 1.5,
  portal_restarted: 1,
  clock_set: 2,
  client_backed_up: 3,
  client_restored: 1,
  client_cloned: 0.6,
  portal_backed_up: 2,
  portal_restored: 0.7,
  client_disk_full: 2,
  portal_disk_full: 1,
} as const;
export type StepKind = keyof typeof KINDS | keyof typeof HARM;

/** What befalls one request of a sync. `killed` ends a process while the request is there. */
export interface PlannedTrouble {
  readonly request: number;
  readonly at: number;
  readonly fault: LineFault | null;
  readonly killed: 'client' | 'portal' | null;
  /** Done while the request is on its way. */
  readonly meanwhile: readonly Step[];
  readonly isBefore: boolean;
}

/** One thing that happens. What it chooses follows from its own seed, so that leaving out others changes it little. */
export interface Step {
  readonly index: string;
  readonly kind: StepKind;
  readonly client: number;
  readonly seed: number;
  readonly troubles: readonly PlannedTrouble[];
}

/** How rough a run is; drawn once for each, so that some runs are calm and some are storms. */
interface Weather {
  readonly trouble: number;
  readonly meanwhile: number;
  readonly harm: number;
}

/** Everything that will happen in a run, decided before it begins. */
export function planOf(seed: number, clients: number, steps: number): Step[] {
  const chance = chanceOf(seed);
  const weather: Weather = {
    trouble: chance.pick([0, 0.3, 0.6]),
    meanwhile: chance.pick([0, 0.2, 0.4]),
    harm: chance.pick([0, 0.5, 1]),
  };
  // A post that both computers of its author have, so that they have something to differ on.
  const opening = (['write', 'sync', 'sync'] as const).map((kind, index): Step => {
    const client = index === 2 ? 1 : 0;
    return { index: String(index), kind, client, seed: chance.seed(), troubles: [] };
  });
  const rest = Array.from({ length: Math.max(0, steps - opening.length) }, (_, index) =>
    planStep(chance, weather, clients, String(index + opening.length), 0),
  );
  return [...opening, ...rest].slice(0, steps);
}

function planStep(chance: Chance, weather: Weather, clients: number, index: string, depth: number): Step {
  const harm = Object.fromEntries(Object.entries(HARM).map(([kind, weight]) => [kind, weight * weather.harm]));
  const kind = chance.weighted<StepKind>({ ...KINDS, ...(harm as typeof HARM) });
  // The first two computers are one person's: they write most, so that their texts part.
  const client = chance.happens(0.6) ? chance.below(2) : chance.below(clients);
  const troubles =
    kind !== 'sync' || depth > 1
      ? []
      : [0, 1, 2].flatMap((request) => planTrouble(chance, weather, clients, `${index}.${request}`, request, depth));
  return { index, kind, client, seed: chance.seed(), troubles };
}

function planTrouble(
  chance: Chance,
  weather: Weather,
  clients: number,
  index: string,
  request: number,
  depth: number,
): PlannedTrouble[] {
  const share = request === 0 ? 1 : 0.3;
  const fault = chance.happens(weather.trouble * share) ? chance.pick(LINE_FAULTS) : null;
  const killed = chance.happens(0.06 * weather.harm) ? chance.pick(['client', 'portal'] as const) : null;
  const meanwhile = chance.happens(weather.meanwhile * share)
    ? Array.from({ length: 1 + chance.below(4) }, (_, number) =>
        planStep(chance, weather, clients, `${index}.${number}`, depth + 1),
      )
    : [];
  if (fault === null && killed === null && meanwhile.length === 0) return [];
  return [{ request, fault, killed, meanwhile, at: chance.below(1_000) / 1_000, isBefore: chance.happens(0.5) }];
}
