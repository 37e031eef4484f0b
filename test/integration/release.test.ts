import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { releaseDefine } from '../../build/release/key.ts';
import { type MessageKey, type MessageParams, translate } from '../../shared/i18n/index.ts';
import { makeComputer, makePortal, PASSWORD, sync, type TestPortal, testFolder } from './board.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Runs the maintainers' program as `npm run release-key` and `npm run announce` do. */
function release(releaseFile: string, ...args: string[]): { code: number | null; out: string; said: string } {
  const program = join(ROOT, 'build', 'release', 'main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--release-file', releaseFile], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout.trim(), said: stderr };
}

const sentence = (key: MessageKey, params: MessageParams = {}): string => `${translate('vi', key, params)}\n`;

/** A tree of sources as far as a release needs one: no key yet. */
function makeTree(): { folder: string; releaseFile: string; keyFile: string } {
  const folder = testFolder();
  const releaseFile = join(folder, 'release.json');
  writeFileSync(releaseFile, '{ "publicKey": null }\n');
  return { folder, releaseFile, keyFile: join(folder, 'release.key') };
}

/** The key that a program built now would trust, read out of a real build of the module that holds it. */
async function builtInKey(releaseFile: string): Promise<string | null> {
  const outDir = testFolder();
  await build({
    ...{ root: ROOT, configFile: false, logLevel: 'error', define: releaseDefine(releaseFile) },
    build: {
      ...{ outDir, emptyOutDir: false, ssr: join(ROOT, 'main/backend/update/release-key.ts') },
      rolldownOptions: { output: { entryFileNames: 'key.mjs' } },
    },
  });
  const { RELEASE_KEY } = (await import(pathToFileURL(join(outDir, 'key.mjs')).href)) as { RELEASE_KEY: string | null };
  return RELEASE_KEY;
}

const system = { win32: 'win', darwin: 'mac' }[process.platform as string] ?? 'linux';
const ending = { win32: 'exe', darwin: 'dmg' }[process.platform as string] ?? 'AppImage';

/** An installer for this computer on a web server of the makers. */
async function publish(folder: string, version: string): Promise<{ file: string; bytes: Buffer; address: string }> {
  const bytes = Buffer.from(`installer of ${version} `.repeat(1_000));
  const name = `ban-thao-${version}-${system}-${process.arch}.${ending}`;
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const server = createServer(({ url }, response) => {
    response.statusCode = url === `/ban-thao/${name}` ? 200 : 404;
    response.end(response.statusCode === 200 ? bytes : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise((done) => server.close(() => done())));
  return { file, bytes, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ban-thao` };
}

function putOnPortal(portal: TestPortal, announcement: string): void {
  mkdirSync(join(portal.folder, 'updates'), { recursive: true });
  writeFileSync(join(portal.folder, 'updates', 'manifest.json'), announcement);
}

async function programOf(portal: TestPortal, releaseKey: string) {
  const downloads = testFolder();
  const computer = await makeComputer(undefined, { version: '1.0.0', releaseKey, downloads });
  await computer.client.call('connect.signIn', { address: portal.url(), account: 'tacgia', password: PASSWORD });
  await sync(computer);
  return computer;
}

it('the walk-through of docs/spec/updates.md: key, build, announcement, portal, program', async () => {
  const { folder, releaseFile, keyFile } = makeTree();
  expect(await builtInKey(releaseFile)).toBeNull();
  const made = release(releaseFile, 'key', keyFile, '--adopt');
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^[0-9a-f]{64}$/) });
  if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  expect(made.out + made.said).not.toContain(readFileSync(keyFile, 'utf8').trim());
  const trusted = await builtInKey(releaseFile);
  expect(trusted).toBe(made.out);

  const { file, bytes, address } = await publish(folder, '1.2.3');
  const notes = join(folder, 'notes.txt');
  writeFileSync(notes, 'Mở nhanh hơn\n');
  const out = join(folder, 'manifest.json');
  const signed = release(releaseFile, 'announce', keyFile, '--at', address, '--notes', notes, '--out', out, file);
  expect(signed).toMatchObject({ code: 0 });

  const portal = await makePortal();
  putOnPortal(portal, readFileSync(out, 'utf8'));
  const { client } = await programOf(portal, trusted ?? '');
  const announced = async () => (await client.call('app.state', null)).update;
  await expect.poll(announced).toMatchObject({ version: '1.2.3', notes: 'Mở nhanh hơn', bytes: bytes.length });
  const { savedAt } = await client.call('update.download', null);
  expect(readFileSync(savedAt)).toEqual(bytes);
});

it('an announcement that was tampered with is refused by the program', async () => {
  const { folder, releaseFile, keyFile } = makeTree();
  const { out: publicKey } = release(releaseFile, 'key', keyFile, '--adopt');
  const { file, address } = await publish(folder, '1.2.3');
  const [notes, out] = [join(folder, 'notes.txt'), join(folder, 'manifest.json')];
  writeFileSync(notes, '');
  release(releaseFile, 'announce', keyFile, '--at', address, '--notes', notes, '--out', out, file);
  const portal = await makePortal();
  putOnPortal(portal, readFileSync(out, 'utf8').replace('"1.2.3"', '"1.2.4"'));
  const { client } = await programOf(portal, publicKey);
  await expect.poll(async () => (await client.call('report.make', null)).text).toContain('bad_signature');
  expect((await client.call('app.state', null)).update).toBeNull();
});

it('a key is never overwritten, changes the tree only when asked, and never takes another one’s place', () => {
  const { folder, releaseFile, keyFile } = makeTree();
  const before = readFileSync(releaseFile, 'utf8');
  expect(release(releaseFile, 'key', keyFile).code).toBe(0);
  expect(readFileSync(releaseFile, 'utf8')).toBe(before);
  const secret = readFileSync(keyFile, 'utf8');
  expect(release(releaseFile, 'key', keyFile, '--adopt')).toMatchObject({ code: 1, out: '' });
  expect([readFileSync(keyFile, 'utf8'), readFileSync(releaseFile, 'utf8')]).toEqual([secret, before]);

  const { out: adopted } = release(releaseFile, 'key', join(folder, 'second.key'), '--adopt');
  const third = join(folder, 'third.key');
  expect(release(releaseFile, 'key', third, '--adopt').code).toBe(1);
  expect(() => statSync(third)).toThrow();
  expect(readFileSync(releaseFile, 'utf8')).toContain(adopted);
});

it('nothing is announced under a key that builds do not trust, for two versions at once, or for what is no installer', async () => {
  const { folder, releaseFile, keyFile } = makeTree();
  release(releaseFile, 'key', keyFile);
  const notes = join(folder, 'notes.txt');
  writeFileSync(notes, '');
  const [first, second] = [await publish(folder, '1.2.3'), await publish(folder, '1.2.4')];
  const out = join(folder, 'manifest.json');
  const announce = (...installers: string[]) =>
    release(releaseFile, 'announce', keyFile, '--at', first.address, '--notes', notes, '--out', out, ...installers);
  expect(announce(first.file)).toMatchObject({ code: 1, said: sentence('release.other_key') });
  release(releaseFile, 'key', join(folder, 'adopted.key'), '--adopt');
  const cases = [
    [[first.file], sentence('release.other_key')],
    [[first.file, second.file], sentence('release.one_version')],
    [[], sentence('release.one_version')],
    [[notes], sentence('release.not_installer', { file: notes })],
  ] as const;
  for (const [installers, said] of cases) {
    expect(announce(...installers)).toMatchObject({ code: 1, said });
    expect(() => statSync(out)).toThrow();
  }
});
