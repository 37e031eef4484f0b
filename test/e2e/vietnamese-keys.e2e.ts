import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, type CDPSession, chromium, type Locator, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, thisComputer } from '../../main/browser/find-browser.ts';
import type { PageProbe } from '../../renderer/editor/testing/page/page.tsx';
import { type Block, textOfBlocks } from '../../shared/content/index.ts';
import { SYLLABLES, type TypedSyllable, typeSyllables, WAYS, type Way } from './keys.ts';
import { say } from './words.ts';

/**
 * Each syllable of the table in each place of the editor, by each way, with the journal at work: the text is right and
 * NFC, nothing beside it has changed, and no shortcut, mark or menu took a key for its own.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const text = (value: string, format?: number) => ({ type: 'text' as const, text: value, ...(format && { format }) });
const cell = (value: string) => ({ children: value === '' ? [] : [text(value)] });
const BLOCKS: readonly Block[] = [
  { id: 'empty', type: 'paragraph', children: [] },
  { id: 'mid', type: 'paragraph', children: [text('đầuđuôi')] },
  { id: 'bold', type: 'paragraph', children: [text('đậm ', 1)] },
  { id: 'list', type: 'list', ordered: false, items: [{ id: 'item', children: [text('mục ')] }] },
  {
    ...{ id: 'table', type: 'table' as const, headerRow: false, headerColumn: false },
    rows: [{ id: 'row', cells: [cell('ô'), cell('')] }],
  },
];

let folder: string;
let server: PreviewServer;
let browser: Browser;
let page: Page;
let input: CDPSession;
let opened = 0;
const errors: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const site = { root: join(ROOT, 'renderer/editor/testing/page'), configFile: false, logLevel: 'error' } as const;
  await build({ ...site, plugins: [react()], build: { outDir: folder, minify: false } });
  server = await preview({ ...site, build: { outDir: folder }, preview: { host: '127.0.0.1', port: 0 } });
  const executablePath = findBrowser(thisComputer());
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  input = await page.context().newCDPSession(page);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => expect(errors.splice(0)).toEqual([]));

const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
const body = (): Locator => field(say('editor.body'));
const durable = (): ReturnType<PageProbe['durable']> =>
  page.evaluate(() => (window as unknown as { probe: PageProbe }).probe.durable());
/** The browser has told the editor where the cursor went. */
const settled = (): Promise<unknown> =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

async function open(): Promise<void> {
  opened += 1;
  await page.goto(`${server.resolvedUrls?.local[0]}?find&${opened}#${encodeURIComponent(JSON.stringify(BLOCKS))}`);
  await body().waitFor();
  await settled();
}

async function goTo(target: Locator, ...keys: readonly string[]): Promise<void> {
  await target.click();
  await settled();
  for (const key of keys) {
    await page.keyboard.press(key);
    await settled();
  }
}

const line = (at: number): Locator => body().locator('> p').nth(at);
const blockWords = async (id: string): Promise<string> => {
  const { body: blocks } = await durable();
  return textOfBlocks(blocks.filter((block) => block.id === id));
};

/** Where one types: how to get there, what then stands there, and what must stand there after the words. */
const PLACES: readonly {
  readonly name: string;
  readonly go: () => Promise<void>;
  readonly read: () => Promise<string>;
  readonly want: (words: string) => string;
}[] = [
  {
    name: 'an empty block',
    go: () => goTo(line(0)),
    read: () => blockWords('empty'),
    want: (words) => words,
  },
  {
    name: 'the middle of a word',
    go: () => goTo(line(1), 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight'),
    read: () => blockWords('mid'),
    want: (words) => `đầu${words}đuôi`,
  },
  {
    name: 'the end of bold words',
    go: () => goTo(line(2), 'End'),
    read: () => blockWords('bold'),
    want: (words) => `đậm ${words}`,
  },
  {
    name: 'a list',
    go: () => goTo(body().locator('li'), 'End'),
    read: () => blockWords('list'),
    want: (words) => `mục ${words}`,
  },
  {
    name: 'a cell of a table',
    go: () => goTo(body().locator('td').last()),
    read: () => blockWords('table'),
    want: (words) => `ô\n${words}`,
  },
  {
    name: 'the title',
    go: () => goTo(field(say('editor.title'))),
    read: async () => (await durable()).title,
    want: (words) => words,
  },
  {
    name: 'the search',
    go: () => goTo(page.getByLabel(say('find.query'), { exact: true }).and(page.locator('input')), 'Control+a'),
    read: () => page.getByLabel(say('find.query'), { exact: true }).and(page.locator('input')).inputValue(),
    want: (words) => words,
  },
];

const SETS: readonly (readonly [string, readonly TypedSyllable[]])[] = (['telex', 'vni'] as const).map((layout) => [
  layout,
  SYLLABLES.filter((syllable) => syllable.layout === layout),
]);

describe.each(WAYS)('by %s', (way: Way) => {
  describe.each(SETS)('in %s', (_, syllables) => {
    it.each(PLACES)('every syllable comes out right in $name', async ({ go, read, want }) => {
      await open();
      await go();
      const words = await typeSyllables(page, input, way, syllables);
      const shown = await read();
      expect(shown).toBe(want(words));
      expect(shown).toBe(shown.normalize('NFC'));
      const { body: blocks } = await durable();
      // What an untouched body has told nothing of is as it was opened.
      if (blocks.length > 0) {
        expect(blocks.map(({ id, type }) => [id, type])).toEqual(BLOCKS.map(({ id, type }) => [id, type]));
        expect(blocks.find(({ id }) => id === 'bold')).toMatchObject({ children: [{ format: 1 }] });
      }
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await page.getByRole('listbox').count()).toBe(0);
    });

    it('every syllable comes out right in a dialog', async () => {
      await open();
      await goTo(line(0));
      await page.getByRole('button', { name: new RegExp(`^${say('editor.tool.link')}`) }).click();
      const shown = page.getByRole('dialog').getByRole('textbox', { name: say('editor.link.words') });
      await shown.click();
      const words = await typeSyllables(page, input, way, syllables);
      expect(await shown.inputValue()).toBe(words);
      expect(await page.getByRole('dialog').count()).toBe(1);
    });

    it('undo takes back whole words', async () => {
      await open();
      await goTo(line(0));
      const few = syllables.slice(0, 4);
      await typeSyllables(page, input, way, few);
      const ends = few.map(({ states }) => states.at(-1) ?? '');
      const whole = ends.map((_, at) => ends.slice(0, at + 1).join(' '));
      for (let times = 0; times < 40 && (await blockWords('empty')) !== ''; times += 1) {
        await page.keyboard.press('Control+z');
        await settled();
        expect(['', ...whole]).toContain((await blockWords('empty')).trim());
      }
      expect(await blockWords('empty')).toBe('');
    });
  });
});
