/** `npm run screenshot`: makes the README's picture from the sample unit, in the real program. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { findBrowser, thisComputer } from '../main/browser/index.ts';

const root = resolve(import.meta.dirname, '..');
const executablePath = findBrowser(thisComputer());
if (executablePath === null) throw new Error('no Chromium, Chrome or Edge found');
const home = mkdtempSync(join(tmpdir(), 'ban-thao-screenshot-'));
const program = spawn(process.execPath, [join(root, 'dist', 'browser.js'), '--no-window', '--demo'], {
  env: { ...process.env, BANTHAO_HOME: home },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await new Promise<string>((found) => {
    createInterface({ input: program.stdout }).on('line', (line) => {
      const match = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(line);
      if (match !== null) found(match[0]);
    });
  });
  const browser = await chromium.launch({ executablePath });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await page.getByRole('option', { name: /Ngữ văn 9/ }).click();
  await page.getByRole('textbox', { name: /^Nội dung/ }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(root, 'docs', 'screenshot.png') });
  await browser.close();
} finally {
  const ended = new Promise((done) => program.once('exit', done));
  program.kill('SIGTERM');
  await ended;
  rmSync(home, { recursive: true, force: true });
}
