import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, Menu, MessageChannelMain, protocol, session, shell } from 'electron';
import type { FromBackend } from '../backend/host-protocol.ts';
import {
  dataFolder,
  prepareDataFolder,
  QUIET_NODE,
  ShellProblem,
  type Supervisor,
  superviseBackend,
} from '../shell/index.ts';
import { type ElectronBackend, startUtility } from './backend.ts';
import { pageServer } from './pages.ts';
import { isOwn, mayOpenOutside, SCHEME, START, windowOptions } from './rules.ts';

/** The folder of the bundles. */
const DIST = join(import.meta.dirname, '..');
const CLOSE_LIMIT_MS = 5_000;

// Must come before `ready`: gives the scheme an origin of its own, storage and streaming.
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.enableSandbox();

try {
  const home = dataFolder({ platform: process.platform, env: process.env, home: homedir() });
  prepareDataFolder(home);
  app.setPath('userData', join(home, 'electron'));
  // The lock lies in the folder just named, so two data folders may be open side by side.
  if (app.requestSingleInstanceLock()) {
    await app.whenReady();
    run(home);
  } else app.exit(0);
} catch (error) {
  if (!(error instanceof ShellProblem)) throw error;
  refuse(error);
}

/** Opens the window and keeps its backend. */
function run(home: string): void {
  const asked = new Map<number, (path: string | null) => void>();
  let nextMedia = 1;
  let backend: ElectronBackend;
  let isClosed = false;

  const supervisor: Supervisor = superviseBackend({
    start: () => {
      backend = startUtility(join(DIST, 'backend.js'), { home, version: app.getVersion(), demoCommand: sample() });
      return backend;
    },
    onMessage: (message: FromBackend) => {
      if (message.kind === 'media') asked.get(message.id)?.(message.path);
    },
    // The port of a dead backend closes by itself; a new one tells the window that the backend is back.
    onState: (state) => {
      if (state === 'up' && window.webContents.getURL() !== '') giveWindowPort();
    },
    onRefused: ({ code, params }) => refuse(new ShellProblem(`error.${code}`, params)),
  });

  const mediaPath = (hash: string): Promise<string | null> =>
    new Promise((resolve) => {
      const id = nextMedia++;
      const settle = (path: string | null): void => {
        asked.delete(id);
        resolve(path);
      };
      asked.set(id, settle);
      if (!supervisor.send({ kind: 'media', id, hash })) settle(null);
    });

  protocol.handle(SCHEME, pageServer(join(DIST, 'renderer'), mediaPath));
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, done) => done(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  Menu.setApplicationMenu(null);

  const window = new BrowserWindow(windowOptions(join(DIST, 'electron', 'preload.cjs')));
  const giveWindowPort = (): void => {
    if (supervisor.state !== 'up') return;
    const { port1, port2 } = new MessageChannelMain();
    backend.takePort(port1);
    window.webContents.postMessage('port', null, [port2]);
  };
  window.once('ready-to-show', () => window.show());
  window.webContents.on('did-finish-load', giveWindowPort);
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.webContents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void supervisor.stop(CLOSE_LIMIT_MS).then(() => {
      isClosed = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  void window.loadURL(START);
}

/** The sample unit's portal runs on the Node that `npm start` found; an installed program has none yet. */
function sample(): readonly string[] | null {
  const [node, file] = [process.env.BANTHAO_NODE, join(DIST, 'sample.js')];
  return node && existsSync(file) ? [node, ...QUIET_NODE, file] : null;
}

function refuse(problem: ShellProblem): void {
  console.error(problem.sentence);
  app.exit(1);
}
