/**
 * Builds everything into `dist`. One argument: the mark of the sources it was made from, written last. Works in a folder
 * of its own and swaps, so that `dist` is always whole.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv, pid } from 'node:process';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { collectLicences, type LicenceCollector } from './licences.ts';
import { releaseDefine } from './release/key.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** Packages with native parts, or given by the host: resolved from `node_modules` when the program runs. */
const EXTERNAL = ['better-sqlite3', 'sharp', 'electron'];

/** Each bundle's name and the source it starts from. */
const NODE_ENTRIES = {
  backend: 'main/backend/process.ts',
  check: 'main/backend/store/check-thread.ts',
  import: 'main/backend/import/thread.ts',
  attachment: 'main/backend/attachments/thread.ts',
  browser: 'main/browser/main.ts',
  portal: 'portal/cli.ts',
  sample: 'build/sample/main.ts',
  'electron/main': 'main/electron/main.ts',
};
const PRELOAD_ENTRIES = { 'electron/preload': 'main/electron/preload.ts' };

/** What all builds share. The folder is emptied by us, never by Vite. */
function common(): InlineConfig {
  return { root: ROOT, configFile: false, publicDir: false, logLevel: 'warn', envDir: false };
}

/** The window: hashed files, no inline script or style, so that a strict content security policy holds. */
function renderer(out: string, licences: LicenceCollector): InlineConfig {
  return {
    ...common(),
    root: join(ROOT, 'renderer'),
    base: '/',
    plugins: [react(), licences.plugin()],
    build: {
      outDir: join(out, 'renderer'),
      emptyOutDir: false,
      target: 'chrome120',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1_500,
    },
  };
}

/** Programs for Node 24. Code they share lands in `chunks`. */
function node(
  out: string,
  entries: Record<string, string>,
  format: 'es' | 'cjs',
  licences: LicenceCollector,
): InlineConfig {
  const input = Object.fromEntries(
    Object.entries(entries)
      .map(([name, file]) => [name, join(ROOT, file)] as const)
      .filter(([, file]) => existsSync(file)),
  );
  const extension = format === 'es' ? 'js' : 'cjs';
  return {
    ...common(),
    plugins: [licences.plugin()],
    define: releaseDefine(join(ROOT, 'build', 'release.json')),
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input,
        external: EXTERNAL,
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `chunks/[name]-[hash].${extension}`,
        },
      },
    },
  };
}

/** Builds all into `dist`; `mark` names the sources it was made from. */
async function bundle(mark: string): Promise<void> {
  const cache = join(ROOT, '.cache');
  const [fresh, old] = [join(cache, `dist-${pid}`), join(cache, `dist-${pid}-old`)];
  mkdirSync(fresh, { recursive: true });
  try {
    const licences = collectLicences(ROOT);
    const hasWindow = existsSync(join(ROOT, 'renderer', 'index.html'));
    if (hasWindow) await build(renderer(fresh, licences));
    await build(node(fresh, NODE_ENTRIES, 'es', licences));
    await build(node(fresh, PRELOAD_ENTRIES, 'cjs', licences));
    // Of Electron only the binary is in the program, not what its installer is written with.
    for (const name of EXTERNAL) licences.addWhole(name, { isAlone: name === 'electron' });
    if (hasWindow) writeFileSync(join(fresh, 'renderer', 'licences.json'), JSON.stringify(licences.list()));
    // Without it, Node would read the bundles by the manifest of whatever folder `dist` is copied into.
    writeFileSync(join(fresh, 'package.json'), '{ "type": "module" }\n');
    writeFileSync(join(fresh, '.sources'), mark);
    if (existsSync(join(ROOT, 'dist'))) renameSync(join(ROOT, 'dist'), old);
    renameSync(fresh, join(ROOT, 'dist'));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

await bundle(argv[2] ?? '');
