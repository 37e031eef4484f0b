/** `npm test`: types, lint, import rules, unit tests, the portal's on PostgreSQL and behind nginx, and end-to-end tests, in that order; all run even when one fails. */
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './checks/browser.ts';
import { importViolations } from './checks/imports.ts';
import { inputMethodsMissing } from './checks/input-methods.ts';
import { nginxMissing } from './checks/nginx.ts';
import { add, type Count, countOf, summary } from './checks/report.ts';
import { CHECK_WORDS } from './checks/words.ts';
import { bundle } from './setup/bundle.mjs';
import { progress } from './setup/progress.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const MODULES = join(ROOT, 'node_modules');
const STEPS = ['types', 'lint', 'imports', 'unit', 'postgres', 'nginx', 'e2e', 'ime', 'long'] as const;
type Step = (typeof STEPS)[number];

const GOOD: Count = { passed: 1, failed: 0, skipped: 0, notes: [] };
const BAD: Count = { passed: 0, failed: 1, skipped: 0, notes: [] };
const NONE: Count = { passed: 0, failed: 0, skipped: 0, notes: [] };

/** Runs a program of `node_modules` on this Node, its output shown; whether it ended well. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const child = spawn(process.execPath, [join(MODULES, program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const end = (): boolean => child.kill('SIGTERM');
  process.once('SIGTERM', end);
  return new Promise((done) => {
    child.on('error', () => done(false));
    child.on('exit', (code) => {
      process.off('SIGTERM', end);
      done(code === 0);
    });
  });
}

async function types(): Promise<Count> {
  let count = NONE;
  for (const project of ['shared', 'renderer', '.'])
    count = add(count, (await run('typescript/bin/tsc', ['-p', project, '--pretty'])) ? GOOD : BAD);
  return count;
}

async function lint(): Promise<Count> {
  return (await run('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])) ? GOOD : BAD;
}

async function imports(): Promise<Count> {
  const violations = await importViolations(ROOT);
  for (const { rule, from, to } of violations) console.error(CHECK_WORDS.importViolation(rule, from, to));
  return violations.length === 0 ? GOOD : BAD;
}

/** One project of `vitest.config.ts`, counted from its own report. */
async function vitest(project: string, filters: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Count> {
  // A name of its own: two runs at once must not read each other's.
  const report = join(ROOT, '.cache', `vitest-${project}-${process.pid}.json`);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const isGood = await run('vitest/vitest.mjs', ['run', '--project', project, ...reporters, ...filters], env);
  const count = countOf(report, ROOT);
  if (count === null) console.error(CHECK_WORDS.noReport(project));
  rmSync(report, { force: true });
  if (count === null) return BAD;
  // An error outside of any test ends vitest badly with every test green.
  return isGood || count.failed > 0 ? count : add(count, BAD);
}

/** Suites that drive the built program in a browser. */
async function inBrowser(project: string, pattern: string, filters: readonly string[]): Promise<Count> {
  if (globSync(pattern, { cwd: ROOT, exclude: ['node_modules/**', 'dist/**', '.cache/**'] }).length === 0) return NONE;
  const browser = ensureBrowser(console.log);
  if (browser === null) return BAD;
  await bundle(ROOT, process.execPath, progress());
  return vitest(project, filters, { CHROME_PATH: browser });
}

/** Typing through real input methods; where they cannot be had, the reason is said and it counts as skipped. */
async function inputMethods(): Promise<Count> {
  const missing = inputMethodsMissing(console.log);
  if (missing === null) return inBrowser('ime', 'test/ime/*.ime.ts', positionals);
  return { ...NONE, skipped: 1, notes: [missing] };
}

/** The sample site of `deploy/` in a real nginx; where there is none, the reason is said and it counts as skipped. */
async function behindNginx(): Promise<Count> {
  const missing = nginxMissing(console.log);
  return missing === null ? vitest('nginx', positionals) : { ...NONE, skipped: 1, notes: [missing] };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const CHECKS: Readonly<Record<Step, () => Promise<Count>>> = {
  types,
  lint,
  imports,
  unit: () => vitest('unit', positionals),
  postgres: () => vitest('postgres', positionals),
  nginx: behindNginx,
  e2e: () => inBrowser('e2e', 'test/**/*.e2e.ts', positionals),
  ime: inputMethods,
  long: () => inBrowser('long', '**/*.long.ts', positionals),
};
const only = STEPS.find((step) => step === values.only);
if (values.only !== undefined && only === undefined) {
  console.error(CHECK_WORDS.usage);
  process.exit(1);
}
const wanted = only === undefined ? STEPS.filter((step) => step !== 'long' || values.all) : [only];

let total = NONE;
for (const step of wanted) {
  const begun = performance.now();
  let count = BAD;
  try {
    count = await CHECKS[step]();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  total = add(total, count);
  console.log(CHECK_WORDS.step(step, ((performance.now() - begun) / 1000).toFixed(1), count.failed === 0));
}
console.log(summary(total));
process.exit(total.failed === 0 ? 0 : 1);
