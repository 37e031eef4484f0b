import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { makePortal, signedIn, sync, type TestPortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { layLine } from './line.ts';
import { connect, personAt } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { goToEnd, startPost } from './writing.ts';

describe('the history of a post', () => {
  it('shows what each version changed, and brings one back as a new version', async ({ programs }) => {
    const program = await programs.start();
    const { page } = program;
    const person = personAt(program);
    const portal = await makePortal();
    await connect(program, portal.url(), 'tacgia');
    await startPost(person, { title: 'Bài khác', summary: 'Tóm tắt.', body: 'Chữ khác.' });
    await startPost(person, { title: 'Vườn rau', summary: 'Tóm tắt.', body: 'Sáng nay trời mưa.' });
    const leaveAndReturn = async (): Promise<void> => {
      await person.list.getByRole('option').filter({ hasText: 'Bài khác' }).first().click();
      await expect.poll(() => person.field('editor.title').inputValue(), { timeout: PATIENCE_MS }).toBe('Bài khác');
      await person.list.getByRole('option').filter({ hasText: 'Vườn rau' }).first().click();
      await expect.poll(() => person.field('editor.title').inputValue(), { timeout: PATIENCE_MS }).toBe('Vườn rau');
    };
    await leaveAndReturn();
    await goToEnd(person);
    await page.keyboard.type(' Chiều nắng.');
    await leaveAndReturn();

    await person.button('history.open').click();
    const dialog = person.dialog('history.title');
    await dialog.locator('ins', { hasText: 'Chiều nắng.' }).waitFor();
    await expectAccessible(page, 'history');
    await dialog
      .getByRole('navigation', { name: say('history.list') })
      .getByRole('button')
      .last()
      .click();
    await dialog.getByRole('button', { name: say('history.restore') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(() => person.field('editor.body').textContent(), { timeout: PATIENCE_MS })
      .toBe('Sáng nay trời mưa.');
    await person.button('history.open').click();
    await dialog.locator('del', { hasText: 'Chiều nắng.' }).waitFor();
    expect(await dialog.getByRole('navigation').getByRole('button').count()).toBe(3);
  });

  it('brings an old version back over words that can be no version, and keeps them as a draft of their own', async ({
    programs,
  }) => {
    const program = await programs.start();
    const { page } = program;
    const person = await connect(program, (await makePortal()).url(), 'tacgia');
    await startPost(person, { title: 'Bài khác', summary: 'Tóm tắt.', body: 'Chữ khác.' });
    await startPost(person, { title: 'Vườn rau', summary: 'Tóm tắt.', body: 'Sáng nay trời mưa.' });
    const title = person.field('editor.title');
    await person.openPost('Bài khác');
    await person.openPost('Vườn rau');
    const long = 'Vườn rau của lớp 4A xanh tốt. '.repeat(11).trim();
    const dialog = person.dialog('history.title');
    // Both times from the same version.
    for (let time = 0; time < 2; time += 1) {
      await title.fill(long);
      await person.button('history.open').click();
      await dialog.getByRole('button', { name: say('history.restore') }).click();
      await dialog.waitFor({ state: 'hidden' });
      await expect.poll(() => title.inputValue(), { timeout: PATIENCE_MS }).toBe('Vườn rau');
    }
    await page.getByText(say('history.restoredAside')).first().waitFor();
    await expectAccessible(page, 'history, words kept aside');
    await person.button('history.openAside').first().click();
    await expect.poll(() => title.inputValue(), { timeout: PATIENCE_MS }).toBe(say('posts.copyTitle', { title: long }));
    expect(await person.field('editor.body').textContent()).toBe('Sáng nay trời mưa.');
  });

  it('says without a network that an old text is at the portal, shows the newest whole, and fetches the old one later', async ({
    programs,
  }) => {
    const portal = await makePortal();
    await fillWithOldTexts(portal);
    const line = await layLine(portal.url());
    const person = await connect(await programs.start(), line.address, 'tacgia');
    await person.syncUntil('Vườn rau', 'draft', 'accepted');
    await person.openPost('Vườn rau');
    await line.cut();

    await person.button('history.open').click();
    const dialog = person.dialog('history.title');
    const versions = dialog.getByRole('navigation', { name: say('history.list') }).getByRole('button');
    await dialog.getByText(say('history.alone')).waitFor();
    await dialog.getByText('Bản ba.').waitFor();
    await versions.last().click();
    await dialog.getByRole('alert').getByText(say('error.version_at_portal')).waitFor();
    await expectAccessible(person.page, 'history, an old text without a network');

    await line.mend();
    await versions.first().click();
    await versions.nth(1).click();
    await dialog.locator('ins', { hasText: 'hai' }).waitFor();
    await dialog.locator('del', { hasText: 'một' }).waitFor();
    expect(await dialog.getByText(say('history.atPortal')).count()).toBe(0);
  });
});

/** A post of three versions in a unit with so much text, all of it old, that a new computer gets lines of old versions. */
async function fillWithOldTexts(portal: TestPortal): Promise<void> {
  const computer = await signedIn(portal, 'tacgia');
  let post: string | undefined;
  for (const text of ['Bản một.', 'Bản hai.', 'Bản ba.']) {
    post = await computer.write('Vườn rau', [text], post);
    await computer.client.call('posts.leave', { post });
  }
  const long = Array.from({ length: 95 }, () => 'dai '.repeat(4_800));
  for (const title of ['Dài một', 'Dài hai', 'Dài ba'])
    await computer.client.call('posts.leave', { post: await computer.write(title, long) });
  expect(await sync(computer)).toMatchObject({ state: 'idle', pending: 0 });
  await portal.stop();
  const db = new Database(join(portal.folder, 'portal.sqlite3'));
  db.prepare("UPDATE revision SET received_at = '2020-01-01T00:00:00.000Z'").run();
  db.close();
  await portal.start();
}
