import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserWindow, WebFrameMain } from 'electron';
import {
  askForPictures,
  awaitDemo,
  type DemoStart,
  QUIET_NODE,
  ShellProblem,
  superviseBackend,
} from '../shell/index.ts';
import { readArguments } from './arguments.ts';
import { type ElectronBackend, startUtility } from './backend.ts';
import type { Electron } from './electron.ts';
import { letProgramLeave, letWindowLeave } from './leaving.ts';
import { menuTemplate, type WindowKey } from './menu.ts';
import { asksToLose, refuse, t, tell } from './messages.ts';
import { pageServer } from './pages.ts';
import { keepPreferences } from './preferences.ts';
import { isTrustedSender, SCHEME } from './rules.ts';
import { hardenSession } from './session.ts';
import type { Surroundings } from './surroundings.ts';
import { openWindow } from './window.ts';

export interface Run {
  /** The data folder, and the one in it that Electron keeps its own things in. */
  readonly home: string;
  readonly witness: string;
  readonly own: string;
  /** Files named before Electron was ready. */
  readonly early: readonly string[];
}

/** Runs the program once Electron is ready: keeps the backend, opens the window, and joins the two. */
export function run(electron: Electron, around: Surroundings, { home, witness, own, early }: Run): void {
  const { app, ipcMain, Menu, MessageChannelMain, nativeTheme, protocol, session } = electron;
  const { dist, platform, version, closeLimitMs = 5_000 } = around;
  const args = readArguments(around.argv);
  const preferences = keepPreferences(() => around.openPreferences(own));
  const downloads = app.getPath('downloads');
  let backend: ElectronBackend;
  let window: BrowserWindow | null = null;
  /** The page that asked for the backend. */
  let page: WebFrameMain | null = null;
  let demo: DemoStart | null = null;

  const supervisor = superviseBackend({
    start: () => {
      const settings = { home, witness, version, demoCommand: sampleCommand(around), downloads };
      backend = startUtility(electron, join(dist, 'backend.js'), settings);
      return backend;
    },
    onMessage: (said) => {
      demo?.take(said);
      pictures.take(said);
    },
    // The port of a dead backend closes by itself; a new one tells the page that the backend is back.
    onState: (state) => {
      if (state === 'up') givePort();
      else demo?.fail();
    },
    onRefused: ({ code, params }) => refuse(electron, new ShellProblem(`error.${code}`, params)),
  });
  const pictures = askForPictures((message) => supervisor.send(message));

  const givePort = (): void => {
    // By now another page may be where the one was that asked.
    if (supervisor.state !== 'up' || page?.isDestroyed() !== false || !isTrustedSender(page)) return;
    const { port1, port2 } = new MessageChannelMain();
    backend.takePort(port1);
    page.postMessage('port', null, [port2]);
  };
  ipcMain.on('port', ({ senderFrame }) => {
    if (!isTrustedSender(senderFrame)) return;
    page = senderFrame;
    givePort();
  });

  const leaving = letProgramLeave(app, supervisor, closeLimitMs);
  const showWindow = (): BrowserWindow => {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return window;
    }
    const opened = openWindow(electron, join(dist, 'electron', 'preload.cjs'), preferences);
    letWindowLeave({
      window: opened,
      limitMs: closeLimitMs,
      retry: () => (leaving.isAsked() ? app.quit() : opened.close()),
      ask: () => asksToLose(electron, opened),
      onStay: leaving.forget,
    });
    opened.on('closed', () => {
      window = null;
      page = null;
    });
    window = opened;
    return opened;
  };
  const press = ({ key, withControl, withShift = false }: WindowKey): void => {
    const { webContents } = showWindow();
    const control = platform === 'darwin' ? ('meta' as const) : ('control' as const);
    const modifiers = [...(withControl ? [control] : []), ...(withShift ? ['shift' as const] : [])];
    for (const type of ['keyDown', 'keyUp'] as const) webContents.sendInputEvent({ type, keyCode: key, modifiers });
  };
  /** The backend reads them, one after the other; the window shows what is in the last one and asks. */
  const openFiles = (files: readonly string[]): void => {
    for (const path of files) supervisor.send({ kind: 'file', path });
  };

  nativeTheme.themeSource = preferences.read().theme;
  hardenSession(session.defaultSession, { downloads, isTaken: existsSync });
  protocol.handle(SCHEME, pageServer(join(dist, 'renderer'), pictures.path));
  const menu = menuTemplate({
    t,
    platform,
    isDevelopment: !app.isPackaged,
    theme: preferences.read().theme,
    onTheme: (theme) => {
      nativeTheme.themeSource = theme;
      preferences.keep({ theme });
    },
    press,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));

  app.on('second-instance', (_event, argv, workingFolder) => {
    showWindow();
    openFiles(readArguments(argv).files.map((file) => resolve(workingFolder, file)));
  });
  app.on('activate', showWindow);
  app.on('open-file', (event, file) => {
    event.preventDefault();
    showWindow();
    openFiles([file]);
  });
  app.on('window-all-closed', () => app.quit());

  if (args.demo) {
    demo = awaitDemo(() => {});
    supervisor.send(demo.request);
    void demo.done.then((problem) => {
      if (problem !== null) tell(electron, null, 'warning', problem.sentence);
      if (!args.noWindow) showWindow();
    });
  } else if (!args.noWindow) showWindow();
  openFiles([...args.files, ...early]);
}

/** The sample unit's portal runs on the Node that `npm start` found; an installed program has none. */
function sampleCommand({ env, dist }: Surroundings): readonly string[] | null {
  const [node, file] = [env.BANTHAO_NODE, join(dist, 'sample.js')];
  return node && existsSync(file) ? [node, ...QUIET_NODE, file] : null;
}
