import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { it as base, expect } from 'vitest';
import { bundle } from '../../build/setup/bundle.mjs';
import { withLock } from '../../build/setup/lock.mjs';
import { launchBrowser, startBrowserShell } from './browser-shell.ts';
import { type Complaints, newComplaints } from './complaints.ts';
import { startElectronShell } from './electron-shell.ts';
import { killAll, outlasting, type Process, processTree } from './processes.ts';
import type { RunningShell, ShellName } from './shell.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PICTURES = join(ROOT, '.cache/e2e');
/** A loaded machine's time for what takes a moment: long enough never to be the reason of a failure. */
export const PATIENCE_MS = 30_000;
const STARTS = { browser: startBrowserShell, electron: startElectronShell };

/** One computer with the program running on a data folder of its own, as one person uses it. */
export interface Program {
  readonly page: Page;
  readonly home: string;
  readonly complaints: Complaints;
  /** The backend's process at this moment. */
  backend(): Process;
  /** Ends the program as its person does, and fails if it leaves a process behind. */
  stop(): Promise<void>;
}

/** What a test starts and need not end. */
export interface Programs {
  /** Starts the program, on a fresh data folder unless one is given. */
  start(home?: string): Promise<Program>;
}

/**
 * `it` for tests that use the program. After each, every program is ended; the test fails for a process left behind and
 * for each error that a window's console or the shell told of. A failed test leaves pictures of its windows.
 */
export const it = base
  .extend('shell', (process.env.BANTHAO_SHELL === 'electron' ? 'electron' : 'browser') as ShellName)
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which other fixtures are needed
  .extend('browser', { scope: 'file' }, ({}, { onCleanup }) => {
    let launched: Promise<Browser> | null = null;
    onCleanup(async () => (await launched)?.close());
    return () => {
      launched ??= launchBrowser();
      return launched;
    };
  })
  .extend('programs', async ({ shell, browser, task }, { onCleanup }): Promise<Programs> => {
    await ensureBuilt();
    const started: Program[] = [];
    const folders: string[] = [];
    onCleanup(async () => {
      const hasFailed = task.result?.state === 'fail' || started.some((one) => one.complaints.unexpected().length > 0);
      if (hasFailed) await takePictures(task.name, started);
      const ends = await Promise.allSettled(started.map((program) => program.stop()));
      for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))).toEqual([]);
      expect(started.flatMap(({ complaints }) => complaints.unexpected())).toEqual([]);
    });
    return {
      start: async (given) => {
        const home = given ?? mkdtempSync(join(tmpdir(), 'ban-thao-e2e-'));
        if (given === undefined) folders.push(home);
        const complaints = newComplaints();
        const running = await STARTS[shell]({ home, browser, complaints });
        running.page.setDefaultTimeout(PATIENCE_MS);
        const program = asProgram(running, home, complaints);
        started.push(program);
        return program;
      },
    };
  });

/** Builds the program unless it is built from these very sources. */
export async function ensureBuilt(): Promise<void> {
  const say = { start: console.log, end: () => {} };
  await withLock(
    join(ROOT, '.cache/setup.lock'),
    () => {},
    () => bundle(ROOT, process.execPath, say),
  );
}

function asProgram(running: RunningShell, home: string, complaints: Complaints): Program {
  let isStopped = false;
  return {
    page: running.page,
    home,
    complaints,
    backend: () => {
      const found = processTree(running.pid).find((process) => running.isBackend(process));
      if (found === undefined) throw new Error('no backend runs');
      return found;
    },
    stop: async () => {
      if (isStopped) return;
      isStopped = true;
      const processes = processTree(running.pid);
      await running.close();
      const left = await outlasting(processes, PATIENCE_MS);
      killAll(left);
      if (left.length > 0) throw new Error(`left behind: ${left.map(({ command }) => command).join('; ')}`);
    },
  };
}

async function takePictures(name: string, programs: readonly Program[]): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const stem = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  for (const [at, { page }] of programs.entries())
    await page.screenshot({ path: join(PICTURES, `${stem}-${at + 1}.png`), timeout: 5_000 }).catch(() => undefined);
}
