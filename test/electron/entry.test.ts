import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { FakeElectron } from './fake-electron.ts';

process.env.ELECTRON_OVERRIDE_DIST_PATH ??= tmpdir();
const { electron } = vi.hoisted(() => ({ electron: {} as Record<string, unknown> }));
vi.mock('electron', () => electron);

/** Electron becomes ready only when the first module is through: one that waits for it there waits for ever. */
it('the program’s first module does not wait for Electron to be ready', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'electron-entry-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  vi.stubEnv('BANTHAO_HOME', join(folder, 'home'));
  const fake = new FakeElectron(folder);
  fake.app.isFirst = false;
  Object.assign(electron, fake.api);
  const [before, signals] = [process.listeners('SIGINT'), ['SIGINT', 'SIGTERM'] as const];
  await import('../../main/electron/main.ts');
  for (const signal of signals)
    for (const listener of process.listeners(signal))
      if (!before.includes(listener as NodeJS.SignalsListener)) process.off(signal, listener);
  expect(await fake.app.ended).toBe(0);
  vi.unstubAllEnvs();
});

it('the preload asks for the port when the page listens, and posts it to its own page only', async () => {
  const ipcRenderer = Object.assign(new EventEmitter(), { send: vi.fn() });
  Object.assign(electron, { ipcRenderer });
  const page = Object.assign(new EventTarget(), { postMessage: vi.fn() });
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', { origin: 'app://ban-thao' });
  onTestFinished(() => void vi.unstubAllGlobals());
  await import('../../main/electron/preload.ts');
  expect(ipcRenderer.send).not.toHaveBeenCalled();
  page.dispatchEvent(new Event('load'));
  expect(ipcRenderer.send.mock.calls).toEqual([['port']]);
  ipcRenderer.emit('port', { ports: ['a port'] });
  expect(page.postMessage.mock.calls).toEqual([['banthao-port', 'app://ban-thao', ['a port']]]);
});
