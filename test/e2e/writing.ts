import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { categoryName } from '../../shared/rules/index.ts';
import type { Person } from './person.ts';
import { PATIENCE_MS } from './program.ts';
import { say } from './words.ts';

const PICTURES = join(import.meta.dirname, '../../build/sample/pictures');

/** Chooses one of the sample unit's pictures, as a PNG file, in the dialog that the button opens. */
export async function choosePicture({ page }: Person, button: Locator, name: string): Promise<void> {
  const png = await sharp(readFileSync(join(PICTURES, `${name}.svg`)))
    .png()
    .toBuffer();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles([{ name: `${name}.png`, mimeType: 'image/png', buffer: png }]);
}

/** Starts a new post and types its title, summary and first paragraph; the cursor stays at the end of the body. */
export async function startPost(
  person: Person,
  { title, summary, body }: { title: string; summary: string; body: string },
): Promise<void> {
  const { keyboard } = person.page;
  await person.button('window.list.create').click();
  await person.field('editor.title').and(person.page.locator(':focus')).waitFor();
  await keyboard.type(title);
  await keyboard.press('Enter');
  await keyboard.type(summary);
  await keyboard.press('Enter');
  await keyboard.type(body);
}

/** Chooses the category that most tests use. */
export function chooseNews(person: Person): Promise<void> {
  return person.choose('window.field.category', categoryName('B2', 'vi'));
}

/** Puts the cursor at the end of the body of the open post. */
export async function goToEnd({ page, field }: Person): Promise<void> {
  const body = field('editor.body');
  await body.click();
  await page.keyboard.press('Control+End');
  await expect.poll(() => body.evaluate(isCursorAtEnd), { timeout: PATIENCE_MS }).toBe(true);
}

/** Whether the cursor is there and the editor has been told so: the browser does that by the next frame it draws. */
async function isCursorAtEnd(body: Element): Promise<boolean> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || !body.contains(selection.anchorNode)) return false;
  const rest = selection.getRangeAt(0).cloneRange();
  rest.setEnd(body, body.childNodes.length);
  return selection.isCollapsed && rest.toString() === '';
}

/** Goes on in the body with a heading, a list and a link, each made with the keyboard alone. */
export async function typeRichBody({ page, dialog }: Person): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('Enter');
  await keyboard.press('Control+Shift+2');
  await keyboard.type('Chuẩn bị từ sớm');
  await keyboard.press('Enter');
  await keyboard.type('- Đăng ký trước ngày 20');
  await keyboard.press('Enter');
  await keyboard.type('Mang theo dụng cụ trồng cây');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('Xem thêm tại ');
  await keyboard.press('Control+Shift+K');
  const link = dialog('editor.link.title');
  await link.getByRole('textbox', { name: say('editor.link.address') }).fill('https://moet.gov.vn');
  await link.getByRole('textbox', { name: say('editor.link.words') }).fill('trang của Bộ');
  await keyboard.press('Enter');
  await link.waitFor({ state: 'hidden' });
  await keyboard.type('.');
}

/** Adds a picture with its alternative text where the cursor is, and a cover with its own. */
export async function addPictures(person: Person, { alt, coverAlt }: { alt: string; coverAlt: string }): Promise<void> {
  await choosePicture(person, person.button('editor.tool.picture'), 'vuon-rau');
  const words = person.dialog('editor.picture.dialog');
  await words.getByRole('textbox', { name: say('editor.picture.alt') }).fill(alt);
  await words.getByRole('button', { name: say('editor.done') }).click();
  await words.waitFor({ state: 'hidden' });
  await choosePicture(person, person.button('window.field.coverChoose'), 'cong-truong');
  await person.details.getByRole('textbox', { name: say('window.field.coverAlt') }).fill(coverAlt);
}
