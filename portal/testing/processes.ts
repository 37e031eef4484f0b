import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Board } from './board.ts';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));

/** Real processes of one portal, each `serve` as an administrator starts it. */
export interface Processes {
  readonly urls: readonly string[];
  /** Ends them gracefully. */
  stop(): Promise<void>;
}

/** Starts processes on a board's folder and database, in place of the portal of this process. */
export async function startProcesses(board: Board, count: number): Promise<Processes> {
  await board.portal.close();
  const children: ChildProcess[] = [];
  const serve = async (): Promise<string> => {
    const env = { ...process.env, DATABASE_URL: board.database ?? '' };
    const child = spawn(process.execPath, [CLI, 'serve', '--folder', board.folder, '--port', '0'], { env });
    children.push(child);
    child.stderr?.pipe(process.stderr);
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    return line.toString().trim();
  };
  const urls = await Promise.all(Array.from({ length: count }, serve));
  return {
    urls,
    stop: async () => {
      for (const child of children) child.kill('SIGTERM');
      for (const child of children) if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** The output and the exit code of a command of the portal on a board's folder and database. */
export async function runCommand(board: Board, ...args: string[]): Promise<{ code: number | null; out: string }> {
  const env = { ...process.env, DATABASE_URL: board.database ?? '' };
  const child = spawn(process.execPath, [CLI, ...args, '--folder', board.folder], { env });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out };
}
