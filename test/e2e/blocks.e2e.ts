import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, thisComputer } from '../../main/browser/find-browser.ts';
import type { PageProbe } from '../../renderer/editor/testing/page/page.tsx';
import type { Block } from '../../shared/content/index.ts';
import { expectAccessible } from './accessible.ts';
import { say } from './words.ts';

/** Blocks that are more than words, made and changed in a real browser with keyboard and menus. */
/** The editor stands here without the window around it, which has the landmarks and headings. */
const BARE_PAGE = ['landmark-one-main', 'page-has-heading-one', 'region'];
const ROOT = resolve(import.meta.dirname, '../..');

let folder: string;
let server: PreviewServer;
let browser: Browser;
let page: Page;
let opened = 0;
const errors: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'blocks-'));
  const site = { root: join(ROOT, 'renderer/editor/testing/page'), configFile: false, logLevel: 'error' } as const;
  await build({ ...site, plugins: [react()], build: { outDir: folder, minify: false } });
  server = await preview({ ...site, build: { outDir: folder }, preview: { host: '127.0.0.1', port: 0 } });
  const executablePath = findBrowser(thisComputer());
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 1024, height: 640 } });
  page.on('pageerror', (error) => errors.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => expect(errors.splice(0)).toEqual([]));

async function open(blocks: readonly Block[] = []): Promise<void> {
  opened += 1;
  await page.goto(`${server.resolvedUrls?.local[0]}?${opened}#${encodeURIComponent(JSON.stringify(blocks))}`);
  await body().waitFor();
  await body().click();
}

const body = (): Locator => page.getByRole('textbox', { name: say('editor.body') });
const button = (message: Parameters<typeof say>[0]): Locator => page.getByRole('button', { name: say(message) });
const durable = async (): Promise<Block[]> =>
  (await page.evaluate(() => (window as unknown as { probe: PageProbe }).probe.durable())).body;

async function choose(menu: Parameters<typeof say>[0], item: Parameters<typeof say>[0]): Promise<void> {
  await button(menu).click();
  await page.getByRole('menuitem', { name: say(item), exact: true }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden' });
}

const cellsOf = (block: Block | undefined): unknown =>
  (block as { rows: { cells: { children: { text?: string }[] }[] }[] }).rows.map(({ cells }) =>
    cells.map(({ children }) => children.map(({ text }) => text ?? '|').join('')),
  );

describe('a table', () => {
  it('is made from the menu, filled by keyboard with Tab, and grows with Tab in its last cell', async () => {
    await open();
    await choose('editor.tool.insert', 'editor.tool.table');
    for (const [at, words] of ['Môn', 'Ngày', 'Giờ', 'Toán', '12/5', '7h', 'Văn', '13/5', '7h30'].entries()) {
      if (at > 0) await page.keyboard.press('Tab');
      await page.keyboard.type(words);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.type('- Anh');
    await expect
      .poll(async () => cellsOf((await durable())[0]))
      .toEqual([
        ['Môn', 'Ngày', 'Giờ'],
        ['Toán', '12/5', '7h'],
        ['Văn', '13/5', '7h30'],
        ['- Anh', '', ''],
      ]);
    await page.keyboard.press('Tab');
    await page.keyboard.type('14/5');
    await choose('editor.table.menu', 'editor.table.column_remove');
    await choose('editor.table.menu', 'editor.table.settings');
    const dialog = page.getByRole('dialog', { name: say('editor.table.dialog') });
    await dialog.getByRole('textbox', { name: say('editor.table.caption') }).fill('Lịch thi');
    await dialog.getByRole('checkbox', { name: say('editor.table.headerColumn') }).check();
    await dialog.getByRole('checkbox', { name: say('editor.table.widths') }).check();
    await expectAccessible(page, 'table dialog', BARE_PAGE);
    await dialog.getByRole('button', { name: say('editor.done') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expectAccessible(page, 'table', BARE_PAGE);
    expect(await durable()).toMatchObject([
      { type: 'table', caption: 'Lịch thi', headerRow: true, headerColumn: true, widths: [500, 500] },
      { type: 'paragraph' },
    ]);
    await expect.poll(() => page.locator('th').count()).toBe(5);
  });
});

describe('a notice box', () => {
  it('takes the words of its paragraph, and Backspace at its start gives them back', async () => {
    await open();
    await page.keyboard.type('Nghỉ học');
    await choose('editor.tool.insert', 'editor.tool.important');
    await page.keyboard.type(' ngày mai');
    await expect
      .poll(durable)
      .toMatchObject([{ type: 'callout', tone: 'important', children: [{ text: 'Nghỉ học ngày mai' }] }]);
    await expectAccessible(page, 'notice box', BARE_PAGE);
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    await expect.poll(durable).toMatchObject([{ type: 'paragraph', children: [{ text: 'Nghỉ học ngày mai' }] }]);
  });
});

describe('cursor keys pressed faster than the browser tells of them', () => {
  it('lead where they should, each time, and the next key acts there', async () => {
    for (let round = 0; round < 6; round += 1) {
      await open([{ id: 'p', type: 'paragraph', children: [{ type: 'text', text: 'đầu cuối' }] }]);
      await body().getByText('đầu cuối').click();
      for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
        await page.keyboard.press(key);
      await page.keyboard.type('giữa ');
      await expect.poll(durable).toMatchObject([{ children: [{ text: 'đầu giữa cuối' }] }]);
    }
  });
});

describe('small letters and moving', () => {
  it('sets H₂O with the keyboard, and moves its block up and back by undo', async () => {
    await open();
    await page.keyboard.type('nước');
    await page.keyboard.press('Enter');
    await page.keyboard.type('H');
    await page.keyboard.press('Control+,');
    await page.keyboard.type('2');
    await page.keyboard.press('Control+,');
    await page.keyboard.type('O');
    const water = { children: [{ text: 'H' }, { text: '2', format: 32 }, { text: 'O' }] };
    await expect.poll(durable).toMatchObject([{}, water]);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(durable).toMatchObject([water, {}]);
    await page.keyboard.press('Control+z');
    await expect.poll(durable).toMatchObject([{}, water]);
  });
});

const fileNamed = (name: string, mimeType = 'image/png') => ({ name, mimeType, buffer: Buffer.from(name) });

/** Chooses a thing of the insert menu that asks for files, and gives it these. */
async function insertFiles(item: Parameters<typeof say>[0], names: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await choose('editor.tool.insert', item);
  await (await chooser).setFiles(names.map((name) => fileNamed(name)));
}

/** Drops files on the body, or pastes them. */
async function bring(how: 'drop' | 'paste', names: readonly (readonly [name: string, type: string])[]): Promise<void> {
  await body().evaluate(
    (target, [way, files]) => {
      const data = new DataTransfer();
      for (const [name, type] of files) data.items.add(new File([`<p>${name}</p>`], name, { type }));
      const { x, y } = target.getBoundingClientRect();
      const place = { bubbles: true, cancelable: true, clientX: x + 5, clientY: y + 5 };
      target.dispatchEvent(
        way === 'drop'
          ? new DragEvent('drop', { ...place, dataTransfer: data })
          : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
      );
    },
    [how, names] as const,
  );
}

describe('a gallery', () => {
  it('is made of many pictures at once, described and put in order in its dialog, and taken back in one step', async () => {
    await open();
    await insertFiles('editor.tool.gallery', ['a.png', 'broken.png', 'b.png']);
    await page.getByText(say('error.picture_broken', { name: 'broken.png' })).waitFor();
    const dialog = page.getByRole('dialog', { name: say('editor.gallery.dialog') });
    const second = dialog.getByRole('group', { name: say('editor.gallery.place', { place: 2, count: 2 }) });
    await second.getByRole('textbox', { name: say('editor.picture.alt') }).fill('Học sinh dựng trại');
    await expectAccessible(page, 'gallery dialog', BARE_PAGE);
    await second.getByRole('button', { name: say('editor.gallery.earlier') }).click();
    await dialog.getByRole('textbox', { name: say('editor.gallery.caption') }).fill('Hội trại');
    await dialog.getByRole('button', { name: say('editor.done') }).click();
    await dialog.waitFor({ state: 'hidden' });
    const gallery = { type: 'gallery', caption: 'Hội trại', items: [{ alt: 'Học sinh dựng trại' }, { alt: '' }] };
    await expect.poll(durable).toMatchObject([gallery, { type: 'paragraph' }]);
    await page.getByText(say('editor.gallery.no_alt', { count: 1 })).waitFor();
    await expectAccessible(page, 'gallery', BARE_PAGE);
    await body().press('Control+z');
    await expect.poll(durable).toMatchObject([{ items: [{ alt: '' }, { alt: '' }] }, {}]);
  });
});

describe('a picture', () => {
  it('is cut, and its main point named, by keyboard alone', async () => {
    await open();
    const chooser = page.waitForEvent('filechooser');
    await button('editor.tool.picture').click();
    await (await chooser).setFiles([fileNamed('a.png')]);
    const words = page.getByRole('dialog', { name: say('editor.picture.dialog') });
    const frame = page.getByRole('dialog', { name: say('picture.frame.title') });
    const slide = (message: Parameters<typeof say>[0]): Locator => frame.getByRole('slider', { name: say(message) });
    await words.getByRole('button', { name: say('picture.frame.open') }).press('Enter');
    await slide('picture.focus.x').press('End');
    await expectAccessible(page, 'crop', BARE_PAGE);
    await frame.getByRole('button', { name: say('picture.frame.done') }).press('Enter');
    await frame.waitFor({ state: 'hidden' });
    const [before] = await durable();
    expect(before).toMatchObject({ type: 'figure', focus: { x: 100, y: 50 } });
    await words.getByRole('button', { name: say('picture.frame.open') }).press('Enter');
    for (let press = 0; press < 10; press += 1) await slide('picture.frame.left').press('ArrowRight');
    await frame.getByRole('button', { name: say('picture.frame.done') }).press('Enter');
    await frame.waitFor({ state: 'hidden' });
    const [after] = await durable();
    expect(after).toMatchObject({ id: before?.id, focus: { x: 100, y: 50 } });
    expect((after as { media: string }).media).not.toBe((before as { media: string }).media);
    await page.keyboard.press('Escape');
    await words.waitFor({ state: 'hidden' });
  });
});

describe('a video', () => {
  it('is a card that loads nothing from its site, opened by Enter to change it and taken out by Delete', async () => {
    await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await choose('editor.tool.insert', 'editor.tool.video');
    const dialog = page.getByRole('dialog', { name: say('editor.video.dialog') });
    const address = dialog.getByRole('textbox', { name: say('editor.video.address') });
    await address.fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await dialog.getByText(say('editor.video.invalid')).waitFor();
    await address.fill('youtu.be/dQw4w9WgXcQ');
    await expectAccessible(page, 'video dialog', BARE_PAGE);
    await dialog.getByRole('textbox', { name: say('editor.video.title') }).fill('Văn nghệ');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const video = { type: 'video', url: 'https://youtu.be/dQw4w9WgXcQ', title: 'Văn nghệ' };
    await expect.poll(durable).toMatchObject([video, { type: 'paragraph' }]);
    await expectAccessible(page, 'video', BARE_PAGE);
    expect(asked.filter((url) => !url.includes('127.0.0.1') && !url.includes('localhost'))).toEqual([]);
    await body().press('ArrowUp');
    await page.getByText(say('editor.card.keys')).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: say('editor.video.title') }).fill('Tốp ca');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(durable).toMatchObject([{ ...video, title: 'Tốp ca' }, {}]);
    await page.getByText(say('editor.card.keys')).waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(durable).toMatchObject([{ type: 'paragraph' }]);
  });
});

describe('files from outside', () => {
  it('become pictures, a look at a document, and attached files, all of one drop', async () => {
    await open();
    await bring('drop', [
      ['a.png', 'image/png'],
      ['Kế hoạch.pdf', 'application/pdf'],
      ['b.png', 'image/png'],
      ['setup.exe', ''],
      ['thông báo.html', 'text/html'],
    ]);
    await page.getByText(say('error.file_kind', { name: 'setup.exe' })).waitFor();
    const preview = page.getByRole('dialog', { name: say('import.preview', { name: 'thông báo.html' }) });
    await preview.getByRole('button', { name: say('editor.cancel') }).click();
    await preview.waitFor({ state: 'hidden' });
    await expect
      .poll(async () => (await durable()).map(({ type }) => type).sort())
      .toEqual(['figure', 'figure', 'file', 'paragraph']);
    const card = page.getByRole('figure', { name: say('editor.file.label', { name: 'Kế hoạch.pdf' }) });
    await card.getByText('tệp PDF, 1 KB').waitFor();
    await expectAccessible(page, 'attached file', BARE_PAGE);
    await card.getByRole('button', { name: say('editor.file.save') }).click();
    await page.getByText(say('editor.file.saved', { place: '/Downloads/Kế hoạch.pdf' })).waitFor();
    await card.getByRole('button', { name: say('editor.file.edit') }).click();
    const dialog = page.getByRole('dialog', { name: say('editor.file.dialog') });
    await dialog.getByRole('textbox', { name: say('editor.file.title') }).fill('Kế hoạch năm học');
    await dialog.getByRole('button', { name: say('editor.done') }).click();
    await page.getByRole('figure', { name: say('editor.file.label', { name: 'Kế hoạch năm học' }) }).waitFor();
    await bring('paste', [['c.png', 'image/png']]);
    await expect.poll(async () => (await durable()).filter(({ type }) => type === 'figure').length).toBe(3);
  });
});

describe('many pictures at once', () => {
  it.each(['drop', 'paste'] as const)(
    'come in by %s with how far they are, and are given up in one step',
    async (how) => {
      await open();
      const names = ['a.png', 'slow.png', 'c.png', 'd.png', 'e.png', 'f.png', 'g.png'];
      await bring(
        how,
        names.map((name) => [name, 'image/png'] as const),
      );
      await page.getByText(say('editor.intake.title', { done: 2, count: 7 })).waitFor();
      await page.getByText(say('editor.intake.rest', { count: 1 })).waitFor();
      await expectAccessible(page, 'pictures on their way', BARE_PAGE);
      await button('editor.intake.stop').click();
      await button('editor.intake.stop').waitFor({ state: 'hidden' });
      await expect.poll(async () => (await durable()).filter(({ type }) => type === 'figure').length).toBe(1);
    },
  );

  it('are taken by the post when they are dropped beside its body', async () => {
    await open();
    await page.getByRole('textbox', { name: say('editor.title') }).evaluate((title) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['a'], 'a.png', { type: 'image/png' }));
      title.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    });
    await expect.poll(async () => (await durable()).map(({ type }) => type)).toContain('figure');
  });
});

describe('a block of a newer version', () => {
  it('shows its place, survives what is written, moved and undone around it, and comes out value for value', async () => {
    const newer = {
      id: 'n',
      type: 'poll',
      question: 'Cafe\u0301?',
      answers: [{ text: 'a', votes: 3 }],
      x: null,
    } as Block;
    const odd = { id: 'o', type: 'paragraph', children: [], mood: { glow: [1, 'hai'] } } as Block;
    const text = (id: string, words: string): Block => ({
      id,
      type: 'paragraph',
      children: [{ type: 'text', text: words }],
    });
    await open([text('a', 'trước'), newer, odd, text('b', 'sau')]);
    await expect.poll(() => page.getByText(say('editor.unknown.newer_version')).count()).toBe(2);
    await expectAccessible(page, 'a block of a newer version', BARE_PAGE);
    const kept = async (): Promise<Block[]> => (await durable()).filter(({ id }) => id === 'n' || id === 'o');
    // A click on its place selects it as a whole: it is moved, and the arrow keys lead out of it.
    await page.getByText(say('editor.unknown.newer_version')).first().click();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await durable()).map(({ id }) => id)).toEqual(['a', 'o', 'n', 'b']);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await durable()).map(({ id }) => id)).toEqual(['a', 'n', 'o', 'b']);
    await page.getByText(say('editor.unknown.newer_version')).first().click();
    await page.keyboard.press('ArrowUp');
    await body().press('Control+Home');
    await page.keyboard.type('Ngay ');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await durable()).map(({ id }) => id)).toEqual(['n', 'a', 'o', 'b']);
    expect(await kept()).toEqual([newer, odd]);
    await body().press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(kept).toEqual([]);
    await body().press('Control+z');
    await expect.poll(kept).toEqual([newer, odd]);
    await body().press('Control+End');
    await page.keyboard.type(' đó');
    await expect.poll(async () => (await durable()).at(-1)).toMatchObject({ children: [{ text: 'sau đó' }] });
    expect(await kept()).toEqual([newer, odd]);
  });
});

describe('a table beyond its limit', () => {
  it('is kept and says so, instead of speaking of a newer version', async () => {
    const rows = Array.from({ length: 501 }, (_, at) => ({ id: `r${at}`, cells: [{ children: [] }] }));
    const long = { id: 't', type: 'table', headerRow: false, headerColumn: false, rows } as Block;
    await open([long, { id: 'p', type: 'paragraph', children: [] }]);
    await page.getByText(say('editor.unknown.too_many_rows', { most: 500 })).waitFor();
    await body().press('Control+End');
    await page.keyboard.type('sau');
    await expect.poll(durable).toMatchObject([long, { children: [{ text: 'sau' }] }]);
  });
});

describe('the slash menu', () => {
  const list = (): Locator => page.getByRole('listbox', { name: say('editor.slash.label') });
  const active = async (): Promise<string> => {
    const id = await body().getAttribute('aria-activedescendant');
    return id === null ? '' : ((await page.locator(`[id="${id}"]`).textContent()) ?? '').trim();
  };

  it('filters without marks, inserts by keyboard, and is one step to undo with its slash', async () => {
    await open();
    await page.keyboard.type('Lịch thi /bang');
    await expect.poll(() => list().getByRole('option').allTextContents()).toEqual([` ${say('editor.tool.table')}`]);
    await expectAccessible(page, 'slash menu', BARE_PAGE);
    await page.keyboard.press('Enter');
    await list().waitFor({ state: 'hidden' });
    await expect.poll(durable).toMatchObject([{ children: [{ text: 'Lịch thi ' }] }, { type: 'table' }, {}]);
    await page.keyboard.press('Control+z');
    await expect.poll(durable).toMatchObject([{ children: [{ text: 'Lịch thi /bang' }] }]);
  });

  it('is walked with arrows and names the active item to a screen reader; Escape leaves the slash as text', async () => {
    await open();
    await page.keyboard.type('/');
    await list().waitFor();
    expect(await active()).toBe(say('editor.tool.h2'));
    await page.keyboard.press('ArrowUp');
    await expect.poll(active).toBe(say('import.tool'));
    await page.keyboard.press('Escape');
    await list().waitFor({ state: 'hidden' });
    expect(await body().getAttribute('aria-activedescendant')).toBe(null);
    await page.keyboard.type('de muc');
    expect(await list().count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.type('/đề mục lớn');
    await expect.poll(active).toBe(say('editor.tool.h2'));
    await page.keyboard.press('Tab');
    await page.keyboard.type('Chuẩn bị');
    await expect
      .poll(durable)
      .toMatchObject([{ children: [{ text: '/de muc' }] }, { type: 'heading', children: [{ text: 'Chuẩn bị' }] }]);
  });

  it('stays shut in the middle of a word, for what UniKey sends, and within a composition', async () => {
    await open();
    const cdp = await page.context().newCDPSession(page);
    await page.keyboard.type('và/hoặc 12/KH');
    expect(await list().count()).toBe(0);
    await page.keyboard.press('Enter');
    // UniKey's own letters come without a place on the keyboard.
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: '/', text: '/' });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: '/' });
    await expect.poll(durable).toMatchObject([{}, { children: [{ text: '/' }] }]);
    expect(await list().count()).toBe(0);
    await page.keyboard.press('Enter');
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      code: 'Slash',
      key: 'Process',
    });
    await cdp.send('Input.imeSetComposition', { text: '/', selectionStart: 1, selectionEnd: 1 });
    await cdp.send('Input.insertText', { text: '/' });
    await expect.poll(durable).toMatchObject([{}, {}, { children: [{ text: '/' }] }]);
    expect(await list().count()).toBe(0);
  });
});

describe('a block dragged by its handle', () => {
  it('goes where the line shows, keeps its id, and comes back in one step', async () => {
    const words = ['một', 'hai', 'ba'];
    await open(words.map((text, at) => ({ id: `b${at}`, type: 'paragraph', children: [{ type: 'text', text }] })));
    const ids = async (): Promise<string[]> => (await durable()).map(({ id }) => id);
    const boxOf = async (text: string) => {
      const box = await body().getByText(text, { exact: true }).boundingBox();
      if (box === null) throw new Error(`no ${text} on the screen`);
      return box;
    };
    const first = await boxOf('một');
    await page.mouse.move(first.x + 20, first.y + first.height / 2);
    const handle = await button('editor.drag').boundingBox();
    if (handle === null) throw new Error('no handle');
    const last = await boxOf('ba');
    await page.mouse.move(handle.x + 8, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(handle.x + 8, last.y + last.height - 3, { steps: 4 });
    await page.mouse.up();
    await expect.poll(ids).toEqual(['b1', 'b2', 'b0']);
    await body().press('Control+z');
    await expect.poll(ids).toEqual(['b0', 'b1', 'b2']);
  });
});

describe('a list in a list', () => {
  const item = (id: string, text: string, ...inner: object[]) => ({
    id,
    children: [{ type: 'text', text }],
    ...(inner.length === 0 ? {} : { nested: { ordered: false, items: inner } }),
  });

  it('comes a level up with Shift+Tab, and what is in it with it', async () => {
    const items = [item('a', 'một', item('b', 'hai', item('c', 'ba'), item('d', 'bốn')))];
    await open([{ id: 'l', type: 'list', ordered: false, items } as unknown as Block]);
    await page.getByText('hai', { exact: true }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+Tab');
    await expect
      .poll(async () => (await durable())[0])
      .toMatchObject({ items: [item('a', 'một'), item('b', 'hai', item('c', 'ba'), item('d', 'bốn'))] });
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
