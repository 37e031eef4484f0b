import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { createPost, type Desk, writeDraft } from '../../main/backend/posts/index.ts';
import { type Block, newBlockId } from '../../shared/content/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { launchBrowser, newWindowContext, startBrowserHost } from '../e2e/browser-shell.ts';
import { prepareSignedInHome } from '../e2e/signed-in-home.ts';
import { percentilesOf, printFigure } from './figures.ts';
import { fillDesk, seeded, words } from './many-posts.ts';
import { installProbe, type WindowProbe } from './window-probe.ts';

/**
 * `editor`: the built program in a real Chromium, with a post of 20,000 words among 2,000 others: opening it, typing in
 * its middle (and the same keys in a bare contenteditable of the same text, in turns), how long a key takes to be durable in
 * SQLite while a second window searches without a pause, a paste of 500 KB, and the bytes of script it took.
 */
const WORDS = 20_000;
const WORDS_OF_BLOCK = 80;
const OTHER_POSTS = 2_000;
const KEYS = 800;
/** Short and many: a computer that is slower for some seconds is so for both. */
const TURNS = 16;
/** Between two keys: faster than a fast typist (some 100 words a minute), slow enough for each to have its frame. */
const KEY_MS = 60;
/** What a pause in writing sets off (the checks, the details read anew) is over by then, and takes no time of the other side's. */
const REST_MS = 2_500;
const LOADED_KEYS = 400;
const LOADED_KEY_MS = 30;
const OPENINGS = 15;
const LONG = 'Bài hai vạn chữ';
const SHORT = 'Bài ngắn';
const PASTE_BYTES = 500_000;
const RENDERER = resolve(import.meta.dirname, '..', '..', 'dist', 'renderer', 'assets');

const home = mkdtempSync(join(tmpdir(), 'ban-thao-bench-'));
const blocks = longBody();
prepareSignedInHome(home, fill);
const host = await startBrowserHost(home, (line) => console.error(line));
const browser = await launchBrowser();
try {
  const context = await newWindowContext(browser);
  await context.addInitScript(installProbe);
  const page = await context.newPage();
  await page.goto(host.address);
  await page.getByRole('option', { name: LONG }).waitFor();
  // The first opening also fetches and compiles the editor.
  const { first, times } = await measureOpening(page);
  printFigure('editor', 'open_20k_words', { ...percentilesOf(times), first_ms: Math.round(first) });
  await measureTyping(page, context);
  await measureJournal(page, context);
  await measurePaste(page);
  await measureBundle(page);
} finally {
  await browser.close();
  await host.close();
  rmSync(home, { recursive: true, force: true });
}

function longBody(): Block[] {
  const random = seeded(20);
  return Array.from({ length: WORDS / WORDS_OF_BLOCK }, (_, at) => {
    const children = [{ type: 'text' as const, text: words(WORDS_OF_BLOCK, random) }];
    return at % 10 === 0
      ? { id: newBlockId(), type: 'heading', level: 2, children }
      : { id: newBlockId(), type: 'paragraph', children };
  });
}

/** The long post, a short one, and others. */
function fill(desk: Desk): void {
  fillDesk(desk, OTHER_POSTS, seeded(1));
  const write = (title: string, body: readonly Block[]): void => {
    const post = createPost(desk);
    writeDraft(desk, { post, fields: { title }, order: body.map(({ id }) => id), blocks: [...body] });
  };
  write(SHORT, [{ id: newBlockId(), type: 'paragraph', children: [{ type: 'text', text: 'một hai ba' }] }]);
  write(LONG, blocks);
}

/** From the click on its row to the whole text painted, the window's request and the database included. */
async function measureOpening(page: Page): Promise<{ first: number; times: number[] }> {
  const times: number[] = [];
  let first = 0;
  for (let at = 0; at <= OPENINGS; at += 1) {
    const time = await openPost(page, LONG, blocks.length);
    if (at === 0) first = time;
    else times.push(time);
    await page.getByText(translate('vi', 'checks.title')).waitFor();
    if (at < OPENINGS) await openPost(page, SHORT, 1);
  }
  return { first, times };
}

function openPost(page: Page, title: string, count: number): Promise<number> {
  const asked = { title, count, editor: translate('vi', 'editor.body') };
  return page.evaluate(({ title, count, editor }) => {
    const { probe } = window as unknown as { probe: WindowProbe };
    const row = [...document.querySelectorAll<HTMLElement>('[role=option]')].find(({ textContent }) =>
      textContent.includes(title),
    );
    if (row === undefined) throw new Error(`no row ${title}`);
    return probe.timed(
      () => row.click(),
      () => document.querySelector(`[aria-label="${editor}"]`)?.childElementCount === count,
    );
  }, asked);
}

/** The same keys in the middle of the long post and of a bare contenteditable with its text, in turns. */
async function measureTyping(page: Page, context: BrowserContext): Promise<void> {
  const bare = await context.newPage();
  await bare.goto('about:blank');
  await bare.evaluate((texts) => {
    document.body.contentEditable = 'true';
    for (const { tag, text } of texts)
      document.body.appendChild(document.createElement(tag)).append(document.createTextNode(text));
  }, blocks.map(toPlain));
  const result: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.bringToFront();
    await placeCursor(page, `[aria-label="${translate('vi', 'editor.body')}"]`);
    result.ours.push(...(await typeKeys(page, KEYS / TURNS, KEY_MS)));
    await wait(REST_MS);
    await bare.bringToFront();
    await placeCursor(bare, 'body');
    result.bare.push(...(await typeKeys(bare, KEYS / TURNS, KEY_MS)));
  }
  await bare.close();
  await page.bringToFront();
  const [ours, baseline] = [percentilesOf(result.ours), percentilesOf(result.bare)];
  printFigure('editor', 'typing_20k_words', {
    ...ours,
    baseline_p50_ms: baseline.p50_ms,
    baseline_p95_ms: baseline.p95_ms,
    keys: result.ours.length,
  });
}

function toPlain(block: Block): { tag: string; text: string } {
  const [child] = (block as { readonly children: readonly { readonly text: string }[] }).children;
  return { tag: block.type === 'heading' ? 'h2' : 'p', text: child?.text ?? '' };
}

/** Clicks into the middle paragraph, as a person would. */
async function placeCursor(page: Page, editor: string): Promise<void> {
  const paragraph = page.locator(`${editor} > :nth-child(${Math.round(blocks.length / 2)})`);
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.click();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Types that many keys, each after so many milliseconds. Returns the paint times of these keys alone. */
async function typeKeys(page: Page, count: number, everyMs: number): Promise<number[]> {
  const probe = (): Promise<number[]> =>
    page.evaluate(() => (window as unknown as { probe: WindowProbe }).probe.paints.splice(0));
  await probe();
  const text = 'truong hoc tren dinh nui ';
  for (let at = 0; at < count; at += 1) {
    const next = wait(everyMs);
    await page.keyboard.press(text[at % text.length] === ' ' ? 'Space' : (text[at % text.length] ?? 'a'));
    await next;
  }
  await wait(200);
  return probe();
}

/** From a key's input to the reply of the write that carries it, which comes after the commit is on the disk. */
async function measureJournal(page: Page, context: BrowserContext): Promise<void> {
  // In a browser of its own: of two pages in one, that behind is slowed by the browser.
  const second = await launchBrowser();
  const otherContext = await newWindowContext(second);
  await otherContext.addCookies(await context.cookies());
  const other = await otherContext.newPage();
  await other.goto(new URL('/', page.url()).href);
  const search = other.getByRole('searchbox');
  await search.waitFor();
  let isOver = false;
  let searches = 0;
  const load = (async () => {
    const asked = ['truong', 'hoi khoe', 'tuyen sinh', 'dak ha'];
    while (!isOver) {
      await search.fill(asked[searches % asked.length] ?? '');
      searches += 1;
      await wait(50);
    }
  })();
  await placeCursor(page, `[aria-label="${translate('vi', 'editor.body')}"]`);
  await page.evaluate(() => (window as unknown as { probe: WindowProbe }).probe.delays.splice(0));
  await typeKeys(page, LOADED_KEYS, LOADED_KEY_MS);
  const delays = await page.evaluate(() => (window as unknown as { probe: WindowProbe }).probe.delays.splice(0));
  isOver = true;
  await load;
  await second.close();
  printFigure('editor', 'journal_delay', { ...percentilesOf(delays), keys: delays.length, searches });
}

/** From the paste of a page of 500 KB, of the kind Word writes, to all of it painted and durable. */
async function measurePaste(page: Page): Promise<void> {
  await openPost(page, SHORT, 1);
  const random = seeded(5);
  let html = '';
  let count = 0;
  while (html.length < PASTE_BYTES) {
    html += `<p class=MsoNormal style="margin-bottom:6.0pt;line-height:115%"><span lang=VI style="font-size:14.0pt;font-family:&quot;Times New Roman&quot;,serif">${words(60, random)}</span> <b>${words(6, random)}</b><o:p></o:p></p>\n`;
    count += 1;
  }
  const editor = translate('vi', 'editor.body');
  const body = page.locator(`[aria-label="${editor}"]`);
  await body.click();
  await page.keyboard.press('Control+End');
  const ms = await page.evaluate(
    ({ html, count, editor }) => {
      const { probe } = window as unknown as { probe: WindowProbe };
      const data = new DataTransfer();
      data.setData('text/html', html);
      return probe.timed(
        () =>
          document.activeElement?.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          ),
        () => (document.querySelector(`[aria-label="${editor}"]`)?.childElementCount ?? 0) >= count,
      );
    },
    { html, count, editor },
  );
  printFigure('editor', 'paste_500k', { ms: Math.round(ms), blocks: count, bytes: html.length });
}

/** Script and style that the window has fetched by now, to open, write and paste; and all there is to fetch. */
async function measureBundle(page: Page): Promise<void> {
  const fetched = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.split('/').at(-1)),
  );
  const sizes = readdirSync(RENDERER)
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => ({ name, bytes: gzipSync(readFileSync(join(RENDERER, name))).length }));
  const sum = (files: typeof sizes): number => files.reduce((total, { bytes }) => total + bytes, 0);
  printFigure('editor', 'bundle', {
    gzip_bytes: sum(sizes.filter(({ name }) => fetched.includes(name))),
    all_gzip_bytes: sum(sizes),
  });
}
