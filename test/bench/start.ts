import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { findBrowser, thisComputer } from '../../main/browser/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { prepareSignedInHome } from '../e2e/signed-in-home.ts';
import { printFigure } from './figures.ts';
import { fillDesk, seeded } from './many-posts.ts';

/**
 * `start`: from the start of the program's process to the list painted in a window, the browser's own start included,
 * and the backend's memory when it has come to rest. The portal is out of reach, as on a morning without a line.
 */
const ROUNDS = 5;
const root = resolve(import.meta.dirname, '..', '..');
const executablePath = findBrowser(thisComputer());
if (executablePath === null) throw new Error('no Chromium, Chrome or Edge found');

for (const posts of [0, 1_000, 10_000]) {
  const home = mkdtempSync(join(tmpdir(), 'ban-thao-bench-'));
  try {
    prepareSignedInHome(home, (desk) => void fillDesk(desk, posts, seeded(posts)));
    const times: number[] = [];
    const browserTimes: number[] = [];
    let rss = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const run = await startOnce(home, executablePath, round === ROUNDS - 1);
      times.push(run.ms);
      browserTimes.push(run.browserMs);
      rss = run.rss ?? rss;
    }
    printFigure('start', `list_painted_${posts}`, {
      ms: median(times),
      max_ms: Math.round(Math.max(...times)),
      of_which_browser_start_ms: median(browserTimes),
      backend_rss_bytes: rss,
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function startOnce(
  home: string,
  browserPath: string,
  isMeasuringMemory: boolean,
): Promise<{ ms: number; browserMs: number; rss: number | null }> {
  const started = performance.now();
  const shell = spawn(process.execPath, [join(root, 'dist', 'browser.js'), '--no-window'], {
    env: { ...process.env, BANTHAO_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const entrance = await addressOf(shell);
    const browserStarted = performance.now();
    const browser = await chromium.launch({ executablePath: browserPath });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const browserMs = performance.now() - browserStarted;
      await page.goto(entrance, { waitUntil: 'commit' });
      // Painted: the list is in the page and a frame has been drawn after it.
      const first = page
        .getByRole('option')
        .first()
        .or(page.getByText(translate('vi', 'window.list.none')));
      await first.waitFor();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const ms = performance.now() - started;
      if (!isMeasuringMemory) return { ms, browserMs, rss: null };
      await wait(3_000);
      return { ms, browserMs, rss: backendMemory(shell) };
    } finally {
      await browser.close();
    }
  } finally {
    const ended = new Promise((done) => shell.once('exit', done));
    shell.kill('SIGTERM');
    await ended;
  }
}

function addressOf(shell: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    shell.once('exit', (code) => fail(new Error(`the program ended with ${code}`)));
    if (shell.stdout === null) return;
    createInterface({ input: shell.stdout }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(line);
      if (found !== null) done(found[0]);
    });
  });
}

/** Resident memory of the backend's process, in bytes, by `ps`. */
function backendMemory(shell: ChildProcess): number {
  const lines = execFileSync('ps', ['-o', 'rss=,args=', '--ppid', String(shell.pid)], { encoding: 'utf8' }).split('\n');
  const line = lines.find((text) => text.includes('backend.js'));
  return Number(line?.trim().split(/\s+/)[0] ?? 0) * 1_024;
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
