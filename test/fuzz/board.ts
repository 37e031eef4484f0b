import fc from 'fast-check';
import { type Move, play } from './board/play.ts';
import { openWorld } from './world/world.ts';

/** What a number of sequences came to: the line that the suite prints. */
export interface BoardTotal {
  readonly suite: 'board';
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
  readonly published: number;
  readonly refused: number;
  readonly violations: number;
}

const KINDS: Readonly<Record<Move['kind'], number>> = {
  write: 2,
  edit: 3,
  act: 8,
  advance: 11,
  urgent: 0.6,
  sync: 6,
  set_rules: 0.5,
  set_roles: 0.5,
  set_deputy: 0.5,
  set_exemption: 0.5,
  pass_time: 0.5,
  claim: 1.5,
  assign: 0.8,
  hand_over: 0.3,
  bulk: 2,
  remark: 2,
  answer: 1.5,
};

/** Two computers of one author, a second author, a reviewer, and the head. */
const BOARD_SIZE = 6;

/**
 * Sequences that one board plays before a new one is opened: each looks again at all that is under way when the rules
 * change, so that a board grown without end would take ever longer.
 */
const RUNS_A_BOARD = 50;

/** Moves of a board: what counts is who acts on what and who has heard of it. */
const moves = (length: number): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.record({
      kind: fc.oneof(
        ...Object.entries(KINDS).map(([kind, weight]) => ({
          arbitrary: fc.constant(kind as Move['kind']),
          weight: weight * 10,
        })),
      ),
      // Those who decide are fewer and have more to do.
      who: fc.constantFrom(0, 0, 1, 2, 2, 2, 3, 3, 3, 5),
      seed: fc.nat(2 ** 31 - 1),
    }),
    { minLength: length, maxLength: length, size: 'max' },
  );

export interface BoardOptions {
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
  /** The path to a failure that fast-check told. */
  readonly path?: string;
}

/**
 * Lets fast-check play random sequences of random boards, and shrink what fails.
 * @returns the line, and what failed in words; `null` when nothing did.
 */
export async function fuzzBoard(
  template: string,
  { seed, runs, steps, path }: BoardOptions,
): Promise<{ total: BoardTotal; failure: string | null }> {
  const open = async () => {
    const clock = { wrongBy: 0 };
    return { clock, world: await openWorld(template, BOARD_SIZE, clock) };
  };
  let board = await open();
  const total = { runs: 0, steps: 0, published: 0, refused: 0 };
  try {
    const property = fc.asyncProperty(moves(steps), async (sequence) => {
      if (total.runs > 0 && total.runs % RUNS_A_BOARD === 0) {
        await board.world.close();
        board = await open();
        console.error(`seed ${seed}: ${total.runs} of ${runs}`);
      }
      const { world, clock } = board;
      const { published, refused, violations } = await play(world, clock, sequence);
      total.runs += 1;
      total.steps += sequence.length;
      total.published += published;
      total.refused += refused;
      if (violations.length > 0) throw new Error(violations.slice(0, 5).join('\n'));
    });
    const found = await fc.check(property, { seed, numRuns: runs, ...(path === undefined ? {} : { path }) });
    const failure = found.failed
      ? `${String(found.errorInstance)}\nagain: --seed ${seed} --path ${found.counterexamplePath}\n${JSON.stringify(found.counterexample)}`
      : null;
    return { total: { suite: 'board', seed, ...total, violations: found.failed ? 1 : 0 }, failure };
  } finally {
    await board.world.close();
  }
}
