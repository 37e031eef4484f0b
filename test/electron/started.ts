import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { onTestFinished, vi } from 'vitest';
import { startShell } from '../../main/electron/shell.ts';
import type { Surroundings } from '../../main/electron/surroundings.ts';
import { type Connection, createConnection } from '../../renderer/connection/connection.ts';
import { keepPort } from '../../renderer/connection/port.ts';
import { FakeElectron } from './fake-electron.ts';
import type { FakeWindow } from './fake-window.ts';

// electron-store is the real one; Electron's own package would fetch its binary if this were not set.
process.env.ELECTRON_OVERRIDE_DIST_PATH ??= tmpdir();
const { default: Store } = await import('electron-store');

const BACKEND = resolve(import.meta.dirname, '../../main/backend/process.ts');

/** Keeps the host protocol and nothing else; it has one picture. */
const IDLE = `
import { join } from 'node:path';
const { home } = JSON.parse(process.argv[2]);
process.parentPort.on('message', ({ data: { kind, id, name } }) => {
  if (kind === 'close') process.exit(0);
  if (kind !== 'media') return;
  process.parentPort.postMessage({ kind, id, path: name.startsWith('a') ? join(home, 'a.webp') : null });
});
process.on('disconnect', () => process.exit(0));
process.parentPort.postMessage({ kind: 'ready' });
`;

/** The shell, started over the fake Electron, and the connection that its page has. */
export interface Started {
  readonly electron: FakeElectron;
  readonly folder: string;
  readonly home: string;
  /** The page's own end: what `renderer/` makes of the port it is given. */
  readonly connection: Connection;
}

/** Files for a shell: bundles with a page and a program beside them, and an empty data folder. */
function prepared(backend: 'idle' | 'real'): string {
  const folder = mkdtempSync(join(tmpdir(), 'electron-shell-'));
  for (const name of ['home', 'downloads', 'dist/renderer/assets', 'dist/electron'])
    mkdirSync(join(folder, name), { recursive: true });
  const real = `await import(${JSON.stringify(pathToFileURL(BACKEND).href)});`;
  writeFileSync(join(folder, 'dist/backend.js'), backend === 'real' ? real : IDLE);
  writeFileSync(join(folder, 'home/a.webp'), 'picture');
  writeFileSync(join(folder, 'dist/package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'dist/renderer/index.html'), '<!doctype html><title>window</title>');
  writeFileSync(join(folder, 'dist/renderer/assets/index-1a.js'), 'export {};');
  writeFileSync(join(folder, 'dist/secret.json'), '"outside"');
  return folder;
}

/** What a test may choose. */
export interface StartOptions {
  readonly args?: readonly string[];
  /** `idle`, unless said otherwise: a stand-in, where the test is not about the backend. */
  readonly backend?: 'idle' | 'real';
  readonly around?: Partial<Surroundings>;
  /** Before the shell starts. */
  readonly prepare?: (electron: FakeElectron, folder: string) => void;
}

/** Starts the shell and lets Electron become ready. It is ended, and its folder removed, with the test. */
export function started({ args = [], backend = 'idle', around = {}, prepare = () => {} }: StartOptions = {}): Started {
  const folder = prepared(backend);
  const home = join(folder, 'home');
  const electron = new FakeElectron(folder);
  const { connection, end } = createConnection();
  electron.onPage = (window) => joinPage(electron, window, (target) => keepPort(end, target));
  prepare(electron, folder);
  startShell(electron.api, {
    argv: ['/opt/ban-thao', ...args],
    env: { BANTHAO_HOME: home },
    platform: 'linux',
    version: '1.2.3',
    personHome: folder,
    dist: join(folder, 'dist'),
    openPreferences: (own) => new Store({ cwd: own, name: 'window', clearInvalidConfig: true }),
    closeLimitMs: 1_000,
    ...around,
  });
  onTestFinished(async () => {
    for (const window of [...electron.windows]) window.destroy();
    electron.app.quit();
    const isGone = () => electron.backends.every(({ child }) => child.exitCode !== null || child.signalCode !== null);
    await vi.waitFor(() => {
      if (!isGone()) throw new Error('a backend is still there');
    }, 10_000);
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  });
  electron.app.becomeReady();
  return { electron, folder, home, connection };
}

/** Does for a page what `preload.ts` does: asks for the port and hands on what comes. */
function joinPage(electron: FakeElectron, window: FakeWindow, listen: (target: Window) => void): void {
  const target = new EventTarget();
  listen(target as Window);
  const frame = window.webContents.mainFrame;
  frame.on('posted', ({ channel, ports }: { channel: string; ports: readonly MessagePort[] }) => {
    if (channel !== 'port') return;
    const event = Object.assign(new Event('message'), { data: 'banthao-port', ports });
    Object.defineProperty(event, 'source', { value: target });
    target.dispatchEvent(event);
  });
  electron.ipcMain.emit('port', { senderFrame: frame });
}
