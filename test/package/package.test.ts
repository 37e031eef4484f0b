import { fork, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractAll, getRawHeader } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentsOf, importsOf, isGiven, packageFolder } from '../../build/package/contents.ts';
import { type Packaged, packageProgram } from '../../build/package/package.ts';
import { ENTRIES } from '../../build/package/stage.ts';
import { bundle } from '../../build/setup/bundle.mjs';
import { progress } from '../../build/setup/progress.mjs';
import type { FromBackend } from '../../main/backend/host-protocol.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Without Electron, in bytes. What grows past it should be looked at, and the number raised on purpose. */
const MOST_BYTES = 35_000_000;

let work: string;
let packaged: Packaged;
/** The archive, unpacked: what the installed program sees. */
let program: string;
beforeAll(async () => {
  await bundle(ROOT, process.execPath, progress());
  work = mkdtempSync(join(tmpdir(), 'package-'));
  packaged = await packageProgram({ root: ROOT, work, kind: 'folder', electronDist: null });
  program = join(work, 'program');
  extractAll(archive(), program);
}, 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const archive = (): string => {
  const found = packaged.files.find((file) => file.endsWith('app.asar'));
  if (found === undefined) throw new Error('no app.asar');
  return found;
};
const filesOf = (folder: string, pattern = '**/*'): string[] =>
  globSync(pattern, { cwd: folder, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) =>
      join(file.parentPath, file.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

describe('the package', () => {
  it('holds the shell, the backend, the window and the licences, and nothing else of ours', () => {
    const own = filesOf(program).filter((file) => !file.startsWith('node_modules/'));
    const others = own.filter((file) => !/^dist\/(chunks\/[\w.-]+\.js$|renderer\/)/.test(file));
    expect(others).toEqual([
      'LICENSE',
      'dist/attachment.js',
      'dist/backend.js',
      'dist/check.js',
      'dist/electron/main.js',
      'dist/electron/preload.cjs',
      'dist/import.js',
      'package.json',
    ]);
    expect(own).toContain('dist/renderer/index.html');
    expect(own).toContain('dist/renderer/licences.json');
  });

  it('holds no code of the portal, the sample unit, the browser shell or a test', () => {
    // The bundler notes above each module where it came from.
    const sources = filesOf(program, 'dist/**/*.{js,cjs}').flatMap((file) =>
      [...readFileSync(join(program, file), 'utf8').matchAll(/^\/\/ (?<source>[a-z]+\/\S+\.tsx?)$/gm)].map(
        ({ groups }) => groups?.source ?? '',
      ),
    );
    expect(sources).toContain('main/electron/run.ts');
    expect(sources).toContain('main/backend/backend.ts');
    expect(
      sources.filter((source) => /^(portal|build|test|main\/browser)\/|\.test\.|\/testing\//.test(source)),
    ).toEqual([]);
  });

  it('holds everything that its bundles import', () => {
    const { files, packages } = contentsOf(join(program, 'dist'), ENTRIES);
    expect(packages).toEqual(['better-sqlite3', 'sharp']);
    for (const file of files)
      for (const name of importsOf(join(program, 'dist', file)))
        if (!isGiven(name) && !name.startsWith('.')) expect(packageFolder(name, program)).toContain(program);
    const page = readFileSync(join(program, 'dist/renderer/index.html'), 'utf8');
    const assets = [...page.matchAll(/(?:src|href)="\/(?<file>[^"]+)"/g)].map(({ groups }) => groups?.file ?? '');
    expect(assets.length).toBeGreaterThan(1);
    for (const file of assets) expect(existsSync(join(program, 'dist/renderer', file))).toBe(true);
  });

  it('holds no package that the program does not load', () => {
    const names = new Set(
      filesOf(join(program, 'node_modules')).map((file) => /^(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? file),
    );
    const usual = ['@img/colour', 'better-sqlite3', 'detect-libc', 'semver', 'sharp'];
    expect([...names].filter((name) => !name.startsWith('@img/sharp-')).sort()).toEqual(usual);
  });

  it('keeps native parts, of this platform only, where the system can load them', () => {
    const native = filesOf(program, '**/*.{node,so,so.*,dll,dylib}');
    expect(native.length).toBeGreaterThan(1);
    const beside = `${archive()}.unpacked`;
    for (const file of native) expect(existsSync(join(beside, file))).toBe(true);
    const { platform, arch } = process;
    expect(native.filter((file) => file.includes('prebuilds/'))).toEqual([
      `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`,
    ]);
    expect(getRawHeader(archive()).headerString).toContain('"unpacked":true');
  });

  it('stays small', () => {
    console.info(`${packaged.bytes} bytes without Electron`);
    expect(packaged.hasElectron).toBe(false);
    expect(packaged.bytes).toBeLessThan(MOST_BYTES);
  });
});

/** Stands for Electron where a second start ends at once; named by a hook, since `electron` is no file of the package. */
const SECOND_START = `
import { registerHooks } from 'node:module';
const source = \`
  const nothing = () => {};
  export const app = {
    enableSandbox: nothing, setAppUserModelId: nothing, setPath: nothing, quit: nothing,
    requestSingleInstanceLock: () => false,
    exit: (code) => { console.log('ended with ' + code); process.exit(code); },
  };
  export const protocol = { registerSchemesAsPrivileged: nothing };
  export default { app };
\`;
const url = 'data:text/javascript,' + encodeURIComponent(source);
registerHooks({ resolve: (name, context, next) => (name === 'electron' ? { url, shortCircuit: true } : next(name, context)) });
`;

describe('the packaged program', () => {
  it('has a shell whose bundle loads, and leaves to the first one that runs', () => {
    const hook = join(work, 'second-start.mjs');
    writeFileSync(hook, SECOND_START);
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--import', pathToFileURL(hook).href, join(program, 'dist/electron/main.js')],
      { encoding: 'utf8', env: { ...process.env, BANTHAO_HOME: join(work, 'second') } },
    );
    expect(stdout).toBe('ended with 0\n');
    expect(status).toBe(0);
  });

  it('has a backend that starts under Node 24 and answers', async () => {
    const home = join(work, 'home');
    mkdirSync(home);
    const settings = { home, version: '9.9.9', demoCommand: null };
    const child = fork(join(program, 'dist/backend.js'), [JSON.stringify(settings)], {
      stdio: 'inherit',
      execArgv: [],
    });
    const ended = new Promise<number | null>((done) => child.on('exit', done));
    const reply = await new Promise<FromBackend>((done) => {
      child.on('message', (said: FromBackend) => {
        if (said.kind === 'ready')
          child.send({ kind: 'request', connection: 1, message: { id: 1, name: 'app.state', input: null } });
        if (said.kind === 'reply' || said.kind === 'failed') done(said);
      });
    });
    expect(reply).toMatchObject({ message: { ok: true, output: { version: '9.9.9', isDemoAvailable: false } } });
    child.send({ kind: 'close' });
    expect(await ended).toBe(0);
  });

  it('shrinks pictures with what is in the package', async () => {
    const file = join(program, 'node_modules/sharp/dist/index.mjs');
    const { default: sharp } = (await import(pathToFileURL(file).href)) as typeof import('sharp');
    const { format } = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .webp()
      .toBuffer({ resolveWithObject: true })
      .then(({ info }) => info);
    expect(format).toBe('webp');
  });
});
