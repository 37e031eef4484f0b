import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MESSAGES } from '../messages.mjs';
import { bundle } from './bundle.mjs';
import { electronProgram, hasDisplay } from './electron.mjs';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { programNode } from './node.mjs';
import { PORTAL_PROCESS } from './portal-process.mjs';
import { diskProblem, SetupProblem } from './problem.mjs';
import { runAttached } from './process.mjs';
import { progress } from './progress.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..', '..');

/** The commands of `build/run.mjs`: their program, arguments that come first, and whether they use the bundles. */
const COMMANDS = {
  test: { file: 'build/test.ts', args: [], needsBundle: false },
  e2e: { file: 'build/test.ts', args: ['--only', 'e2e'], needsBundle: false },
  portal: { file: 'portal/cli.ts', args: [], ...PORTAL_PROCESS, needsBundle: false },
  ime: { file: 'build/test.ts', args: ['--only', 'ime'], needsBundle: false },
  bench: { file: 'build/bench.ts', args: [], needsBundle: true },
  fuzz: { file: 'build/fuzz.ts', args: [], needsBundle: false },
  dev: { file: 'build/dev.ts', args: [], needsBundle: false },
  package: { file: 'build/package/main.ts', args: [], needsBundle: true },
  'release-key': { file: 'build/release/main.ts', args: ['key'], needsBundle: false },
  announce: { file: 'build/release/main.ts', args: ['announce'], needsBundle: false },
  screenshot: { file: 'build/screenshot.ts', args: [], needsBundle: true },
};

/** `npm start`: sets up what is missing and opens the program in the best shell there is. */
export function start(args) {
  return guarded(async (say) => {
    const node = await setUp(say);
    await setUpBundle(node, say);
    const electron = isElectronWanted(args) ? await electronProgram(ROOT, node, say) : null;
    if (electron !== null) {
      // Chromium's sandbox does not work for root on Linux; the window is still sandboxed from Node.
      const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const env = { ...process.env, BANTHAO_NODE: node };
      return runAttached(electron, [...flags, join(ROOT, 'dist', 'electron', 'main.js'), ...args], { env });
    }
    if (isElectronWanted(args)) say.line(MESSAGES.electronMissing());
    return runAttached(node, [join(ROOT, 'dist', 'browser.js'), ...args], { isTethered: true });
  });
}

/** `npm run COMMAND`: the same set-up, then that program on Node 24. */
export function run(name, args) {
  return guarded(async (say) => {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new SetupProblem(MESSAGES.unknownCommand(name, Object.keys(COMMANDS).join(', ')));
    if (!existsSync(join(ROOT, command.file))) throw new SetupProblem(MESSAGES.nothingToRun(command.file));
    const node = await setUp(say);
    if (command.needsBundle) await setUpBundle(node, say);
    const env = { ...command.env, ...process.env };
    return runAttached(node, [...(command.nodeArgs ?? []), join(ROOT, command.file), ...command.args, ...args], {
      env,
    });
  });
}

/** Installs if needed; returns the Node 24 to run everything with. */
async function setUp(say) {
  if (!isInstalled(ROOT))
    await withLock(setupLock(), waiting(say), async () => {
      if (!isInstalled(ROOT)) await install(ROOT, say);
    });
  const node = programNode(ROOT);
  if (node === null) throw new SetupProblem(MESSAGES.nodeNeeded(process.version));
  return node;
}

function setUpBundle(node, say) {
  return withLock(setupLock(), waiting(say), () => bundle(ROOT, node, say));
}

const setupLock = () => join(ROOT, '.cache', 'setup.lock');
const waiting = (say) => () => say.line(MESSAGES.waiting());

function isElectronWanted(args) {
  return process.env.BANTHAO_SHELL !== 'browser' && !args.includes('--no-window') && hasDisplay();
}

/** Runs a command to its exit code; a problem becomes one sentence and code 1. */
async function guarded(work) {
  const say = progress();
  try {
    process.exitCode = await work(say);
  } catch (error) {
    const problem = error instanceof SetupProblem ? error : diskProblem(error.code, ROOT);
    if (problem === null) console.error(MESSAGES.internal(), error);
    else say.line(problem.message);
    process.exitCode = 1;
  }
}
