import { describe, expect } from 'vitest';
import { openStore } from '../../portal/store/index.ts';
import { LIMITS } from '../../shared/content/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { seeded, words } from '../bench/many-posts.ts';
import { makePortal, signedIn, sync } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { layLine } from './line.ts';
import { connect } from './person.ts';
import { it } from './program.ts';
import { say } from './words.ts';
import { startPost } from './writing.ts';

const TITLE = 'Vườn rau lớp 6A';

/** What a member is to have sent today already, in bytes of text. */
async function hasSent(folder: string, account: string, bytes: number): Promise<void> {
  const store = await openStore(folder);
  const { unit, person } = await store
    .selectFrom('account')
    .select(['unit', 'person'])
    .where('name', '=', account)
    .executeTakeFirstOrThrow();
  const day = dayInVietnam(new Date().toISOString());
  await store.deleteFrom('sent_today').execute();
  await store.insertInto('sent_today').values({ unit, person, day, text_bytes: bytes, file_bytes: 0 }).execute();
  await store.destroy();
}

describe('the screen of syncing', () => {
  it('names what is on this computer only, what it costs, and says that all is done only when it is', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const author = await connect(await programs.start(), portal.url(), 'tacgia');
    const { page } = author;
    await author.syncNow();
    await portal.stop();
    await startPost(author, { title: TITLE, summary: '', body: 'Một đoạn.' });
    await author.document.getByText(say('window.save.saved')).waitFor();
    await author.openSync();
    const here = author.document.getByRole('region', { name: say('sync.here') });
    await here.getByRole('button', { name: new RegExp(TITLE) }).waitFor();
    await author.document.getByRole('button', { name: say('window.sync.now') }).click();
    await author.document.getByText(/127\.0\.0\.1/).waitFor();
    await author.document.getByLabel(say('sync.metered')).check();
    await author.document.getByLabel(say('sync.monthly')).fill('0');
    await author.document.getByRole('button', { name: say('sync.savePlan') }).click();
    await author.document.getByText(say('sync.monthlyWrong')).waitFor();
    await expectAccessible(page, 'sync, without a portal');
    await author.document.getByLabel(say('sync.monthly')).fill('200');
    await author.document.getByRole('button', { name: say('sync.savePlan') }).click();
    await author.document.getByText(/ 200,0 MB/).waitFor();

    await portal.start();
    await author.document.getByRole('button', { name: say('window.sync.now') }).click();
    await author.document.getByText(say('sync.allDone')).waitFor();
    await here.getByText(say('sync.hereNone')).waitFor();
    await expectAccessible(page, 'sync, all done');
  });

  it('says how near its person is to what they may send on a day, and what stays here past that', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const author = await connect(await programs.start(), portal.url(), 'tacgia');
    const { page } = author;
    await author.syncNow();
    await hasSent(portal.folder, 'tacgia', LIMITS.dailyTextBytes * 0.9);
    await author.openSync();
    await author.document.getByRole('button', { name: say('window.sync.now') }).click();
    await author.document.getByText(/^Hôm nay bạn đã gửi 90/).waitFor();
    await expectAccessible(page, 'sync, near what may be sent on a day');
    await hasSent(portal.folder, 'tacgia', LIMITS.dailyTextBytes - 10);
    await startPost(author, { title: TITLE, summary: '', body: 'Một đoạn.' });
    await author.document.getByText(say('window.save.saved')).waitFor();
    await author.openSync();
    await author.document.getByRole('button', { name: say('window.sync.now') }).click();
    await author.document.getByText(say('error.quota_reached')).waitFor();
    const here = author.document.getByRole('region', { name: say('sync.here') });
    await here.getByRole('button', { name: new RegExp(TITLE) }).waitFor();
    await expectAccessible(page, 'sync, past what may be sent on a day');
  });

  it('tells on a new computer how much of a large unit has come, and is usable meanwhile', async ({ programs }) => {
    const portal = await makePortal();
    const first = await signedIn(portal, 'tacgia');
    const random = seeded(7);
    for (let count = 1; count <= 120; count += 1) {
      const texts = Array.from({ length: 12 }, () => words(1_000, random));
      await first.client.call('posts.leave', { post: await first.write(`Bài số ${count}`, texts) });
    }
    expect(await sync(first)).toMatchObject({ state: 'idle', pending: 0 });

    const line = await layLine(portal.url());
    line.holdAfter(600_000);
    const author = await connect(await programs.start(), line.address, 'tacgia');
    await author.openSync();
    const come = author.document.getByRole('region', { name: say('receiving.label') });
    await come.getByRole('progressbar', { name: say('receiving.label') }).waitFor();
    await come.getByText(/^[0-9,]+ MB trong [0-9,]+ MB$/).waitFor();
    await expectAccessible(author.page, 'sync, a new computer that receives');
    await author.openPost('Bài số 120');
    await startPost(author, { title: TITLE, summary: '', body: 'Một đoạn.' });
    await author.document.getByText(say('window.save.saved')).waitFor();

    await line.mend();
    await author.openSync();
    await come.waitFor({ state: 'hidden' });
    await author.document.getByRole('button', { name: say('window.sync.now') }).click();
    await author.document.getByText(say('sync.allDone')).waitFor();
  }, 240_000);
});
