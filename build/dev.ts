/**
 * `npm run dev`: the browser shell over Vite's development server, straight from the sources. An edit of the window
 * shows at once; an edit of the backend or of what it shares starts the backend anew. Data is in `.cache/dev` unless
 * `BANTHAO_HOME` says otherwise.
 */
import { existsSync, readFileSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { parseArguments, prepareDemo, type Shell, showShell, startShell } from '../main/browser/index.ts';
import { QUIET_NODE, ShellProblem } from '../main/shell/index.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SETTLE_MS = 150;

const args = parseArguments(process.argv.slice(2));
const vite = await createServer({
  root: join(ROOT, 'renderer'),
  configFile: false,
  appType: 'spa',
  plugins: [react()],
  cacheDir: join(ROOT, '.cache', 'vite'),
  server: { middlewareMode: true, ws: { host: '127.0.0.1' }, fs: { allow: [ROOT] } },
});
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const sample = join(ROOT, 'build', 'sample', 'main.ts');

let shell: Shell;
try {
  shell = await startShell({
    settings: {
      home: resolve(process.env.BANTHAO_HOME ?? join(ROOT, '.cache', 'dev')),
      version,
      demoCommand: existsSync(sample) ? [process.execPath, ...QUIET_NODE, sample] : null,
    },
    program: join(ROOT, 'main', 'backend', 'process.ts'),
    pages: (request, response) => vite.middlewares(request, response),
    port: args.port,
    onEnd: (code, problem) => {
      if (problem !== null) console.error(problem.sentence);
      void vite.close().finally(() => process.exit(code));
    },
  });
} catch (error) {
  if (!(error instanceof ShellProblem)) throw error;
  console.error(error.sentence);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => shell.stop());

let settling: NodeJS.Timeout | undefined;
for (const folder of ['main/backend', 'shared'])
  watch(join(ROOT, folder), { recursive: true }, (_, file) => {
    if (file === null || !/\.ts$/.test(file) || /\.test\.ts$/.test(file)) return;
    clearTimeout(settling);
    settling = setTimeout(() => shell.restartBackend(), SETTLE_MS);
  });
if (args.demo) await prepareDemo(shell);
showShell(shell, args.noWindow);
