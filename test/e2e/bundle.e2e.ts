import { readFileSync, rmSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect, type Person } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { chooseNews, startPost } from './writing.ts';

const TITLE = 'Ngày hội đọc sách';
const PASSPHRASE = 'bốn con trâu đi bừa';

/** Saves a file to carry and returns its path, as the window says it. */
async function save(person: Person): Promise<string> {
  await person.page.keyboard.press('Control+Shift+E');
  const dialog = person.dialog('bundle.makeTitle');
  await dialog.getByText(/dung lượng khoảng/).waitFor();
  await dialog.getByLabel(say('bundle.withPassphrase')).check();
  for (const key of ['move.passphrase', 'move.again'] as const)
    await dialog.getByLabel(say(key), { exact: true }).fill(PASSPHRASE);
  await expectAccessible(person.page, 'the file to carry');
  await dialog.getByRole('button', { name: say('bundle.make') }).click();
  const made = dialog.getByRole('status').getByText('.banthao');
  await made.waitFor();
  const file = /\S*\.banthao/.exec((await made.textContent()) ?? '')?.[0] ?? '';
  await person.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  return file;
}

describe('work by USB', () => {
  it('leaves one window as a file and comes into another by menu and by drop, looked at before it is taken in', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const author = await connect(await programs.start(), portal.url(), 'tacgia');
    const reviewerProgram = await programs.start();
    const reviewer = await connect(reviewerProgram, portal.url(), 'thamdinh');
    await author.syncNow();
    await reviewer.syncNow();
    await portal.stop();
    await startPost(author, { title: TITLE, summary: '', body: 'Mỗi lớp góp hai mươi cuốn.' });
    await chooseNews(author);
    await author.document.getByText(say('window.save.saved')).waitFor();
    await author.act('submit');
    await author.seeRow(TITLE, 'submitted', 'saved_here');
    const file = await save(author);

    await reviewer.accountMenu(say('bundle.takeTitle'));
    const dialog = reviewer.dialog('bundle.takeTitle');
    const [chooser] = await Promise.all([
      reviewer.page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: say('bundle.choose') }).click(),
    ]);
    await chooser.setFiles(file);
    await dialog.getByLabel(say('move.passphrase'), { exact: true }).fill('không phải');
    await dialog.getByRole('button', { name: say('bundle.open') }).click();
    await dialog.getByText(say('error.bundle_passphrase')).waitFor();
    await dialog.getByLabel(say('move.passphrase'), { exact: true }).fill(PASSPHRASE);
    await dialog.getByRole('button', { name: say('bundle.open') }).click();
    await dialog.getByText(TITLE).waitFor();
    await expectAccessible(reviewer.page, 'what is in the file');
    expect(await reviewer.row(TITLE).count()).toBe(0);
    await dialog.getByRole('button', { name: say('bundle.take') }).click();
    await dialog.getByText(say('bundle.takenNext')).waitFor();
    await reviewer.page.keyboard.press('Escape');
    await reviewer.seeRow(TITLE, 'submitted', 'saved_here');
    await reviewer.openPost(TITLE);
    await reviewer.act('appraise');
    await reviewer.seeRow(TITLE, 'appraised', 'saved_here');

    // A second file of the same, altered on its way, and dropped on the window.
    const altered = readFileSync(file);
    altered[altered.length - 30] = (altered[altered.length - 30] ?? 0) ^ 1;
    await drop(reviewer, 'hong.banthao', altered);
    await reviewer.dialog('bundle.takeTitle').getByLabel(say('move.passphrase'), { exact: true }).fill(PASSPHRASE);
    await reviewer.button('bundle.open').click();
    await reviewer.dialog('bundle.takeTitle').getByText(say('error.bundle_damaged')).waitFor();
    await reviewer.page.keyboard.press('Escape');

    await portal.start();
    await reviewer.syncUntil(TITLE, 'appraised', 'accepted');
    await author.syncUntil(TITLE, 'appraised', 'accepted');
    rmSync(file, { force: true });
  });
});

/** Drops a file on the middle of the window. */
async function drop({ page }: Person, name: string, bytes: Buffer): Promise<void> {
  const held = await page.evaluateHandle(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, bytes.toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: held });
  await page.getByText(say('bundle.drop')).waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: held });
  await expect.poll(() => page.getByText(say('bundle.drop')).count(), { timeout: PATIENCE_MS }).toBe(0);
}
