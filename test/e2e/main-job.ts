import { describe, expect } from 'vitest';
import { articleOf, makePortal, PIN } from '../integration/board.ts';
import { approveOpenPost, publicAddress } from './approval.ts';
import { layLine } from './line.ts';
import { connect, type Person } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import type { ShellName } from './shell.ts';
import { say } from './words.ts';
import { addPictures, chooseNews, goToEnd, startPost, typeRichBody } from './writing.ts';

const TITLE = 'Ngày hội trồng cây đầu xuân';
const SUMMARY = 'Toàn trường cùng trồng một trăm cây xanh quanh sân.';

/** The main job of issue 2, by people with a computer each: the same tests for every shell. */
export function describeMainJob(shell: ShellName): void {
  describe(`the board in ${shell}`, () => {
    it.override('shell', shell);

    it('writes offline, reviews, approves, and the public page is byte for byte what was approved', async ({
      programs,
    }) => {
      const portal = await makePortal();
      const author = await connect(await programs.start(), portal.url(), 'tacgia');
      const reviewer = await connect(await programs.start(), portal.url(), 'thamdinh');
      const head = await connect(await programs.start(), portal.url(), 'truongban');

      await startPost(author, { title: TITLE, summary: SUMMARY, body: 'Sáng nay, sân trường rộn tiếng cười.' });
      await author.seeRow(TITLE, 'draft', 'saved_here');
      await portal.stop();
      await typeRichBody(author);
      await chooseNews(author);
      await addPictures(author, { alt: 'Học sinh tưới vườn rau', coverAlt: 'Cổng trường buổi sáng' });
      await author.syncNow();
      await author.page.getByRole('button', { name: say('window.sync.offline') }).waitFor();
      await author.act('submit');
      await author.seeRow(TITLE, 'submitted', 'saved_here');
      await portal.start();
      await author.syncUntil(TITLE, 'submitted', 'accepted');

      await reviewer.syncUntil(TITLE, 'submitted', 'accepted');
      await reviewer.openPost(TITLE);
      await reviewer.act('appraise');
      await reviewer.syncUntil(TITLE, 'appraised', 'accepted');

      await head.syncUntil(TITLE, 'appraised', 'accepted');
      const approved = await approve(head, TITLE);
      await head.syncUntil(TITLE, 'published', 'accepted');
      await author.syncUntil(TITLE, 'published', 'accepted');

      const page = await fetch(await publicAddress(author));
      expect(page.status).toBe(200);
      expect(articleOf(await page.text())).toBe(approved);
      for (const part of [TITLE, SUMMARY, 'Chuẩn bị từ sớm', 'Mang theo dụng cụ', 'https://moet.gov.vn'])
        expect(approved).toContain(part);
      for (const alt of ['Học sinh tưới vườn rau', 'Cổng trường buổi sáng'])
        expect(approved).toMatch(new RegExp(`<img[^>]+alt="${alt}"`));
    });

    it('returns a post with a reason, the author corrects it, it goes live and is withdrawn', async ({ programs }) => {
      const portal = await makePortal();
      const author = await connect(await programs.start(), portal.url(), 'tacgia');
      const reviewer = await connect(await programs.start(), portal.url(), 'thamdinh');
      const head = await connect(await programs.start(), portal.url(), 'truongban');
      await startPost(author, { title: TITLE, summary: SUMMARY, body: 'Ngày hội bắt đầu lúc bảy giờ.' });
      await chooseNews(author);
      await author.act('submit');
      await author.syncUntil(TITLE, 'submitted', 'accepted');

      await reviewer.syncUntil(TITLE, 'submitted', 'accepted');
      await reviewer.openPost(TITLE);
      await reviewer.act('return');
      const returning = reviewer.dialog('window.return.title');
      await returning.getByRole('textbox', { name: say('window.return.reason') }).fill('Xin ghi rõ địa điểm.');
      await returning.getByRole('button', { name: say('action.return') }).click();
      await reviewer.syncUntil(TITLE, 'returned', 'accepted');

      await author.syncUntil(TITLE, 'returned', 'accepted');
      await author.details.getByText('Xin ghi rõ địa điểm.').first().waitFor();
      await goToEnd(author);
      await author.page.keyboard.type(' Địa điểm: sân sau.');
      await author.act('submit');
      await author.syncUntil(TITLE, 'submitted', 'accepted');
      await reviewer.syncUntil(TITLE, 'submitted', 'accepted');
      await reviewer.act('appraise');
      await reviewer.syncUntil(TITLE, 'appraised', 'accepted');
      await head.syncUntil(TITLE, 'appraised', 'accepted');
      const approved = await approve(head, TITLE);
      expect(approved).toContain('Ngày hội bắt đầu lúc bảy giờ. Địa điểm: sân sau.');
      await head.syncUntil(TITLE, 'published', 'accepted');
      const address = await publicAddress(head);
      expect(articleOf(await (await fetch(address)).text())).toBe(approved);

      await head.act('withdraw');
      const withdrawing = head.page.getByRole('alertdialog', { name: say('window.withdraw.title') });
      await withdrawing.getByRole('combobox', { name: say('window.withdraw.reason') }).click();
      await head.page.getByRole('option', { name: say('withdrawal.outdated') }).click();
      await withdrawing.getByRole('button', { name: say('action.withdraw') }).click();
      await head.syncUntil(TITLE, 'withdrawn', 'accepted');
      const gone = await fetch(address);
      expect(gone.status).toBe(410);
      expect(await gone.text()).toContain(say('withdrawal.outdated'));
      await author.syncUntil(TITLE, 'withdrawn', 'accepted');
    });

    it('sees by four words where each post is, and what came too late', async ({ programs }) => {
      const portal = await makePortal();
      const [authorLine, reviewerLine] = [await layLine(portal.url()), await layLine(portal.url())];
      const author = await connect(await programs.start(), authorLine.address, 'tacgia');
      const reviewer = await connect(await programs.start(), reviewerLine.address, 'thamdinh');

      await authorLine.cut();
      await startPost(author, { title: TITLE, summary: SUMMARY, body: 'Một đoạn.' });
      await chooseNews(author);
      await author.act('submit');
      await author.seeRow(TITLE, 'submitted', 'saved_here');
      await authorLine.mend();
      authorLine.hold();
      await author.syncNow();
      await author.seeRow(TITLE, 'submitted', 'sent');
      await authorLine.mend();
      await author.seeRow(TITLE, 'submitted', 'accepted');

      await reviewer.syncUntil(TITLE, 'submitted', 'accepted');
      await reviewerLine.cut();
      await reviewer.openPost(TITLE);
      await reviewer.act('appraise');
      await reviewer.seeRow(TITLE, 'appraised', 'saved_here');
      await author.act('recall');
      await author.syncUntil(TITLE, 'draft', 'accepted');
      await reviewerLine.mend();
      await reviewer.syncNow();
      const news = reviewer.page.getByRole('button', { name: say('window.inbox.label', { count: 1 }) });
      await news.click();
      const inbox = reviewer.dialog('window.inbox.title');
      await inbox.getByText(say('event.post.appraise')).waitFor();
      await expect
        .poll(() => reviewer.row(TITLE).textContent(), { timeout: PATIENCE_MS })
        .toContain(say('word.look_again'));
      await inbox.getByRole('button', { name: say('window.inbox.seen'), exact: true }).click();
      await inbox.getByText(say('window.inbox.none')).waitFor();
    });
  });
}

/** Approves as on a computer that others use too, where the approval key is locked. Returns the article as shown. */
async function approve(head: Person, title: string): Promise<string> {
  await head.accountMenu(say('window.account.lock'));
  await head.openPost(title);
  return approveOpenPost(head, () => PIN);
}
