import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/index.ts';

const personSchema = z.object({ key: z.string().max(32), name: z.string(), title: z.string() });

/** One line on the sample portal's standard output. */
export const demoLineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('ready'), address: z.url(), pin: z.string(), people: z.array(personSchema).min(1) }),
]);

/** The sample unit while it runs. */
export interface Demo {
  readonly address: string;
  readonly pin: string;
  readonly people: readonly z.infer<typeof personSchema>[];
  stop(): Promise<void>;
}

/**
 * Starts the sample unit's portal as a process of its own, which makes its data on the first run. It lives on its
 * standard input: when this process ends, however it ends, the input closes and the portal goes too.
 *
 * @throws AppError `demo_failed` when it ends before it is ready.
 */
export function startDemo(
  command: readonly string[],
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<Demo> {
  const [program, ...args] = command;
  if (program === undefined) throw new AppError('demo_unavailable');
  const child = spawn(program, [...args, '--folder', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    windowsHide: true,
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new AppError('demo_failed', {}, { cause: error })));
    child.once('exit', () => reject(new AppError('demo_failed')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const parsed = demoLineSchema.safeParse(parseLine(line));
      if (!parsed.success) return;
      if (parsed.data.kind === 'progress') onProgress(parsed.data.done, parsed.data.total);
      else resolve({ ...parsed.data, stop: () => stopChild(child) });
    });
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
}
