import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import {
  Document,
  Math as Formula,
  HeadingLevel,
  LevelFormat,
  MathFraction,
  MathRun,
  MathSuperScript,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../main/backend/import/index.ts';
import { findBrowser, thisComputer } from '../../main/browser/find-browser.ts';
import type { PageProbe } from '../../renderer/editor/testing/page/page.tsx';
import { type Block, textOfBlocks } from '../../shared/content/index.ts';
import { expectAccessible } from './accessible.ts';

/** Pages pasted into the editor in a real browser: what the journal made durable, and what the person is told. */
const ROOT = resolve(import.meta.dirname, '../..');
/** The editor alone is no whole page. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'html-has-lang'];
const FIXTURES = join(ROOT, 'test/fixtures/clipboard');

let folder: string;
let server: PreviewServer;
let browser: Browser;
let page: Page;
let opened = 0;
const errors: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paste-'));
  const site = { root: join(ROOT, 'renderer/editor/testing/page'), configFile: false, logLevel: 'error' } as const;
  await build({ ...site, plugins: [react()], build: { outDir: folder, minify: false } });
  server = await preview({ ...site, build: { outDir: folder }, preview: { host: '127.0.0.1', port: 0 } });
  const executablePath = findBrowser(thisComputer());
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  page = await browser.newPage();
  await page.exposeFunction('readDocx', ({ data }: { data: string }) => readDocx(Buffer.from(data, 'base64')));
  page.on('pageerror', (error) => errors.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => expect(errors.splice(0)).toEqual([]));

const body = (): Locator => page.getByRole('textbox', { name: 'Nội dung bài viết', exact: true });
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const durable = async (): Promise<Block[]> =>
  (await page.evaluate(() => (window as unknown as { probe: PageProbe }).probe.durable())).body;
const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });

async function open(blocks: readonly Block[] = []): Promise<void> {
  opened += 1;
  await page.goto(`${server.resolvedUrls?.local[0]}?${opened}#${encodeURIComponent(JSON.stringify(blocks))}`);
  await body().click();
}

/** Pastes as the browser does: one event with what the other program put on the clipboard. */
function paste(data: Readonly<Record<string, string>>): Promise<void> {
  return body().evaluate((element, all) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(all)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}
const fixture = (name: string) => ({ 'text/html': readFileSync(join(FIXTURES, name), 'utf8'), 'text/plain': 'x' });

describe('pasting', () => {
  it('keeps the structure of a page from Word', async () => {
    await open();
    await paste(fixture('word.html'));
    await page.getByText('1 ảnh không lấy kèm được').waitFor();
    const blocks = await durable();
    expect(blocks.slice(0, 3).map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list']);
    expect(textOfBlocks(blocks)).toContain('Sĩ số');
  });

  it('shows what an old font became, before and after, and takes it back in one step', async () => {
    await open([paragraph('p', 'Mở đầu.')]);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await paste(fixture('word-tcvn3.html'));
    await page.getByText('“Phßng Gi¸o dôc& §µo t¹o hiÖp hoµ” thành “PHÒNG GIÁO DỤC& ĐÀO TẠO HIỆP HOÀ”').waitFor();
    await expectAccessible(page, 'what a paste changed', PAGE_RULES);
    expect(textOfBlocks(await durable())).toContain('Trường tiểu học số 1 – Café © 2026');
    await button('Bỏ phần vừa dán').click();
    expect(textOfBlocks(await durable()).trim()).toBe('Mở đầu.');
  });

  it('offers to convert plain text, and does so only when told', async () => {
    await open();
    await paste({ 'text/plain': 'Tröôøng Tieåu hoïc Nguyeãn Vaên Troãi' });
    await button('Chuyển sang Unicode').waitFor();
    expect(textOfBlocks(await durable())).toContain('Tröôøng');
    await page.keyboard.type(' nay');
    await button('Chuyển sang Unicode').click();
    expect(textOfBlocks(await durable())).toBe('Trường Tiểu học Nguyễn Văn Trỗi nay');
  });

  it('puts a page into the cell of the cursor as lines, and says so', async () => {
    const cells = ['Môn', 'Giờ'].map((text) => ({ children: [{ type: 'text', text }] }));
    const rows = [{ id: 'r', cells }];
    await open([
      { id: 't', type: 'table', headerRow: false, headerColumn: false, rows } as Block,
      paragraph('p', 'sau'),
    ]);
    await page.getByText('Môn').click();
    await page.keyboard.press('End');
    await paste({ 'text/html': '<ul><li>Toán</li><li>Văn</li></ul>', 'text/plain': 'x' });
    await page.getByText('vì ô bảng chỉ chứa chữ').waitFor();
    expect(textOfBlocks(await durable())).toBe('Môn– Toán\n– Văn\nGiờ\nsau');
  });

  it('puts a long page where the cursor is', async () => {
    await open([paragraph('a', 'đầu'), paragraph('b', 'cuối')]);
    await page.getByText('đầu').click();
    await page.keyboard.press('End');
    await paste({ 'text/html': '<p>giữa</p>'.repeat(70), 'text/plain': 'x' });
    await expect.poll(async () => (await durable()).length).toBe(72);
    expect((await durable()).at(-1)).toMatchObject({ id: 'b' });
  });

  it('puts a phrase within the sentence', async () => {
    await open([paragraph('p', 'Trước sau')]);
    await page.keyboard.press('Home');
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowRight');
    await paste({ 'text/html': '<p style="color:red"><b>giữa</b> </p>', 'text/plain': 'giữa' });
    expect(textOfBlocks(await durable())).toBe('Trước giữasau');
    expect(await durable()).toHaveLength(1);
  });

  it('takes words dragged in from another program as if they were pasted where they are let go', async () => {
    await open();
    await paste({ 'text/html': '<p>một hai</p><p>cuối</p>', 'text/plain': 'x' });
    const last = body().getByText('cuối');
    await last.waitFor();
    const { 'text/html': html } = fixture('word.html');
    await last.evaluate((element, dragged) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/html', dragged);
      const { right, top, height } = element.getBoundingClientRect();
      const at = { clientX: right - 2, clientY: top + height / 2 };
      for (const type of ['dragover', 'drop'])
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, ...at }));
    }, html);
    await page.getByText('1 ảnh không lấy kèm được').waitFor();
    const blocks = await durable();
    expect(textOfBlocks(blocks)).toMatch(/^một hai\s+cuối/);
    expect(blocks.map(({ type }) => type)).toContain('list');
    expect(textOfBlocks(blocks)).toContain('Sĩ số');
  });

  it('brings in a long page in steps that can be stopped, and leaves nothing of it then', async () => {
    await open([paragraph('p', 'Mở đầu.')]);
    await page.keyboard.press('Control+End');
    const html = '<p style="color:blue">Một đoạn văn của trang dài, có chữ <b>đậm</b>.</p>'.repeat(2_000);
    await paste({ 'text/html': html, 'text/plain': 'x' });
    await button('Dừng').click();
    await button('Dừng').waitFor({ state: 'detached' });
    expect(textOfBlocks(await durable())).toBe('Mở đầu.');

    await body().click();
    await page.keyboard.press('Control+End');
    await paste({ 'text/html': html, 'text/plain': 'x' });
    await button('Dừng').waitFor();
    await page.keyboard.type(' Gõ tiếp.');
    await button('Dừng').waitFor({ state: 'detached', timeout: 60_000 });
    const blocks = await durable();
    expect(blocks).toHaveLength(2_001);
    expect(textOfBlocks(blocks.slice(0, 1))).toBe('Mở đầu. Gõ tiếp.');
  });

  it('puts a second page in only when the first is in whole, and loses neither', async () => {
    await open([paragraph('p', 'Mở đầu.')]);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    const first = Array.from({ length: 1_500 }, (_, at) => `dòng ${at}`);
    await paste({ 'text/html': first.map((words) => `<p>${words}</p>`).join(''), 'text/plain': 'x' });
    await button('Dừng').waitFor();
    await paste({ 'text/html': '<p>hai một</p><p>hai hai</p>', 'text/plain': 'x' });
    await body().getByText('hai hai').waitFor({ timeout: 60_000 });
    await button('Dừng').waitFor({ state: 'detached', timeout: 60_000 });
    const lines = textOfBlocks(await durable()).split('\n');
    expect(lines.filter((line) => line !== '')).toEqual(['Mở đầu.', ...first, 'hai một', 'hai hai']);
  });

  it('keeps the words of the formulas of Word, and asks to look them over', async () => {
    await open();
    await paste(fixture('word-equation.html'));
    await page.getByText('Viết 2 công thức thành một dòng chữ').waitFor();
    const blocks = await durable();
    expect(textOfBlocks(blocks).trim()).toBe('Giải phương trình x2+√2=0 trên ℝ.\n(x+1)/2\nHết.');
    expect(blocks[0]).toMatchObject({ children: [{}, { text: '2', format: 64 }, {}] });
  });

  it('says before it begins that a page has more than a post can hold', async () => {
    await open();
    await paste({ 'text/html': '<p>a</p>'.repeat(5_100), 'text/plain': 'x' });
    await page.getByText('Phần này có 5100 đoạn, bài chỉ còn chỗ cho').waitFor();
    expect(textOfBlocks(await durable())).toBe('');
  });
});

describe('bringing in a file', () => {
  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      button('Đưa nội dung từ tệp Word vào bài').click(),
    ]);
    await chooser.setFiles([{ name, mimeType: '', buffer }]);
  };

  it('shows a Word document first, then puts it into the post, to be undone in one step', async () => {
    await open();
    const children = [new Paragraph({ text: 'Kế hoạch', heading: HeadingLevel.HEADING_1 }), new Paragraph('Bảy giờ.')];
    await choose('kế hoạch.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));
    await page.getByRole('dialog', { name: 'Đưa “kế hoạch.docx” vào bài' }).waitFor();
    expect(textOfBlocks(await durable())).toBe('');
    await expectAccessible(page, 'the preview of a document', PAGE_RULES);
    await button('Đưa vào bài').click();
    await body().getByRole('heading', { name: 'Kế hoạch' }).waitFor();
    expect((await durable()).map(({ type }) => type)).toEqual(['heading', 'paragraph']);
    await button('Hoàn tác').click();
    expect(textOfBlocks(await durable())).toBe('');
  });

  it('keeps the formulas and the letters of the lists of a Word document', async () => {
    await open();
    const formula = new Formula({
      children: [
        new MathFraction({ numerator: [new MathRun('x+1')], denominator: [new MathRun('2')] }),
        new MathSuperScript({ children: [new MathRun('y')], superScript: [new MathRun('3')] }),
      ],
    });
    const levels = [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '%1)', start: 1 }];
    const item = (text: string) => new Paragraph({ text, numbering: { reference: 'point', level: 0 } });
    const children = [new Paragraph({ children: [new TextRun('Tính '), formula] }), item('một'), item('hai')];
    const document = new Document({
      numbering: { config: [{ reference: 'point', levels }] },
      sections: [{ children }],
    });
    await choose('đề.docx', await Packer.toBuffer(document));
    await page.getByRole('dialog').getByText('Viết 1 công thức thành một dòng chữ').waitFor();
    expect(await page.getByRole('dialog').locator('sup').textContent()).toBe('3');
    await button('Đưa vào bài').click();
    await body().getByText('b) hai').waitFor();
    expect(textOfBlocks(await durable()).trim()).toBe('Tính ((x+1)/2)y3\na) một\nb) hai');
  });

  it('says that it reads a document, and stops when told to', async () => {
    await open();
    await page.evaluate(() => {
      (window as unknown as { readDocx: () => Promise<never> }).readDocx = () => new Promise(() => undefined);
    });
    await choose('dài.docx', Buffer.from('x'));
    await page.getByText('Đang đọc tệp “dài.docx”…').waitFor();
    await button('Dừng').click();
    await page.getByText('Đang đọc tệp “dài.docx”…').waitFor({ state: 'hidden' });
    expect(await page.getByRole('dialog').count()).toBe(0);
    await body().click();
    await page.keyboard.type('Viết tiếp.');
    expect(textOfBlocks(await durable())).toBe('Viết tiếp.');
  });

  it('says in the look at a document that it is more than the post can hold', async () => {
    await open();
    await choose('dài.html', Buffer.from('<p>a</p>'.repeat(5_100)));
    await page.getByRole('dialog').getByText('Phần này có 5100 đoạn, bài chỉ còn chỗ cho').waitFor();
    expect(await button('Đưa vào bài').getAttribute('aria-disabled')).toBe('true');
    await button('Hủy').click();
    expect(textOfBlocks(await durable())).toBe('');
  });

  it('takes a web page without what runs in it, and says why it takes no old Word file', async () => {
    await open();
    await choose('trang.html', Buffer.from('<h2>Tin</h2><script>alert(1)</script><p>Chữ</p>'));
    await page.getByText('Bỏ 1 thành phần chạy được').waitFor();
    await button('Đưa vào bài').click();
    await body().getByText('Chữ').waitFor();
    await choose('cũ.doc', Buffer.from('x'));
    await page.getByText('Chỉ đưa được tệp .docx').waitFor();
  });
});
