import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BoardTotal, fuzzBoard } from '../board.ts';
import { makeTemplate } from '../world/unit.ts';

/** Sequences that are worth a process of their own. */
const RUNS_EACH = 100;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20' },
    steps: { type: 'string', default: '30' },
    path: { type: 'string' },
    /** Processes that play at once; each has a board of its own, and its number added to the seed. */
    processes: { type: 'string' },
  },
});
const [seed, runs, steps] = [Number(values.seed), Number(values.runs), Number(values.steps)];
const most = values.processes === undefined ? availableParallelism() : Number(values.processes);
const processes = values.path === undefined ? Math.max(1, Math.min(most, Math.floor(runs / RUNS_EACH))) : 1;
const total = processes === 1 ? await playHere() : await playIn(processes);
console.log(JSON.stringify(total));
process.exit(total.violations === 0 ? 0 : 1);

async function playHere(): Promise<BoardTotal> {
  const template = await makeTemplate();
  try {
    const { total: played, failure } = await fuzzBoard(template, {
      ...{ seed, runs, steps },
      ...(values.path === undefined ? {} : { path: values.path }),
    });
    if (failure !== null) console.error(failure);
    return played;
  } finally {
    rmSync(dirname(template), { recursive: true, force: true });
  }
}

/** Shares the sequences out; what one of the processes finds, it prints with its own seed. */
async function playIn(count: number): Promise<BoardTotal> {
  const shares = Array.from({ length: count }, (_, index) => Math.floor((runs + index) / count));
  const played = await Promise.all(
    shares.map((share, index) =>
      playApart(['--seed', `${seed + index}`, '--runs', `${share}`, '--steps', `${steps}`, '--processes', '1']),
    ),
  );
  const sum = (key: 'runs' | 'steps' | 'published' | 'refused' | 'violations'): number =>
    played.reduce((all, one) => all + one[key], 0);
  return {
    ...{ suite: 'board', seed, runs: sum('runs'), steps: sum('steps') },
    ...{ published: sum('published'), refused: sum('refused'), violations: sum('violations') },
  };
}

async function playApart(args: readonly string[]): Promise<BoardTotal> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) said += chunk;
  const line = said.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`a process of the suite ended without its line: ${said}`);
  return JSON.parse(line) as BoardTotal;
}
