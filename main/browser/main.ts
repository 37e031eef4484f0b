import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dataFolder, QUIET_NODE, ShellProblem, witnessFolder } from '../shell/index.ts';
import { parseArguments } from './arguments.ts';
import { startShell } from './shell.ts';
import { prepareDemo, showShell } from './show.ts';

/** The folder of the bundles, beside which the program's manifest is. */
const DIST = import.meta.dirname;

try {
  const place = { platform: process.platform, env: process.env, home: homedir() };
  const args = parseArguments(process.argv.slice(2));
  const sample = join(DIST, 'sample.js');
  const shell = await startShell({
    settings: {
      home: dataFolder(place),
      witness: witnessFolder(place),
      version: (JSON.parse(readFileSync(join(DIST, '..', 'package.json'), 'utf8')) as { version: string }).version,
      demoCommand: existsSync(sample) ? [process.execPath, ...QUIET_NODE, sample] : null,
    },
    program: join(DIST, 'backend.js'),
    pages: join(DIST, 'renderer'),
    port: args.port,
    onEnd: (code, problem) => end(code, problem),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => shell.stop());
  // Started by `npm start`, whose end, however it comes, closes this line.
  if (process.connected) process.on('disconnect', () => shell.stop());
  if (args.demo) await prepareDemo(shell);
  showShell(shell, args.noWindow);
} catch (error) {
  if (!(error instanceof ShellProblem)) throw error;
  end(1, error);
}

function end(code: number, problem: ShellProblem | null): void {
  if (problem !== null) console.error(problem.sentence);
  process.exit(code);
}
