import type { Locator } from 'playwright-core';
import { describe } from 'vitest';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { publicAddress } from './approval.ts';
import { startDemo } from './demo.ts';
import { connect, fillSignIn, personAt } from './person.ts';
import { it } from './program.ts';
import { anyOf, say } from './words.ts';
import { chooseNews, choosePicture, startPost } from './writing.ts';

const HEAD = 'Nguyễn Thị Hoài An';

describe('axe finds nothing', () => {
  it('on the way in, in the empty window, and where a post is written', async ({ programs }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const person = personAt(program);
    await person.button('window.welcome.connectStart').waitFor();
    await expectAccessible(page, 'welcome');
    await person.button('window.welcome.connectStart').click();
    await fillSignIn(person, { address: portal.url(), account: 'tacgia', password: 'sai' });
    await page.getByText(say('error.wrong_password')).waitFor();
    await expectAccessible(page, 'connect, with an error');
    await person.button('window.back').click();

    await connect(program, portal.url(), 'tacgia');
    await page.getByText(say('window.list.noneText')).waitFor();
    await expectAccessible(page, 'empty window');

    await startPost(person, { title: 'Vườn rau lớp 6A', summary: 'Tóm tắt.', body: 'Một đoạn.' });
    await chooseNews(person);
    await choosePicture(person, person.button('editor.tool.picture'), 'vuon-rau');
    await person.dialog('editor.picture.dialog').waitFor();
    await expectAccessible(page, 'words of a picture');
    await page.keyboard.press('Escape');
    await expectAccessible(page, 'a post being written');
    await person.button('editor.tool.link').click();
    await person.dialog('editor.link.title').waitFor();
    await expectAccessible(page, 'link');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: say('window.view.preview') }).click();
    await page.getByTitle(say('window.article.title')).waitFor();
    await expectAccessible(page, 'preview');
    await page.getByRole('searchbox', { name: say('window.list.search') }).fill('không có bài như vậy');
    await page.getByText(say('window.list.noneFoundText')).waitFor();
    await expectAccessible(page, 'search without hits');
  });

  it('in a full window, its dialogs and menus, and on the public site', async ({ programs }) => {
    const program = await programs.start();
    const { page } = program;
    const person = await startDemo(program);
    await person.accountMenu(HEAD);
    await person.button('window.account.label', { name: HEAD }).waitFor();

    await page
      .getByRole('banner')
      .getByRole('button', { name: anyOf(['window.account.label']) })
      .click();
    await page.getByRole('menu').waitFor();
    // A menu floats outside of all landmarks; axe lets only dialogs do so.
    await expectAccessible(page, 'account menu', ['region']);
    await page.keyboard.press('Escape');
    await person.button('window.inbox.title').click();
    await person.dialog('window.inbox.title').waitFor();
    await expectAccessible(page, 'inbox');
    await page.keyboard.press('Escape');

    await person.list
      .getByRole('option')
      .filter({ hasText: say('state.appraised') })
      .first()
      .click();
    await page.getByTitle(say('window.article.title')).waitFor();
    await expectAccessible(page, 'a post being read');
    await person.act('return');
    await person.dialog('window.return.title').waitFor();
    await expectAccessible(page, 'return');
    await page.keyboard.press('Escape');
    await person.act('approve');
    await person.dialog('window.approve.title').getByTitle(say('window.article.title')).waitFor();
    await expectAccessible(page, 'approve');
    await page.keyboard.press('Escape');

    await person.choose('window.list.filter', new RegExp(`^${say('window.filter.published')}`));
    await person.list.getByRole('option').first().click();
    const post = await publicAddress(person);
    await person.act('withdraw');
    await page.getByRole('alertdialog').waitFor();
    await expectAccessible(page, 'withdraw');

    program.complaints.expect(/status of 404 .*khong-co/);
    const site = await page.context().newPage();
    for (const address of ['/', '/chuyen-muc/B2', new URL(post).pathname, '/khong-co']) {
      await site.goto(new URL(address, post).href);
      await site.getByRole('contentinfo').waitFor();
      await expectAccessible(site, `public ${address}`);
    }
    await site.close();
  });
});

describe('without a mouse', () => {
  it('a post is found, opened and acted on, and a closed dialog gives the focus back', async ({ programs }) => {
    const program = await programs.start();
    const { page } = program;
    const { keyboard } = page;
    const person = await startDemo(program);
    await person.accountMenu(HEAD);
    await person.button('window.account.label', { name: HEAD }).waitFor();
    const row = person.list
      .getByRole('option')
      .filter({ hasText: say('state.appraised') })
      .first();
    const title = (await row.textContent()) ?? '';

    await keyboard.press('Control+k');
    await keyboard.type(title.slice(0, 30));
    await page.getByText(say('window.list.found', { count: 1 })).waitFor();
    await pressUntil('Tab', person.list.getByRole('listbox'));
    await keyboard.press('Enter');
    await page.getByTitle(say('window.article.title')).waitFor();

    const back = person.details.getByRole('button', { name: say('action.return'), exact: true });
    await pressUntil('F6', person.details);
    await pressUntil('Tab', back);
    await keyboard.press('Enter');
    await person.dialog('window.return.title').getByRole('textbox').and(page.locator(':focus')).waitFor();
    await keyboard.press('Escape');
    await back.and(page.locator(':focus')).waitFor();

    await keyboard.press('Control+Enter');
    const dialog = person.dialog('window.approve.title');
    await dialog.waitFor();
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await back.and(page.locator(':focus')).waitFor();
    await pressUntil('Shift+F6', person.document);
  });
});

/** Presses a key, as often as a patient person would, until the focus is at or within the target. */
async function pressUntil(key: string, target: Locator): Promise<void> {
  const holdsFocus = (element: Element): boolean => element.contains(document.activeElement);
  for (let presses = 0; !(await target.evaluate(holdsFocus)); presses++) {
    if (presses === 12) throw new Error(`${key} does not lead there`);
    await target.page().keyboard.press(key);
  }
}
