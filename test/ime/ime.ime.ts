import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ensureBrowser } from '../../build/checks/browser.ts';
import { createPost, openPost, writeDraft } from '../../main/backend/posts/index.ts';
import { type Block, newBlockId } from '../../shared/content/index.ts';
import { startBrowserHost } from '../e2e/browser-shell.ts';
import { PATIENCE_MS } from '../e2e/program.ts';
import { prepareSignedInHome, readSignedInHome } from '../e2e/signed-in-home.ts';
import { say } from '../e2e/words.ts';
import { type Display, type InputMethod, type Layout, openDisplay } from './display.ts';
import { keysFor } from './keys.ts';

/**
 * The whole program in a window on a screen of its own, typed into through the real input methods of a Linux desktop,
 * with its journal and checks at work. What is on the screen, and on the disk in the end, is what was meant.
 */
const TITLE = 'Bài để gõ';
const SENTENCE = 'Tiếng Việt của trường Sông Trà, đường hoà bình';
/** A fast typist's pace, and a burst. */
const KEY_MS = 25;
const BURST_MS = 4;

interface Desktop {
  readonly display: Display;
  readonly page: Page;
  readonly post: string;
  readonly home: string;
  /** Types a text with the input method, and waits for it where it belongs. */
  typed(place: Locator, text: string, everyMs?: number): Promise<void>;
  /** Ends the program. Returns what it kept. */
  kept(): Promise<{ title: string; summary: string; blocks: readonly Block[] }>;
}

const cell = (text: string) => ({ children: text === '' ? [] : [{ type: 'text' as const, text }] });

async function openDesktop(method: InputMethod, layout: Layout): Promise<Desktop> {
  const executablePath = ensureBrowser(console.log);
  if (executablePath === null) throw new Error('no browser');
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
    typed: async (place, text, everyMs = KEY_MS) => {
      await display.type(keysFor(text, layout), everyMs);
      await expect.poll(() => wordsOf(place), { timeout: PATIENCE_MS }).toContain(text);
    },
    kept: async () => {
      await page.getByText(say('window.save.saved')).waitFor();
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
    const { display, page, typed } = await openDesktop(method, layout);
    const field = (key: Parameters<typeof say>[0]): Locator =>
      page.getByRole('textbox', { name: say(key), exact: true });
    const body = field('editor.body');
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        await display.press(key);
        // A person sees where the cursor went before the next key.
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      }
    };
    const place = async (line: Locator, ...keys: readonly string[]): Promise<void> => {
      await line.click();
      await press(...keys);
    };

    await place(field('editor.title'), 'ctrl+a');
    await display.served();
    await typed(field('editor.title'), SENTENCE);
    await display.press('Return');
    await typed(field('editor.summary'), SENTENCE, BURST_MS);

    const lines = body.locator('> p');
    await place(lines.nth(0));
    await typed(lines.nth(0), SENTENCE, BURST_MS);
    await place(lines.nth(1), 'Home', 'Right', 'Right', 'Right', 'Right');
    await typed(lines.nth(1), 'đầu giữa');
  });
});
