import { readdirSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { articleOf, type Computer, makePortal, PIN, signedIn, sync, type TestPortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect, type Person } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { goToEnd } from './writing.ts';

/** Those who do the rest of the work, each at a computer of their own. */
interface Board {
  readonly portal: TestPortal;
  readonly author: Computer;
  readonly reviewer: Computer;
  readonly head: Computer;
}

async function openBoard(): Promise<Board> {
  const portal = await makePortal();
  const [author, reviewer] = [await signedIn(portal, 'tacgia'), await signedIn(portal, 'thamdinh')];
  return { portal, author, reviewer, head: await signedIn(portal, 'truongban') };
}

/** Takes what was submitted through its review to its readers. Returns the article that was approved. */
async function letThrough({ reviewer, head }: Board, post: string): Promise<string> {
  await sync(reviewer);
  await reviewer.act(post, 'appraise');
  await sync(reviewer);
  await sync(head);
  const approved = await head.approve(post);
  await sync(head);
  expect((await head.open(post)).state).toBe('published');
  return approved;
}

async function published(board: Board, title: string): Promise<string> {
  const post = await submitted(board, title);
  await letThrough(board, post);
  return post;
}

async function submitted({ author }: Board, title: string): Promise<string> {
  const post = await author.write(title, ['Đúng 7 giờ, trống trường vang lên.']);
  await author.act(post, 'submit');
  await sync(author);
  return post;
}

const tasksOf = async ({ client }: Computer) => (await client.call('tasks.list', null)).tasks;
const addressOf = async ({ head }: Board, post: string): Promise<string> => (await head.open(post)).publicUrl ?? '';
const read = async (address: string): Promise<{ status: number; text: string; to: string | null }> => {
  const reply = await fetch(address, { redirect: 'manual' });
  return { status: reply.status, text: await reply.text(), to: reply.headers.get('location') };
};

describe('a page that readers see', () => {
  it('is corrected by its author with a word for readers, or without one for a comma, under the full review', async ({
    programs,
  }) => {
    const board = await openBoard();
    const title = 'Lịch thi học kỳ';
    const post = await published(board, title);
    const address = await addressOf(board, post);
    const before = articleOf((await read(address)).text);
    const program = await programs.start();
    const { page } = program;
    const author = await connect(program, board.portal.url(), 'tacgia');
    await author.syncUntil(title, 'published', 'accepted');

    await author.openPost(title);
    // A page that is public is shown as readers see it; beside it stands how to correct it.
    await author.details.getByText(say('window.actions.correct')).waitFor();
    await page.getByRole('tab', { name: say('window.view.write') }).press('Enter');
    await goToEnd(author);
    await page.keyboard.type(' Môn Toán thi ngày 13/12.');
    await author.act('submit');
    const correcting = author.dialog('action.submit');
    const send = correcting.getByRole('button', { name: say('action.submit') });
    await send.click();
    await correcting.getByText(say('workflow.denied.no_change_note')).waitFor();
    await expectAccessible(page, 'a correction, with an error');
    const note = 'Sửa ngày thi môn Toán.';
    await correcting.getByRole('textbox', { name: say('board.change.note') }).fill(note);
    await send.click();
    await correcting.waitFor({ state: 'hidden' });
    await author.syncUntil(title, 'submitted', 'accepted');
    // Under review nothing changes for readers.
    expect(articleOf((await read(address)).text)).toBe(before);
    const approved = await letThrough(board, post);
    expect(approved).toContain('thi ngày 13/12');
    const corrected = await read(address);
    expect(articleOf(corrected.text)).toBe(approved);
    expect(corrected.text).toContain(note);
    await author.syncUntil(title, 'published', 'accepted');
    await author.details.getByText(note).first().waitFor();

    await page.getByRole('tab', { name: say('window.view.write') }).click();
    await goToEnd(author);
    await page.keyboard.type(' Chúc các em thi tốt!');
    await author.act('submit');
    await correcting.getByRole('checkbox', { name: say('board.change.minor') }).press('Space');
    await send.press('Enter');
    await author.syncUntil(title, 'submitted', 'accepted');
    const minor = await letThrough(board, post);
    const small = await read(address);
    expect(articleOf(small.text)).toBe(minor);
    expect(small.text.split(note)).toHaveLength(corrected.text.split(note).length);
  });

  it('is taken down with words for readers, or leads to the page that takes its place', async ({ programs }) => {
    const board = await openBoard();
    const [wrong, old, next] = ['Thông báo nhầm', 'Kế hoạch cũ', 'Kế hoạch mới'] as const;
    const [first, second, third] = [
      await published(board, wrong),
      await published(board, old),
      await published(board, next),
    ];
    const program = await programs.start();
    const { page } = program;
    const head = await connect(program, board.portal.url(), 'truongban');
    await head.syncUntil(old, 'published', 'accepted');
    const withdrawing = page.getByRole('alertdialog', { name: say('window.withdraw.title') });
    const down = withdrawing.getByRole('button', { name: say('action.withdraw') });
    const choose = async (label: string, option: string): Promise<void> => {
      await withdrawing.getByRole('combobox', { name: label }).press('Enter');
      await page.getByRole('option', { name: option }).click();
    };

    await head.openPost(wrong);
    await head.act('withdraw');
    await down.click();
    await withdrawing.getByText(say('error.reason_needed')).waitFor();
    await expectAccessible(page, 'a withdrawal, with an error');
    await choose(say('window.withdraw.reason'), say('withdrawal.wrong_content'));
    await withdrawing.getByRole('textbox', { name: say('board.withdraw.publicNote') }).fill('Trường xin lỗi bạn đọc.');
    await withdrawing.getByRole('textbox', { name: say('window.withdraw.explanation') }).fill('Chép nhầm năm học.');
    await down.click();
    await head.syncUntil(wrong, 'withdrawn', 'accepted');
    const gone = await read(await addressOf(board, first));
    expect(gone.status).toBe(410);
    expect(gone.text).toContain(say('withdrawal.wrong_content'));
    expect(gone.text).toContain('Trường xin lỗi bạn đọc.');
    // What is said to the board stays with the board.
    expect(gone.text).not.toContain('Chép nhầm');

    await head.openPost(old);
    await head.act('withdraw');
    await choose(say('window.withdraw.reason'), say('withdrawal.replaced'));
    await down.click();
    await withdrawing.getByText(say('workflow.denied.no_replacement')).waitFor();
    await choose(say('board.withdraw.replacement'), next);
    await expectAccessible(page, 'a withdrawal in favour of another page');
    await down.click();
    await head.syncUntil(old, 'withdrawn', 'accepted');
    const moved = await read(await addressOf(board, second));
    expect(moved.status).toBe(301);
    expect(new URL(moved.to ?? '', board.portal.url()).href).toBe(await addressOf(board, third));
    for (const list of ['/', '/atom.xml']) {
      const { status, text } = await read(new URL(list, board.portal.url()).href);
      expect([list, status]).toEqual([list, 200]);
      for (const post of [first, second]) expect(text).not.toContain(post.slice(-12));
      expect(text).toContain(third.slice(-12));
    }
  });

  it('is published at once only while the portal hears, and waits for a second person to look', async ({
    programs,
  }) => {
    const board = await openBoard();
    const title = 'Nghỉ học vì bão';
    const post = await submitted(board, title);
    const program = await programs.start();
    const { page } = program;
    const head = await connect(program, board.portal.url(), 'truongban');
    await head.syncUntil(title, 'submitted', 'accepted');
    await head.accountMenu(say('window.account.lock'));
    await board.portal.stop();
    await head.syncNow();
    await head.openPost(title);
    const urgent = head.details.getByRole('button', { name: say('action.urgent'), exact: true });
    await head.details.getByText(say('workflow.denied.offline')).waitFor();
    expect(await urgent.isEnabled()).toBe(false);

    await board.portal.start();
    await head.syncNow();
    await expect.poll(() => urgent.isEnabled(), { timeout: PATIENCE_MS }).toBe(true);
    await urgent.press('Enter');
    const dialog = head.dialog('action.urgent');
    const shown = articleOf((await dialog.getByTitle(say('window.article.title')).getAttribute('srcdoc')) ?? '');
    await dialog.getByLabel(say('window.pin.ask')).fill(PIN);
    const publish = dialog.getByRole('button', { name: say('action.urgent') });
    await publish.click();
    await dialog.getByText(say('error.reason_needed')).waitFor();
    await expectAccessible(page, 'publishing at once, with an error');
    await dialog.getByRole('textbox', { name: say('window.return.reason') }).fill('Bão số 12 đổ bộ đêm nay.');
    await publish.click();
    await dialog.waitFor({ state: 'hidden' });
    await head.syncUntil(title, 'published_unreviewed', 'accepted');
    await sync(board.head);
    expect(articleOf((await read(await addressOf(board, post))).text)).toBe(shown);
    await head.details.getByText(say('board.unreviewed', { name: 'Nguyễn Thị Hoài An' })).waitFor();
    await expectAccessible(page, 'a page that waits for its second look');
    // Whoever let it out is not the second person.
    await head.openPost(title);
    expect(await head.details.getByRole('button', { name: say('action.review'), exact: true }).isEnabled()).toBe(false);

    await sync(board.reviewer);
    await board.reviewer.client.call('posts.act', {
      ...{ post, revision: (await board.reviewer.open(post)).revision, action: 'review' },
      ...{ reason: '', listedReason: null, htmlHash: null },
    });
    await sync(board.reviewer);
    await head.syncUntil(title, 'published', 'accepted');
    await head.details.getByText('Bão số 12 đổ bộ đêm nay.').first().waitFor();
  });

  it('is called late by its day, first of all that waits, to whoever looks a second time and to the head who let it out', async ({
    programs,
  }) => {
    const board = await openBoard();
    const { portal, author, head } = board;
    const [title, newer] = ['Nghỉ học vì bão', 'Ngày hội đọc sách'] as const;
    // Ten days ago by the only clock that a term goes by: the portal's.
    portal.setClock(-10);
    const post = await submitted(board, title);
    await sync(head);
    const { revision } = await head.open(post);
    const { htmlHash } = await head.client.call('posts.preview', { post, revision });
    await head.client.call('approval.unlock', { pin: PIN });
    await head.act(post, 'urgent', { reason: 'Bão số 12 đổ bộ đêm nay.', htmlHash });
    portal.setClock(0);
    await sync(author);
    await submitted(board, newer);

    const lateOn = async (who: 'thamdinh' | 'truongban'): Promise<Person> => {
      const program = await programs.start();
      const person = await connect(program, portal.url(), who);
      const row = person.document.getByRole('list').getByRole('button', { name: title });
      await row.waitFor();
      const { daysLeft, due } = (await tasksOf(board.head)).find((task) => task.post === post) ?? {};
      expect(daysLeft).toBeLessThan(-3);
      const said = (await row.textContent()) ?? '';
      expect(said).toContain(say('tasks.due.late', { count: -(daysLeft ?? 0) }));
      expect(said).toContain(say('tasks.due.on', { date: (due ?? '').split('-').reverse().join('/') }));
      expect(said).toContain(say('tasks.unreviewedReminder'));
      expect(await person.document.getByRole('list').getByRole('button').first().textContent()).toContain(title);
      await expectAccessible(program.page, `a late second look, ${who}`);
      return person;
    };
    await sync(head);
    const second = await lateOn('thamdinh');
    await second.openPost(title);
    await second.details.getByText(say('board.unreviewed', { name: 'Nguyễn Thị Hoài An' })).waitFor();
    await lateOn('truongban');
    // The page stands as it was let out until the second person has spoken.
    expect((await read(await addressOf(board, post))).status).toBe(200);
  });

  it('is erased with its picture everywhere at once: page, feed, small pictures, and the computers of the board', async ({
    programs,
  }) => {
    const board = await openBoard();
    const { author } = board;
    const title = 'Bé Na nhận giải vẽ';
    const photo = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#375' } })
      .jpeg()
      .toBuffer();
    const picture = await author.client.call('media.add', { name: 'bé Na.jpg', data: photo.toString('base64') });
    const post = await author.write(title, ['Bé Na lớp 1A.']);
    const { base } = await author.open(post);
    await author.client.call('draft.write', {
      ...{ post, base, fields: { cover: { media: picture.hash, alt: 'Bé Na' } }, order: ['p0', 'f'] },
      blocks: [{ id: 'f', type: 'figure', media: picture.hash, alt: 'Bé Na cầm giấy khen' }],
    });
    await author.act(post, 'submit');
    await sync(author);
    await letThrough(board, post);
    const address = await addressOf(board, post);
    const files = new Set((await read(address)).text.match(/\/media\/[0-9a-f]{64}[^"\s,)]*/g));
    const fileOf = (path: string): Promise<{ status: number }> => read(new URL(path, board.portal.url()).href);
    expect(files.size).toBeGreaterThan(1);
    for (const file of files) expect((await fileOf(file)).status).toBe(200);
    for (const { home } of [author, board.reviewer]) expect(holdsFile(home, picture.hash)).toBe(true);

    const program = await programs.start();
    const { page } = program;
    const head = await connect(program, board.portal.url(), 'truongban');
    await head.syncUntil(title, 'published', 'accepted');
    await head.openPost(title);
    await erase(head, say('erase.media', { number: 1, name: 'bé Na.jpg' }));
    await head.syncUntil(title, 'withdrawn', 'accepted');
    // Not on the screen either, in the post that is still open: it asks for the picture in vain.
    program.complaints.expect(new RegExp(`404.*${picture.hash}`));
    await head.document.getByText(say('window.article.missing', { count: 1 })).waitFor();
    const shown = page.frameLocator('iframe').first().locator('main img');
    await expect
      .poll(() => shown.evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length))
      .toBe(0);
    expect((await read(address)).status).toBe(410);
    for (const file of files) expect([file, (await fileOf(file)).status]).toEqual([file, 404]);
    for (const list of ['/', '/atom.xml'])
      expect((await read(new URL(list, board.portal.url()).href)).text).not.toContain(post.slice(-12));
    for (const computer of [author, board.reviewer, board.head]) {
      await sync(computer);
      expect(holdsFile(computer.home, picture.hash)).toBe(false);
    }
    expect(holdsFile(program.home, picture.hash)).toBe(false);
    await expectAccessible(page, 'a post whose picture is gone');
  });
});

/** Erases one thing of the open post, with its ground, after both questions were left open once. */
async function erase(head: Person, thing: string): Promise<void> {
  const { page } = head;
  await head.button('erase.open').press('Enter');
  const dialog = page.getByRole('alertdialog', { name: say('erase.title') });
  const go = dialog.getByRole('button', { name: say('erase.do') });
  await go.click();
  await dialog.getByText(say('error.reason_needed')).waitFor();
  await dialog.getByText(say('erase.notSure')).waitFor();
  await expectAccessible(page, 'an erasure, with errors');
  await dialog.getByRole('combobox', { name: say('erase.what') }).press('Enter');
  await page.getByRole('option', { name: thing }).click();
  await dialog.getByRole('textbox', { name: say('erase.ground') }).fill('Cha mẹ rút lại đồng ý ngày 20/11/2026.');
  await dialog.getByRole('checkbox', { name: say('erase.sure') }).press('Space');
  await go.click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Whether a file of that hash, or one derived from it, lies in a data folder. */
function holdsFile(home: string, hash: string): boolean {
  return readdirSync(home, { recursive: true, encoding: 'utf8' }).some((path) => path.includes(hash));
}
