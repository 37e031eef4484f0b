import { describe, expect } from 'vitest';
import { articleOf, makePortal, PIN } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { approveOpenPost, publicAddress } from './approval.ts';
import { layLine } from './line.ts';
import { connect, type Person } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { chooseNews, startPost } from './writing.ts';

const TITLE = 'Ngày hội đọc sách';
const BODY = 'Mỗi lớp góp hai chục cuốn sách cho thư viện.';

/** Selects words of the article that is read, as a mouse would. */
async function select({ document }: Person, words: string): Promise<void> {
  const paragraph = document
    .frameLocator(`iframe[title="${say('window.article.title')}"]`)
    .locator('article p')
    .last();
  await paragraph.evaluate((element, text) => {
    const node = element.firstChild as Text;
    const start = node.data.indexOf(text);
    element.ownerDocument.getSelection()?.setBaseAndExtent(node, start, node, start + text.length);
  }, words);
}

const remarks = ({ page }: Person) => page.getByRole('region', { name: say('remarks.title') });

describe('what the board says to each other', () => {
  it('is written offline beside the text, reaches who is called on, and its wording is taken with one click', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const [authorLine, reviewerLine] = [await layLine(portal.url()), await layLine(portal.url())];
    const author = await connect(await programs.start(), authorLine.address, 'tacgia');
    const reviewer = await connect(await programs.start(), reviewerLine.address, 'thamdinh');
    const head = await connect(await programs.start(), portal.url(), 'truongban');
    await startPost(author, { title: TITLE, summary: 'Góp sách cho thư viện.', body: BODY });
    await chooseNews(author);
    await remarks(author).getByText(say('remarks.notYet')).waitFor();
    await author.act('submit');
    await author.syncUntil(TITLE, 'submitted', 'accepted');
    await head.syncUntil(TITLE, 'submitted', 'accepted');

    await reviewer.syncUntil(TITLE, 'submitted', 'accepted');
    await reviewerLine.cut();
    await reviewer.openPost(TITLE);
    await select(reviewer, 'hai chục cuốn sách');
    await reviewer.button('remarks.addHere').click();
    await remarks(reviewer)
      .getByText(say('remarks.about', { words: 'hai chục cuốn sách' }))
      .waitFor();
    await reviewer.button('remarks.propose').click();
    await reviewer.field('remarks.wording').fill('20 cuốn sách');
    await reviewer.field('remarks.text').fill('Nhờ cô xem. ');
    await reviewer.field('remarks.text').pressSequentially('@');
    const offered = reviewer.page.getByRole('listbox', { name: say('remarks.mention.list') });
    const name = (await offered.getByRole('option').first().textContent()) ?? '';
    await expectAccessible(reviewer.page, 'a remark being written');
    await reviewer.field('remarks.text').press('Enter');
    await reviewer.button('remarks.send').click();
    await remarks(reviewer).getByText(`Nhờ cô xem. @${name}`).waitFor();
    await remarks(reviewer).getByText(say('remarks.unsent')).waitFor();
    await reviewer.act('return');
    const returning = reviewer.dialog('window.return.title');
    await returning.getByRole('textbox', { name: say('window.return.reason') }).fill('Xem đề xuất sửa.');
    await returning.getByRole('button', { name: say('action.return') }).click();
    await reviewerLine.mend();
    await reviewer.syncUntil(TITLE, 'returned', 'accepted');

    await author.syncUntil(TITLE, 'returned', 'accepted');
    await authorLine.cut();
    await remarks(author).getByText(say('remarks.waits')).waitFor();
    await expectAccessible(author.page, 'remarks beside the editor');
    await author.button('remarks.take').click();
    await author.document.getByText('Mỗi lớp góp 20 cuốn sách cho thư viện.').waitFor();
    await remarks(author)
      .getByText(say('remarks.closed', { count: 1 }))
      .click();
    await remarks(author)
      .getByText(/đã nhận đề xuất sửa/)
      .waitFor();
    await author.act('submit');
    await authorLine.mend();
    await author.syncUntil(TITLE, 'submitted', 'accepted');

    await reviewer.syncUntil(TITLE, 'submitted', 'accepted');
    await reviewer.document.getByText(say('review.changed')).waitFor();
    await reviewer.page.getByRole('tab', { name: say('review.view.seen') }).click();
    const comparison = reviewer.document.getByRole('region', { name: say('history.comparison') });
    await comparison.locator('ins', { hasText: '20' }).waitFor();
    await expectAccessible(reviewer.page, 'what changed since the reviewer looked');
    // A proposed comma makes no author of whoever proposed it.
    await reviewer.act('appraise');
    await reviewer.syncUntil(TITLE, 'appraised', 'accepted');
    await head.syncUntil(TITLE, 'appraised', 'accepted');
    await head.accountMenu(say('window.account.lock'));
    await head.openPost(TITLE);
    await head.details.getByText(say('event.post.resolveComment')).first().waitFor();
    await head.button('review.prove').click();
    await head.details.getByText(say('review.proof.good')).waitFor();
    await expectAccessible(head.page, 'the way of a post, proven');
    const approved = await approveOpenPost(head, () => PIN);
    expect(approved).toContain('Mỗi lớp góp 20 cuốn sách cho thư viện.');
    await head.syncUntil(TITLE, 'published', 'accepted');
    expect(articleOf(await (await fetch(await publicAddress(head))).text())).toBe(approved);
  }, 300_000);

  it('waits in the tasks of whoever is called on, and leads to its words', async ({ programs }) => {
    const portal = await makePortal();
    const author = await connect(await programs.start(), portal.url(), 'tacgia');
    const head = await connect(await programs.start(), portal.url(), 'truongban');
    await startPost(author, { title: TITLE, summary: '', body: BODY });
    await chooseNews(author);
    await author.act('submit');
    await author.syncUntil(TITLE, 'submitted', 'accepted');
    await author.button('remarks.add').click();
    await author.field('remarks.text').fill('@');
    const offered = author.page.getByRole('listbox', { name: say('remarks.mention.list') });
    await offered.getByRole('option').first().waitFor();
    const names = await offered.getByRole('option').allTextContents();
    await author.field('remarks.text').fill(`${names.map((name) => `@${name}`).join(', ')}, mời xem giúp.`);
    await author.button('remarks.send').click();
    await remarks(author).getByText('mời xem giúp.').waitFor();
    await author.syncNow();
    await expect.poll(() => remarks(author).getByText(say('remarks.unsent')).count(), { timeout: PATIENCE_MS }).toBe(0);
    await head.syncUntil(TITLE, 'submitted', 'accepted');
    const task = head.page.getByRole('button', { name: new RegExp(say('tasks.remarks', { count: 1 })) });
    await head.syncNow();
    await task.click();
    await remarks(head).getByText(say('remarks.waits')).waitFor();
    await head.button('remarks.reply').click();
    await head.field('remarks.replyText').fill('Tôi đã xem.');
    await head.button('remarks.sendReply').click();
    await expect.poll(() => remarks(head).getByText(say('remarks.waits')).count(), { timeout: PATIENCE_MS }).toBe(0);
  });
});
