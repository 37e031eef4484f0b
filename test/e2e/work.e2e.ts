import { describe, expect } from 'vitest';
import { type Computer, makePortal, signedIn, sync } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it } from './program.ts';
import { say } from './words.ts';

const TITLES = ['Ngày hội đọc sách', 'Lịch kiểm tra cuối kỳ', 'Giải bóng đá khối 7'] as const;

/** A post of the author, under review or further. */
async function submitted(author: Computer, title: string): Promise<string> {
  const post = await author.write(title, ['Một đoạn.']);
  await author.act(post, 'submit');
  return post;
}

describe('the work of a board', () => {
  it('is given out, taken with no network, done for several posts at once, and laid out on a calendar', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const reviewer = await signedIn(portal, 'thamdinh');
    const posts: string[] = [];
    for (const title of TITLES) posts.push(await submitted(author, title));
    await sync(author);
    const program = await programs.start();
    const { page } = program;
    const head = await connect(program, portal.url(), 'truongban');
    const [first] = TITLES;
    await head.syncUntil(first, 'submitted', 'accepted');

    // Given to the reviewer, who is told, and takes it while the head looks on.
    await head.openPost(first);
    await head.choose('work.assign', /^Phạm Đình Khôi/);
    await head
      .row(first)
      .filter({ hasText: say('work.row.given', { name: 'Phạm Đình Khôi' }) })
      .waitFor();
    await expectAccessible(page, 'a review given out');
    await head.syncNow();
    await sync(reviewer);
    const { work, revision } = await reviewer.open(posts[0] ?? '');
    expect(work.assignee?.isMe).toBe(true);
    await reviewer.client.call('work.claim', { post: posts[0] ?? '', revision: revision ?? '' });
    await sync(reviewer);
    await head.syncNow();
    await head.details.getByText(say('workflow.denied.claimed')).waitFor();
    await head
      .row(first)
      .filter({ hasText: say('work.row.at', { name: 'Phạm Đình Khôi' }) })
      .waitFor();

    // With no network the head takes another one, and reads that nobody sees it yet.
    await portal.stop();
    await head.openPost(TITLES[1]);
    await head.button('work.claim.appraise').click();
    await head.details.getByText(say('work.holder.here')).waitFor();
    await expectAccessible(page, 'a review taken offline');

    // Several at once: each is judged by itself, and one PIN is enough.
    await head.button('bulk.start').click();
    for (const title of TITLES) await head.row(title).click();
    await head.button('bulk.act').click();
    const bulk = head.dialog('bulk.title');
    await bulk.getByRole('combobox', { name: say('bulk.action') }).waitFor();
    await expectAccessible(page, 'several posts');
    await bulk.getByRole('button', { name: say('bulk.do', { action: say('action.appraise'), count: 3 }) }).click();
    await expect.poll(() => bulk.getByText(say('bulk.done')).count()).toBe(3);
    await page.keyboard.press('Escape');
    await head.row(first).click();
    await head.button('bulk.act').click();
    await bulk.getByRole('button', { name: say('bulk.do', { action: say('action.approve'), count: 0 }) }).click();
    await bulk.getByText(say('bulk.readFirst')).waitFor();
    for (let index = 0; index < 2; index += 1)
      await bulk
        .getByRole('button', { name: say('bulk.read') })
        .first()
        .click();
    await expectAccessible(page, 'several posts to approve');
    await bulk.getByRole('button', { name: say('bulk.do', { action: say('action.approve'), count: 2 }) }).click();
    await expect.poll(() => bulk.getByText(say('bulk.done')).count()).toBe(2);
    await page.keyboard.press('Escape');
    await bulk.waitFor({ state: 'hidden' });
    await head.button('bulk.end').click();
    await head.seeRow(TITLES[1], 'approved', 'saved_here');

    const [day, next, third] = daysAhead();
    await head.openPost(first);
    await head.act('approve');
    const approving = head.dialog('window.approve.title');
    await approving.getByRole('radio', { name: say('board.time.later') }).click();
    await approving.getByLabel(say('board.time.at')).fill(`${day}T08:15`);
    await approving.getByRole('button', { name: say('action.approve') }).click();
    await approving.waitFor({ state: 'hidden' });
    await head.seeRow(first, 'scheduled', 'saved_here');

    // The calendar: another day by keyboard, and a third one by dragging.
    await head.button('calendar.title').click();
    const calendar = head.document;
    // Approved for at once, and not sent: no time can be set any more.
    await calendar.getByText(say('workflow.denied.approval_unsent')).first().waitFor();
    await calendar.getByRole('button', { name: say('calendar.after') }).click();
    const cell = (of: string) => calendar.getByRole('cell').filter({ hasText: of.split('-').toReversed().join('/') });
    const card = cell(day)
      .getByRole('listitem')
      .filter({ hasText: `08:15 ${first}` });
    await card.getByRole('button', { name: say('calendar.changeOf', { title: first }) }).press('Enter');
    const dialog = head.dialog('board.schedule.title');
    const field = dialog.getByLabel(say('calendar.at'));
    await field.fill('2020-01-01T07:30');
    await dialog.getByRole('button', { name: say('action.schedule') }).click();
    await dialog.getByText(say('calendar.past')).waitFor();
    await expectAccessible(page, 'another time, with an error');
    await field.fill(`${next}T09:45`);
    await dialog.getByRole('button', { name: say('action.schedule') }).click();
    await dialog.waitFor({ state: 'hidden' });
    const moved = cell(next)
      .getByRole('listitem')
      .filter({ hasText: `09:45 ${first}` });
    await moved.dragTo(cell(third));
    await cell(third).getByText(first).waitFor();
    await expectAccessible(page, 'the calendar');

    await portal.start();
    await head.syncUntil(first, 'scheduled', 'accepted');
    await sync(author);
    expect((await author.open(posts[0] ?? '')).decision.scheduledAt).toBe(`${third}T02:45:00.000Z`);
  });
});

/** Three days of next month, in Vietnam's time. */
function daysAhead(): [string, string, string] {
  const [year = 0, month = 0] = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7).split('-').map(Number);
  const at = (day: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  return [at(10), at(12), at(17)];
}
