import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ensureBrowser } from '../../build/checks/browser.ts';
import { createPost, openPost, writeDraft } from '../../main/backend/posts/index.ts';
import { type Block, newBlockId, textOfBlocks } from '../../shared/content/index.ts';
import { startBrowserHost } from '../e2e/browser-shell.ts';
import { ensureBuilt, PATIENCE_MS } from '../e2e/program.ts';
import { prepareSignedInHome, readSignedInHome } from '../e2e/signed-in-home.ts';
import { say } from '../e2e/words.ts';
import { type Display, type InputMethod, type Layout, openDisplay } from './display.ts';
import { keysFor } from './keys.ts';

/**
 * The whole program in a window on a screen of its own, typed into through the real input methods of a Linux desktop,
 * with its journal and checks at work. What is on the screen, and on the disk in the end, is what was meant.
 */
const TITLE = 'Bài để gõ';
const SENTENCE = 'Tiếng Việt của trường Sông Trà, đường về quê';
/** Twice as fast as the fastest typist. Faster still, an input method itself drops keys on a loaded machine. */
const KEY_MS = 40;
/** Until the last key has come through the input method, on a loaded machine. */
const SHOWN_MS = 10_000;

interface Desktop {
  readonly display: Display;
  readonly page: Page;
  readonly post: string;
  readonly home: string;
  /** Types a text with the input method, and waits until the place shows it, or that with what stood there. */
  typed(place: Locator, shown: string, text?: string): Promise<void>;
  /** Ends the program. Returns what it kept. */
  kept(): Promise<{ title: string; summary: string; blocks: readonly Block[] }>;
}

const cell = (text: string) => ({ children: text === '' ? [] : [{ type: 'text' as const, text }] });

async function openDesktop(method: InputMethod, layout: Layout): Promise<Desktop> {
  const executablePath = ensureBrowser(console.log);
  if (executablePath === null) throw new Error('no browser');
  await ensureBuilt();
  const home = mkdtempSync(join(tmpdir(), 'ban-thao-ime-'));
  let post = '';
  prepareSignedInHome(home, (desk) => {
    post = createPost(desk);
    const blocks: Block[] = [
      { id: newBlockId(), type: 'paragraph', children: [] },
      { id: newBlockId(), type: 'paragraph', children: [{ type: 'text', text: 'đầu cuối' }] },
      { id: newBlockId(), type: 'paragraph', children: [{ type: 'text', text: 'chữ đậm', format: 1 }] },
      { id: newBlockId(), type: 'list', ordered: false, items: [{ id: newBlockId(), children: cell('mục').children }] },
      {
        id: newBlockId(),
        type: 'table',
        headerRow: false,
        headerColumn: false,
        rows: [{ id: newBlockId(), cells: [cell('ô'), cell('')] }],
      },
    ];
    writeDraft(desk, { post, fields: { title: TITLE }, order: blocks.map(({ id }) => id), blocks });
  });
  const display = await openDisplay(method, layout);
  let browser: Browser | null = null;
  const complaints: string[] = [];
  const host = await startBrowserHost(home, (line) => complaints.push(line));
  onTestFinished(async () => {
    await browser?.close();
    await host.close();
    await display.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    expect(complaints).toEqual([]);
  });
  browser = await chromium.launch({
    executablePath,
    headless: false,
    args: [
      '--no-sandbox',
      '--gtk-version=3',
      '--ozone-platform=x11',
      '--window-size=1280,900',
      '--window-position=0,0',
    ],
    env: { ...process.env, ...display.env },
  });
  const page = await browser.newPage({ viewport: null, locale: 'vi-VN' });
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(host.address);
  await page.getByRole('option', { name: TITLE }).click();
  await page.getByRole('textbox', { name: say('editor.body') }).waitFor();
  await display.focus('Bản Thảo');
  return {
    display,
    page,
    post,
    home,
    typed: async (place, shown, text = shown) => {
      await display.type(keysFor(text, layout), KEY_MS);
      await expect.poll(() => wordsOf(place), { timeout: SHOWN_MS }).toContain(shown);
    },
    kept: async () => {
      await page.getByRole('main').getByText(say('window.save.saved')).waitFor();
      await browser?.close();
      await host.close();
      return readSignedInHome(home, (desk) => {
        const { fields, blocks } = openPost(desk, post);
        return { title: fields.title, summary: fields.summary, blocks };
      });
    },
  };
}

/** What a person reads there, no-break spaces of the browser as spaces. */
async function wordsOf(place: Locator): Promise<string> {
  const words = await place.evaluate((element) =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.value
      : (element.textContent ?? ''),
  );
  return words.replaceAll('\u00a0', ' ');
}

const WAYS: readonly (readonly [InputMethod, Layout])[] = [
  ['ibus-unikey', 'telex'],
  ['ibus-unikey', 'vni'],
  ['fcitx5-unikey', 'telex'],
  ['fcitx5-unikey', 'vni'],
];

describe.each(WAYS)('%s, %s', (method, layout) => {
  it('every field takes what was meant, undo takes back words, and no shortcut fires', async () => {
    const { display, page, typed, kept } = await openDesktop(method, layout);
    const field = (key: Parameters<typeof say>[0]): Locator =>
      page.getByRole('textbox', { name: say(key), exact: true });
    const body = field('editor.body');
    // A person sees where the cursor went before the next key.
    const drawn = (): Promise<unknown> =>
      page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        await display.press(key);
        await drawn();
      }
    };
    // With the mouse of the screen: the input method hears of it, and ends what it was composing.
    const click = async (target: Locator): Promise<void> => {
      await target.scrollIntoViewIfNeeded();
      const { x, y } = await target.evaluate((element) => {
        const { left, top, height } = element.getBoundingClientRect();
        return { x: screenX + left + 12, y: screenY + outerHeight - innerHeight + top + height / 2 };
      });
      await display.click(x, y);
      await drawn();
    };
    const place = async (line: Locator, ...keys: readonly string[]): Promise<void> => {
      await click(line);
      await press(...keys);
    };

    await place(field('editor.title'), 'ctrl+a');
    await display.served();
    await typed(field('editor.title'), SENTENCE);
    await place(field('editor.summary'));
    await typed(field('editor.summary'), SENTENCE);

    const lines = body.locator('> p');
    await place(lines.nth(0));
    await typed(lines.nth(0), SENTENCE);
    await place(lines.nth(1), 'Home', 'Right', 'Right', 'Right', 'Right');
    await typed(lines.nth(1), 'đầu giữa', 'giữa');
    await place(lines.nth(2), 'End');
    await typed(lines.nth(2), 'chữ đậm Việt', ' Việt');
    const item = body.locator('> ul li');
    await place(item, 'End');
    await typed(item, 'mục quyển vở', ' quyển vở');
    const cellInTable = body.locator('td').last();
    await place(cellInTable);
    await typed(cellInTable, 'Nguyễn Thị Hương');

    const search = page.getByRole('searchbox').first();
    await place(search);
    await typed(search, 'tuyển sinh');
    await press('ctrl+a', 'BackSpace');
    await place(lines.nth(1), 'End');
    await press('ctrl+b', 'ctrl+b');
    await page.getByRole('button', { name: say('editor.tool.link') }).click();
    const words = page.getByRole('dialog').getByRole('textbox').first();
    await click(words);
    await typed(words, 'đường dẫn');
    // The first Escape may be the input method's own.
    const isClosed = async (): Promise<boolean> => {
      await press('Escape');
      return (await page.getByRole('dialog').count()) === 0;
    };
    await expect.poll(isClosed, { timeout: PATIENCE_MS }).toBe(true);

    // A word taken back is taken back whole: what is left is what stood there after one of the words.
    await place(lines.nth(0), 'End');
    const before = await wordsOf(lines.nth(0));
    await typed(lines.nth(0), `${before} thư viện`, ' thư viện');
    await press('ctrl+z');
    await expect.poll(() => wordsOf(lines.nth(0)), { timeout: PATIENCE_MS }).not.toContain('thư viện');
    expect([before, `${before} `, `${before} thư`, `${before} thư `]).toContain(await wordsOf(lines.nth(0)));
    await press('ctrl+shift+z');

    const { title, summary, blocks } = await kept();
    expect([title, summary]).toEqual([SENTENCE, SENTENCE]);
    // No mark, chord or slash of the typing made another block.
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph', 'list', 'table']);
    const stored = textOfBlocks(blocks);
    for (const text of [SENTENCE, 'đầu giữacuối', 'chữ đậm Việt', 'mục quyển vở', 'Nguyễn Thị Hương'])
      expect(stored).toContain(text);
    expect(stored).toBe(stored.normalize('NFC'));
    expect(stored).not.toMatch(/[\u200b\ufeff]/);
  });
});
