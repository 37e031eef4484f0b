import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserServer, chromium, type Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { ensureBrowser } from '../../build/checks/browser.ts';
import { type BrowserHost, newWindowContext, startBrowserHost } from '../e2e/browser-shell.ts';
import { type Complaints, listen, newComplaints } from '../e2e/complaints.ts';
import { connect, type Person, personAt } from '../e2e/person.ts';
import { killAll, outlasting, processTree } from '../e2e/processes.ts';
import { ensureBuilt, PATIENCE_MS } from '../e2e/program.ts';
import { goToEnd, startPost } from '../e2e/writing.ts';
import { makePortal } from '../integration/board.ts';
import { ageOfLoss } from './loss.ts';
import { seeded } from './seeded.ts';
import { type Shown, type Typist, typeOn, type Way } from './typist.ts';

const ROUNDS = 50;
/** What was typed longer ago than this must be there after any death (issue 2). */
const PROMISE_MS = 250;
const KEY_MS = [30, 60] as const;
const DEATH_MS = [300, 1_500] as const;
const WAYS: readonly Way[] = ['keys', 'backspace', 'composition'];
const TITLE = 'Nhật ký của những lần mất điện';
const WORDS = 'trường tiếng Việt đẹp lắm khuya ngoằn ngoèo quyển vở thuỷ triều Sông Trà đường về quê hương'.split(' ');

/** One life of the program: Chromium and the shell, each a process tree of its own. */
interface Life {
  readonly host: BrowserHost;
  readonly browser: BrowserServer;
  readonly page: Page;
}

it(`keeps every character typed more than ${PROMISE_MS} ms before window and backend are killed, ${ROUNDS} times`, {
  timeout: 600_000,
}, async () => {
  const seed = Number(process.env.BANTHAO_SEED ?? Date.now() % 1_000_000);
  console.log(`BANTHAO_SEED=${seed}`);
  await ensureBuilt();
  const portal = await makePortal();
  const home = mkdtempSync(join(tmpdir(), 'ban-thao-kill-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const complaints = newComplaints();

  let life = await begin(home, complaints);
  onTestFinished(async () => void (await kill(life, true)));
  let person = await connect(life, portal.url(), 'tacgia');
  await startPost(person, { title: TITLE, summary: '', body: 'Mở đầu.' });
  await person.seeRow(TITLE, 'draft', 'saved_here');

  const ages: number[] = [];
  const broken: string[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const random = seeded(seed * ROUNDS + round);
    const diesAfter = between(DEATH_MS, random);
    const isWindowFirst = random() < 0.5;
    const before = await newParagraph(person);
    const shown: Shown[] = [{ text: before, at: performance.now() }];
    const typist = await typistAt(life.page, random);
    const typing = typeOn(typist, WAYS[round % WAYS.length] ?? 'keys', before, wordsOf(round, random), shown);
    // Typing ends only by the window's death, with an error; any earlier one is the test's.
    await Promise.race([pause(diesAfter), typing]);
    const killedAt = await kill(life, isWindowFirst);
    await typing.catch(() => undefined);

    life = await begin(home, complaints);
    person = personAt(life);
    await person.openPost(TITLE);
    const kept = await textOf(person);
    const age = ageOfLoss(shown, kept, killedAt);
    ages.push(age ?? Number.POSITIVE_INFINITY);
    if (age === null || age > PROMISE_MS) broken.push(`round ${round}, ${age} ms: kept “${tail(kept)}”`);
  }
  console.log(
    `${ages.length} kills; the oldest character lost had been typed ${Math.max(...ages).toFixed()} ms before`,
  );
  expect({ rounds: ages.length, broken }).toEqual({ rounds: ROUNDS, broken: [] });
  expect(complaints.unexpected()).toEqual([]);
});

/** Starts shell and Chromium on the data folder and opens the window. */
async function begin(home: string, complaints: Complaints): Promise<Life> {
  const executablePath = ensureBrowser(console.log);
  if (executablePath === null) throw new Error('no Chrome, Chromium or Edge');
  const [host, browser] = await Promise.all([
    startBrowserHost(home, complaints.add),
    chromium.launchServer({ executablePath }),
  ]);
  const context = await newWindowContext(await chromium.connect(browser.wsEndpoint()));
  context.setDefaultTimeout(PATIENCE_MS);
  listen(context, complaints);
  const page = await context.newPage();
  await page.goto(host.address);
  return { host, browser, page };
}

/** Kills all processes of window, shell and backend at one moment. Returns the moment. */
async function kill({ host, browser }: Life, isWindowFirst: boolean): Promise<number> {
  const program = processTree(host.pid);
  const window = processTree(browser.process().pid ?? 0);
  const doomed = isWindowFirst ? [...window, ...program] : [...program, ...window];
  const killedAt = performance.now();
  killAll(doomed);
  const left = await outlasting(doomed, PATIENCE_MS);
  if (left.length > 0) throw new Error(`not dead: ${left.map(({ command }) => command).join('; ')}`);
  return killedAt;
}

/** Begins a paragraph at the end of the open post. Returns the text before the cursor. */
async function newParagraph(person: Person): Promise<string> {
  const text = `${await textOf(person)}\n`;
  await goToEnd(person);
  await person.page.keyboard.press('Enter');
  await expect.poll(() => textOf(person), { timeout: PATIENCE_MS }).toBe(text);
  return text;
}

async function textOf(person: Person): Promise<string> {
  const paragraphs = person.field('editor.body').getByRole('paragraph');
  await paragraphs.first().waitFor();
  return (await paragraphs.allTextContents()).join('\n');
}

async function typistAt(page: Page, random: () => number): Promise<Typist> {
  const input = await page.context().newCDPSession(page);
  return { page, input, now: () => performance.now(), nextPause: () => between(KEY_MS, random) };
}

/** Words without end; the first says which round they are of. */
function wordsOf(round: number, random: () => number): () => string {
  let count = 0;
  return () => (count++ === 0 ? `${round}:` : (WORDS[Math.floor(random() * WORDS.length)] ?? ''));
}

function between([least, most]: readonly [number, number], random: () => number): number {
  return least + random() * (most - least);
}

function tail(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}
