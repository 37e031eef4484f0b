import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BackendSettings, FromBackend } from '../backend/host-protocol.ts';
import {
  askForPictures,
  awaitDemo,
  type DemoStart,
  prepareDataFolder,
  ShellProblem,
  stateNotice,
  superviseBackend,
} from '../shell/index.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import { forkBackend } from './backend.ts';
import { openChannel } from './channel.ts';
import { Gate } from './gate.ts';
import { createWindowServer, listen, type Pages } from './server.ts';

/** How long a backend may take to write what it holds, in ms. */
const CLOSE_LIMIT_MS = 5_000;
/** A window that reloads is away this long at most, in ms; one that another browser process takes over, longer. */
const RELOAD_MS = 1_500;
const TAKEOVER_MS = 5_000;

export interface ShellOptions {
  readonly settings: BackendSettings;
  /** The backend's program. */
  readonly program: string;
  readonly pages: string | Pages;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Ends the program: the code, and the problem to print. Called once. */
  readonly onEnd: (code: number, problem: ShellProblem | null) => void;
}

export interface Shell {
  /** The address with the one-time token. */
  readonly entrance: string;
  openWindow(browser: string, isRoot: boolean): void;
  /**
   * Starts the sample unit, before any window opens: so the window's first screen is the sample unit's. Resolves to the
   * problem, if there was one; the window then says what to do.
   */
  startDemo(onProgress: (done: number, total: number) => void): Promise<ShellProblem | null>;
  /** Ends backend, window and server; then `onEnd(code)`. */
  stop(code?: number, problem?: ShellProblem | null): void;
  /** Starts the backend anew, in development. */
  restartBackend(): void;
}

/** Starts the browser shell: the server, then the backend. Throws a {@link ShellProblem}. */
export async function startShell(options: ShellOptions): Promise<Shell> {
  const { settings } = options;
  prepareDataFolder(settings.home);
  const gate = new Gate(() => randomBytes(32).toString('base64url'));
  let demo: DemoStart | null = null;
  let window: AppWindow | null = null;
  let isWindowGone = false;
  let isStopping = false;
  let leaving: NodeJS.Timeout | undefined;

  const pictures = askForPictures((message) => backend.send(message));
  const onMessage = (said: FromBackend): void => {
    demo?.take(said);
    pictures.take(said);
    if (said.kind === 'reply') channel.reply(said.connection, said.message);
    else if (said.kind === 'notice') channel.broadcast(said.message);
  };

  const stop = async (code = 0, problem: ShellProblem | null = null): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    clearTimeout(leaving);
    server.close();
    await Promise.all([window?.close(CLOSE_LIMIT_MS), backend.stop(CLOSE_LIMIT_MS)]);
    channel.close();
    server.closeAllConnections();
    options.onEnd(code, problem);
  };

  /** The program ends with its window: the browser has gone and no page has come back. */
  const leaveIfAlone = (afterMs: number): void => {
    clearTimeout(leaving);
    if (isWindowGone && channel.windows === 0) leaving = setTimeout(stop, afterMs);
  };

  const server = createWindowServer({ gate, pages: options.pages, mediaPath: pictures.path });
  gate.port = await listen(server, options.port);
  const channel = openChannel(server, {
    gate,
    send: (message) => backend.send(message),
    greeting: () => stateNotice(backend.state),
    onWindows: () => leaveIfAlone(RELOAD_MS),
  });
  const backend = superviseBackend({
    start: () => forkBackend(options.program, settings),
    onMessage,
    onState: (state) => {
      if (state !== 'up') {
        channel.failOpen();
        demo?.fail();
      }
      const notice = stateNotice(state);
      if (notice !== null) channel.broadcast(notice);
    },
    onRefused: ({ code, params }) => void stop(1, new ShellProblem(`error.${code}`, params)),
  });
  return {
    entrance: gate.entrance,
    openWindow: (browser, isRoot) => {
      window = openAppWindow({
        browser,
        address: gate.entrance,
        profile: join(settings.home, 'window'),
        isRoot,
        onEnd: (ranMs) => {
          isWindowGone = true;
          leaveIfAlone(ranMs < TAKEOVER_MS ? TAKEOVER_MS : RELOAD_MS);
        },
      });
    },
    startDemo: (onProgress) => {
      demo = awaitDemo(onProgress);
      backend.send(demo.request);
      return demo.done;
    },
    stop: (code, problem) => void stop(code, problem),
    restartBackend: () => backend.restart(),
  };
}
