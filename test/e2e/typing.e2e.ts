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

/**
 * Vietnamese typing in a real browser: what is on the screen, and what the journal made durable, is what was meant.
 * UniKey and most of its kin send Backspace and type the syllable again; others compose.
 */
const ROOT = resolve(import.meta.dirname, '../..');

let folder: string;
let server: PreviewServer;
let browser: Browser;
let page: Page;
let input: CDPSession;
let opened = 0;
const errors: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'typing-'));
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

async function open(blocks: readonly Block[] = []): Promise<void> {
  // A page of its own each time: only another address than the last makes the browser load it anew.
  opened += 1;
  await page.goto(`${server.resolvedUrls?.local[0]}?${opened}#${encodeURIComponent(JSON.stringify(blocks))}`);
  await body().waitFor();
  await settled();
}

const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
const body = (): Locator => field('Nội dung bài viết');
const durable = (): ReturnType<PageProbe['durable']> =>
  page.evaluate(() => (window as unknown as { probe: PageProbe }).probe.durable());
/** The browser has told the editor where the cursor went: it does that by the next frame it draws, a person's next key comes later. */
const settled = (): Promise<unknown> =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
const text = (value: string) => ({ type: 'text' as const, text: value });

/**
 * The states of a sentence as Telex makes it: each syllable first without, then with its marks.
 * "Tiếng Việt" goes T, Ti, Tie, Tiê, Tiên, Tiêng, Tiếng, …
 */
function syllableStates(syllable: string): string[] {
  const bare = syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
  const plain = syllable.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  const states = [...plain].map((_, at) => bare.slice(0, at) + (plain[at] ?? ''));
  return [...states, bare, syllable].filter((state, at, all) => state !== all[at - 1]);
}

/** Types as UniKey does: where letters before the cursor change, Backspace to them and type from there. */
async function typeByBackspace(sentence: string): Promise<void> {
  for (const [at, syllable] of sentence.split(' ').entries()) {
    if (at > 0) await page.keyboard.press('Space');
    let shown = '';
    for (const state of syllableStates(syllable)) {
      let same = 0;
      while (same < shown.length && shown[same] === state[same]) same++;
      for (let count = shown.length; count > same; count--) await page.keyboard.press('Backspace');
      for (const letter of state.slice(same)) await page.keyboard.insertText(letter);
      shown = state;
    }
  }
}

/** Types as an input method that composes each syllable and commits it with the space. */
async function typeByComposition(sentence: string): Promise<void> {
  for (const [at, syllable] of sentence.split(' ').entries()) {
    if (at > 0) await page.keyboard.press('Space');
    for (const state of syllableStates(syllable)) await compose(state);
    await input.send('Input.insertText', { text: syllable });
  }
}

/** One key of an input method: the page sees that a key was taken (code 229), then what is being composed. */
async function compose(state: string): Promise<void> {
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
  await input.send('Input.imeSetComposition', {
    text: state,
    selectionStart: state.length,
    selectionEnd: state.length,
  });
}

const SENTENCES = ['Tiếng Việt đẹp lắm', 'Trường THCS Sông Trà khuya ngoằn ngoèo', 'Đường hoà thuỷ quyển quýt'];
const WAYS = [
  ['Backspace and retype', typeByBackspace],
  ['composition', typeByComposition],
] as const;

describe.each(WAYS)('Vietnamese by %s', (_, type) => {
  it.each(SENTENCES)('comes out right in title, summary and body: %s', async (sentence) => {
    await open();
    await field('Tiêu đề').click();
    await type(sentence);
    await page.keyboard.press('Enter');
    await type(sentence);
    await page.keyboard.press('Enter');
    await type(sentence);
    expect(await field('Tiêu đề').inputValue()).toBe(sentence);
    expect(await body().textContent()).toBe(sentence);
    const { title, summary, body: blocks } = await durable();
    expect([title, summary, textOfBlocks(blocks)]).toEqual([sentence, sentence, sentence]);
  });

  it('comes out right in the middle of other text, in a list, in bold, and beside a link', async () => {
    await open([
      { id: 'p', type: 'paragraph', children: [text('đầu cuối')] },
      { id: 'l', type: 'list', ordered: false, items: [{ id: 'i', children: [{ ...text('mục '), format: 1 }] }] },
      { id: 'k', type: 'paragraph', children: [{ type: 'link', url: 'https://moet.gov.vn', children: [text('Bộ')] }] },
    ]);
    const lines = body().locator('p, li');
    // The test's keys and its clicks reach a busy browser by two ways: each word is on the screen before the next click.
    const goTo = async (line: number, ...keys: string[]): Promise<void> => {
      await lines.nth(line).click();
      await settled();
      for (const key of keys) {
        await page.keyboard.press(key);
        await settled();
      }
    };
    const typed = async (line: number, word: string): Promise<void> => {
      await type(word);
      await expect.poll(() => lines.nth(line).textContent()).toContain(word);
    };
    await goTo(0, 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await typed(0, 'giữa');
    for (const line of [1, 2]) {
      await goTo(line, 'End');
      await typed(line, 'Việt');
    }
    expect(await durable()).toMatchObject({
      body: [
        { id: 'p', children: [text('đầu giữacuối')] },
        { id: 'l', items: [{ id: 'i', children: [{ ...text('mục Việt'), format: 1 }] }] },
        { id: 'k', children: [{ type: 'link', children: [text('Bộ')] }, text('Việt')] },
      ],
    });
  });

  it('keeps its own keys: no Markdown mark is made of brackets, stars or the letter w', async () => {
    await open();
    await body().click();
    await type('[w] *đậm* _nghiêng_ `mã` ~~bỏ~~ [chữ](https://a.vn)');
    expect(textOfBlocks((await durable()).body)).toBe('[w] *đậm* _nghiêng_ `mã` ~~bỏ~~ [chữ](https://a.vn)');
    expect((await durable()).body).toHaveLength(1);
  });
});

describe('within a composition', () => {
  it('what is being composed is durable already, and the screen is left alone', async () => {
    await open();
    await body().click();
    await page.keyboard.type('a ');
    await compose('tiê');
    expect(textOfBlocks((await durable()).body)).toBe('a tiê');
    await compose('tiế');
    await input.send('Input.insertText', { text: 'tiếng' });
    expect(textOfBlocks((await durable()).body)).toBe('a tiếng');
  });

  it('no Markdown mark takes effect', async () => {
    await open();
    await body().click();
    await compose('## ');
    await compose('## đ');
    expect((await durable()).body).toMatchObject([{ type: 'paragraph', children: [text('## đ')] }]);
  });

  it('Enter belongs to the input method', async () => {
    await open();
    await field('Tiêu đề').click();
    await compose('tiế');
    await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter' });
    await input.send('Input.insertText', { text: 'tiếng' });
    await page.keyboard.type('!');
    expect((await durable()).title).toBe('tiếng!');
  });

  it('text in parts (UniKey "tổ hợp") is kept as typed', async () => {
    await open();
    await body().click();
    const parts = 'tiếng Việt'.normalize('NFD');
    for (const part of parts) await page.keyboard.insertText(part);
    expect(textOfBlocks((await durable()).body)).toBe(parts);
  });
});

describe('writing', () => {
  it('goes to the very end of a long post and back with two keys', async () => {
    const blocks = Array.from({ length: 300 }, (_, index) => ({
      ...{ id: `p${index}`, type: 'paragraph' as const },
      children: [text(`Đoạn ${index}`)],
    }));
    await open(blocks);
    await body().locator('p').nth(2).click();
    await settled();
    await page.keyboard.press('Control+End');
    await settled();
    await page.keyboard.type(' cuối');
    await page.keyboard.press('Control+Home');
    await settled();
    await page.keyboard.type('Đầu ');
    const { body: kept } = await durable();
    expect([textOfBlocks(kept.slice(0, 1)), textOfBlocks(kept.slice(-1))]).toEqual(['Đầu Đoạn 0', 'Đoạn 299 cuối']);
  });

  it('makes headings, lists and quotes of the marks a line may start with', async () => {
    await open();
    await body().click();
    await page.keyboard.type('## Mục\n- một\n');
    await page.keyboard.press('Tab');
    await page.keyboard.type('hai\n');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('ba\n\n1. bốn\n\n> năm');
    expect((await durable()).body).toMatchObject([
      { type: 'heading', level: 2, children: [text('Mục')] },
      {
        type: 'list',
        ordered: false,
        items: [
          { children: [text('một')], nested: { items: [{ children: [text('hai')] }] } },
          { children: [text('ba')] },
        ],
      },
      { type: 'list', ordered: true, items: [{ children: [text('bốn')] }] },
      { type: 'quote', children: [text('năm')] },
    ]);
  });

  it('takes words from a page without its looks, its scripts and its unsafe links', async () => {
    await open();
    await body().click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        `<h1 style="color:red">Đầu</h1><p style="text-align:center;font:9px Arial">chữ <b>đậm</b> <font color="red">đỏ</font>
        <a href="javascript:alert(1)">xấu</a> <a href="https://moet.gov.vn">tốt</a><script>alert(1)</script></p>`,
      );
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    expect((await durable()).body).toMatchObject([
      { type: 'heading', level: 2, children: [text('Đầu')] },
      {
        type: 'paragraph',
        children: [
          text('chữ '),
          { ...text('đậm'), format: 1 },
          text(' đỏ xấu '),
          { type: 'link', url: 'https://moet.gov.vn', children: [text('tốt')] },
        ],
      },
    ]);
    expect(await body().locator('[style]').count()).toBe(0);
  });

  it('puts a picture where the writer was and asks for its words at once', async () => {
    await open([
      { id: 'a', type: 'paragraph', children: [text('trước')] },
      { id: 'b', type: 'paragraph', children: [text('sau')] },
    ]);
    await body().getByText('trước').click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Thêm ảnh' }).click(),
    ]);
    await chooser.setFiles([{ name: 'anh.png', mimeType: 'image/png', buffer: Buffer.from('x') }]);
    await field('Mô tả ảnh').click();
    await typeByBackspace('Học sinh trồng cây');
    await field('Chú thích dưới ảnh').click();
    await typeByComposition('Vườn trường');
    await page.getByRole('button', { name: 'Xong' }).click();
    expect((await durable()).body).toMatchObject([
      { id: 'a' },
      {
        type: 'figure',
        media: expect.stringMatching(/^[0-9a-f]{64}$/),
        alt: 'Học sinh trồng cây',
        caption: 'Vườn trường',
      },
      { id: 'b' },
    ]);
  });

  it('keeps every letter of a title that is too long, and says that it must be shortened', async () => {
    await open();
    await field('Tiêu đề').fill('ă'.repeat(305));
    expect((await durable()).title).toBe('ă'.repeat(305));
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('305');
  });
});
