import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';

/** The program's window in a browser. */
export interface AppWindow {
  /** Closes the window as its close button does; by force after `limitMs`. Resolves when the browser has ended. */
  close(limitMs: number): Promise<void>;
}

export interface AppWindowOptions {
  readonly browser: string;
  readonly address: string;
  /** A profile of its own, so that cookies, extensions and sessions of the person's browser stay out. */
  readonly profile: string;
  readonly isRoot: boolean;
  /** The browser has ended; `ranMs` is how long it ran. */
  readonly onEnd: (ranMs: number) => void;
}

/** The arguments of a browser that shows one address as a program's window. */
export function browserArguments({ address, profile, isRoot }: AppWindowOptions): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--window-size=1280,800',
    '--class=ban-thao',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-features=Translate,MediaRouter',
    // The browser ends when this line closes: a killed shell leaves no window without a program behind it.
    '--remote-debugging-pipe',
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/**
 * What a new profile starts with. Translating a page rewrites its text, the writer's own included; and a staff-room
 * computer is no place to offer to keep a password.
 */
const PREFERENCES = {
  translate: { enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
};

function prepareProfile(profile: string): void {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(PREFERENCES));
}

/** Opens the program's window. */
export function openAppWindow(options: AppWindowOptions): AppWindow {
  prepareProfile(options.profile);
  const startedAt = performance.now();
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
  const child = spawn(options.browser, browserArguments(options), { stdio: [...stdio] });
  const commands = child.stdio[3] as Writable;
  commands.on('error', () => {});
  // Replies must be read, or the browser blocks on a full pipe.
  child.stdio[4]?.on('error', () => {}).on('data', () => {});
  let isOpen = true;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      if (!isOpen) return;
      isOpen = false;
      options.onEnd(performance.now() - startedAt);
      resolve();
    };
    child.on('exit', end);
    child.on('error', end);
  });
  return {
    close: async (limitMs) => {
      if (!isOpen) return;
      commands.write('{"id":1,"method":"Browser.close"}\0');
      const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
