import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const INSTALL_LIMIT_MS = 300_000;

let clone: string;
beforeAll(() => {
  clone = bareClone();
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** A copy of what git has or would take: no packages, no builds. */
function bareClone(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bare-clone-')));
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of list.split('\0'))
    if (file !== '' && existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(folder, file));
  return folder;
}

/** `npm ARGS` as a person types it: this machine's Node, nothing inherited from the npm that runs the tests. */
function npm(args: readonly string[], env: Record<string, string> = {}, cwd = clone) {
  const clean = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|vitest|node_|test$|dev$|prod$|mode$|ssr$|display$|wayland_display$|banthao_)/i.test(name),
  );
  const path = (process.env.PATH ?? '').split(delimiter).filter((place) => !place.includes('node_modules'));
  const child = spawn('npm', [...args], {
    cwd,
    // A process group of its own: what Ctrl+C in a terminal reaches.
    detached: true,
    env: { ...Object.fromEntries(clean), PATH: path.join(delimiter), BANTHAO_HOME: join(cwd, '.cache/home'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(-(child.pid ?? 0), name);
    } catch {
      // The whole group has ended.
    }
  };
  onTestFinished(() => signal('SIGKILL'));
  return { ended, signal, out: () => out, err: () => err };
}

type Run = ReturnType<typeof npm>;

/** The one-time address, once it is printed; what was said instead, if the run ends without one. */
function addressOf(run: Run): Promise<string> {
  const told = (): string => `no address:\n${run.out()}\n${run.err()}`;
  const printed = vi.waitFor(() => {
    const address = /http:\/\/127\.0\.0\.1:\d+\/open\?token=[\w-]+/.exec(run.out())?.[0];
    if (address === undefined) throw new Error(told());
    return address;
  }, INSTALL_LIMIT_MS);
  return Promise.race([printed, run.ended.then(() => Promise.reject(new Error(told())))]);
}

/** The window's page, as the address leads to it. */
async function pageAt(address: string): Promise<string> {
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return (await fetch(new URL('/', address), { headers: { cookie } })).text();
}

/** Ids of processes that work in the folder or run from it. */
function processesIn(folder: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return [readlinkSync(`/proc/${pid}/cwd`), readlinkSync(`/proc/${pid}/exe`)].some((path) =>
        path.startsWith(folder),
      );
    } catch {
      return false;
    }
  });
}

async function expectNothingLeft(): Promise<void> {
  if (process.platform !== 'linux') return;
  await vi.waitFor(() => expect(processesIn(clone)).toEqual([]), 10_000);
}

/** What set-up and shell said on their own, without npm's lines. */
const sentences = (run: Run): readonly string[] =>
  run
    .err()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('npm '));

describe.skipIf(process.platform === 'win32')('npm start', () => {
  it('takes a bare clone to a page, and Ctrl+C leaves nothing running', { timeout: INSTALL_LIMIT_MS }, async () => {
    const run = npm(['start', '--', '--no-window']);
    const address = await addressOf(run);
    expect(await pageAt(address)).toContain('<html lang="vi"');
    expect(sentences(run)).toEqual([
      expect.stringMatching(/^Đang cài các gói .* xong \(\d+ giây\)\.$/),
      expect.stringMatching(/^Đang dựng chương trình… xong \(\d+ giây\)\.$/),
    ]);
    run.signal('SIGINT');
    await run.ended;
    await expectNothingLeft();
  });

  it('does nothing twice', { timeout: 60_000 }, async () => {
    const run = npm(['start', '--', '--no-window']);
    await addressOf(run);
    expect(sentences(run)).toEqual([]);
    run.signal('SIGTERM');
    await run.ended;
    await expectNothingLeft();
  });

  it('ends with one sentence when the port is taken', { timeout: 60_000 }, async () => {
    const other = createServer();
    const port = await new Promise<number>((done) =>
      other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port)),
    );
    const run = npm(['start', '--', '--no-window', '--port', String(port)]);
    expect(await run.ended).toBe(1);
    other.close();
    expect(sentences(run)).toEqual([expect.stringContaining(`Cổng ${port} đang có chương trình khác dùng`)]);
    await expectNothingLeft();
  });

  it('ends with one sentence when the data folder cannot be used', { timeout: 60_000 }, async () => {
    // Root may write everywhere, so a file stands where the folder should be.
    const file = join(clone, '.cache', 'not-a-folder');
    writeFileSync(file, '');
    const run = npm(['start', '--', '--no-window'], { BANTHAO_HOME: file });
    expect(await run.ended).toBe(1);
    expect(sentences(run)).toEqual([expect.stringContaining(`thư mục dữ liệu “${file}”`)]);
  });

  it('ends with one sentence without a network, and leaves nothing that looks installed', {
    timeout: 120_000,
  }, async () => {
    const offline = bareClone();
    onTestFinished(() => rmSync(offline, { recursive: true, force: true }));
    const nowhere = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(offline, '.cache/npm') };
    const run = npm(['start', '--', '--no-window'], nowhere, offline);
    expect(await run.ended).toBe(1);
    expect(sentences(run).at(-1)).toContain('không nối được mạng');
    expect(existsSync(join(offline, 'node_modules', '.package-lock.json'))).toBe(false);
    expect(existsSync(join(offline, 'dist'))).toBe(false);
  });
});
