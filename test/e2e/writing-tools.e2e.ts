import { describe, expect } from 'vitest';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { startPost } from './writing.ts';

describe('the tools around the text', () => {
  it('find words whatever their accents, replace them everywhere in one step, and give them back', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const person = await connect(program, portal.url(), 'tacgia');
    await startPost(person, {
      title: 'Đường đến trường',
      summary: 'Con đường mới.',
      body: 'Sửa đường dẫn vào trường.',
    });
    const body = person.field('editor.body');
    const query = person.field('find.query');
    const count = person.document.getByRole('search').getByRole('status');
    const texts = async (): Promise<(string | null)[]> => [
      await person.field('editor.title').inputValue(),
      await person.field('editor.summary').inputValue(),
      await body.textContent(),
    ];

    await page.keyboard.press('Control+h');
    await query.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('duong');
    await count.getByText(say('find.none')).waitFor();
    await person.document.getByText(say('find.accentBlind')).click();
    await count.getByText(say('find.count', { at: 1, count: 3 })).waitFor();
    const painted = (): Promise<number> => page.evaluate(() => CSS.highlights.get('ban-thao-found')?.size ?? 0);
    await expect.poll(painted, { timeout: PATIENCE_MS }).toBe(1);
    await expectAccessible(page, 'find and replace');
    await query.press('Shift+Enter');
    await count.getByText(say('find.count', { at: 3, count: 3 })).waitFor();

    await person.field('find.words').fill('lối');
    await person.button('find.replaceAll').click();
    await expect
      .poll(texts, { timeout: PATIENCE_MS })
      .toEqual(['lối đến trường', 'Con lối mới.', 'Sửa lối dẫn vào trường.']);
    await body.click();
    await page.keyboard.press('Control+z');
    await expect
      .poll(texts, { timeout: PATIENCE_MS })
      .toEqual(['Đường đến trường', 'Con đường mới.', 'Sửa đường dẫn vào trường.']);

    await query.press('Escape');
    await query.waitFor({ state: 'hidden' });
    expect(await painted()).toBe(0);
    await page.keyboard.press('Shift+F1');
    await person.dialog('window.shortcuts.title').getByText(say('shortcut.replace')).waitFor();
    await expectAccessible(page, 'the sheet of shortcuts');
  });

  it('show the outline, only the text, and larger letters that stay for the next time', async ({ programs }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const { keyboard } = page;
    const person = await connect(program, portal.url(), 'tacgia');
    await startPost(person, { title: 'Kế hoạch năm học', summary: 'Tóm tắt.', body: 'Mở đầu.' });
    await keyboard.press('Enter');
    await keyboard.press('Control+Shift+2');
    await keyboard.type('Thời gian');
    await keyboard.press('Enter');
    await keyboard.type('Từ tháng chín.');
    await keyboard.press('F8');
    const outline = page.getByRole('navigation', { name: say('outline.title') });
    const entry = outline.getByRole('button', { name: 'Thời gian' });
    await outline.locator('[aria-current]').getByText('Thời gian').waitFor();
    await expectAccessible(page, 'outline');
    await entry.click();
    await keyboard.type('Về ');
    await outline.getByRole('button', { name: 'Về Thời gian' }).waitFor();

    await keyboard.press('F9');
    await person.list.waitFor({ state: 'hidden' });
    await person.document.getByText(say('window.save.onlyHere')).waitFor();
    await expectAccessible(page, 'focus mode');
    await person.button('tools.focus.leave').click();
    await person.list.waitFor();

    const size = (): Promise<string> => person.field('editor.body').evaluate((body) => getComputedStyle(body).fontSize);
    await page.getByRole('tab', { name: say('window.view.preview') }).click();
    const article = page.frameLocator('iframe');
    await article.locator('header.site').getByText('Trường THCS Sông Trà').waitFor();
    await page.getByRole('button', { name: say('preview.phone') }).click();
    const look = (): Promise<string[]> =>
      article.locator('.post').evaluate((post) => [String(innerWidth), getComputedStyle(post).maxWidth]);
    // 42rem is the site's own measure: the frame wears its style.
    await expect.poll(look, { timeout: PATIENCE_MS }).toEqual(['360', '672px']);
    await expectAccessible(page, 'preview as on a telephone');
    // Printed is the site's page, not the window; a frame that may not print says so on the console.
    await person.button('preview.print').click();
    await page.evaluate(() => {
      const paper = document.querySelector('iframe')?.contentWindow;
      if (paper) paper.print = () => document.body.setAttribute('data-printed', paper.document.title);
    });
    await person.button('preview.print').click();
    await page.locator('body[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    await article.locator('header.site .find').waitFor({ state: 'hidden' });
    await article.locator('header.site').getByText('Trường THCS Sông Trà').waitFor();
    await page.emulateMedia({ media: null });
    await page.getByRole('tab', { name: say('window.view.write') }).click();

    expect(await size()).toBe('17px');
    await person.button('tools.menu').click();
    await page.getByRole('menuitemradio', { name: '150%' }).click();
    await expect.poll(size, { timeout: PATIENCE_MS }).toBe('25.5px');
    await page.reload();
    await person.openPost('Kế hoạch năm học');
    await expect.poll(size, { timeout: PATIENCE_MS }).toBe('25.5px');
  });

  it('come after the text of a post, which stays where it is when they do', async ({ programs }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const person = await connect(program, portal.url(), 'tacgia');
    // The tools take two lines, and the header one, whatever it says of the sync.
    await page.setViewportSize({ width: 1280, height: 700 });
    for (const title of ['Bài thứ nhất', 'Bài thứ hai'])
      await startPost(person, { title, summary: 'Tóm tắt.', body: 'Nội dung.' });

    await page.evaluate(() => {
      const tops: number[] = [];
      const look = (): void => {
        const top = document.querySelector('textarea')?.getBoundingClientRect().top;
        if (top !== undefined && document.querySelector('textarea')?.value === 'Bài thứ nhất') tops.push(top);
        requestAnimationFrame(look);
      };
      look();
      Object.assign(window, { tops });
    });
    await person.openPost('Bài thứ nhất');
    await person.document.getByRole('toolbar').waitFor();
    await person.document.getByRole('tab', { name: say('window.view.preview') }).waitFor();
    const tops = (): Promise<number[]> => page.evaluate(() => [...(window as unknown as { tops: number[] }).tops]);
    await expect.poll(async () => (await tops()).length, { timeout: PATIENCE_MS }).toBeGreaterThan(2);
    expect(new Set(await tops()).size).toBe(1);
  });
});
