import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { ensureBrowser } from '../../build/checks/browser.ts';
import { listen } from './complaints.ts';
import type { RunningShell, ShellStart } from './shell.ts';

const DIST = join(import.meta.dirname, '../../dist');
const START_LIMIT_MS = 60_000;

/** The browser shell's process without a window, and the address that opens one. */
export interface BrowserHost {
  readonly pid: number;
  readonly address: string;
  /** Closes the line that `npm start` holds: the shell then ends by itself. Resolves when it has. */
  close(): Promise<void>;
}

/** Starts the browser shell as `npm start -- --no-window` does. `onComplaint` hears each line of its error output. */
export async function startBrowserHost(home: string, onComplaint: (line: string) => void): Promise<BrowserHost> {
  const child = spawn(process.execPath, [join(DIST, 'browser.js'), '--no-window'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, BANTHAO_HOME: home },
  }) as ChildProcessByStdio<null, Readable, Readable>;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  createInterface({ input: child.stderr }).on('line', (line) => onComplaint(`shell: ${line}`));
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [address] = /http:\/\/127\.0\.0\.1:\d+\/open\?token=\S+/.exec(line) ?? [];
    if (address !== undefined) resolve(address);
  });
  const timer = setTimeout(() => reject(new Error('the shell printed no address')), START_LIMIT_MS);
  child.once('exit', (code) => reject(new Error(`the shell ended with code ${code}`)));
  try {
    return {
      address: await promise,
      pid: child.pid ?? 0,
      close: () => {
        if (child.connected) child.disconnect();
        return ended;
      },
    };
  } finally {
    clearTimeout(timer);
  }
}

/** A browser of this computer, without a window of its own. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = ensureBrowser(console.log);
  if (executablePath === null) throw new Error('no Chrome, Chromium or Edge');
  return chromium.launch({ executablePath });
}

/** Like a person's window: Vietnamese, the size most are, and still, so that nothing is caught in motion. */
export function newWindowContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
}

export async function startBrowserShell({ home, browser, complaints }: ShellStart): Promise<RunningShell> {
  const [host, context] = await Promise.all([
    startBrowserHost(home, complaints.add),
    browser().then((opened) => newWindowContext(opened)),
  ]);
  listen(context, complaints);
  const page = await context.newPage();
  await page.goto(host.address);
  return {
    page,
    pid: host.pid,
    isBackend: ({ command }) => /[\\/]backend\.js/.test(command),
    close: async () => {
      await page.close({ runBeforeUnload: false });
      await host.close();
      await context.close();
    },
  };
}
