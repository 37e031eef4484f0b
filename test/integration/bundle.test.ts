import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../portal/store/index.ts';
import type { Input, Output } from '../../shared/contract/index.ts';
import {
  articleOf,
  type Computer,
  makeComputer,
  makePortal,
  PASSWORD,
  PIN,
  sync,
  type TestPortal,
  testFolder,
} from './board.ts';

type Options = Partial<Input<'bundle.make'>>;

/** Hands a file over as the window does. */
async function give({ client }: Computer, file: string | Buffer, name = 'tep.banthao'): Promise<void> {
  const bytes = typeof file === 'string' ? readFileSync(file) : file;
  for (let offset = 0; offset === 0 || offset < bytes.length; offset += 1_000_000) {
    const data = bytes.subarray(offset, offset + 1_000_000).toString('base64');
    await client.call('bundle.give', { name, offset, total: bytes.length, data });
  }
}

async function exported({ client }: Computer, options: Options = {}): Promise<string> {
  const wanted = { days: null, passphrase: null, withPictures: true, ...options };
  return (await client.call('bundle.make', wanted)).savedAt;
}

async function taken(computer: Computer, file: string | Buffer): Promise<Output<'bundle.take'>> {
  await give(computer, file);
  return computer.client.call('bundle.take', { passphrase: null });
}

/** One computer's file, taken in by another. */
async function carry(from: Computer, to: Computer, options: Options = {}): Promise<Output<'bundle.take'>> {
  return taken(to, await exported(from, options));
}

/** A computer that has signed in once, with folders of its own for what it saves. */
async function memberOf(portal: TestPortal, account: 'tacgia' | 'thamdinh' | 'truongban'): Promise<Computer> {
  const computer = await makeComputer(testFolder(), { downloads: testFolder() });
  const { client } = computer;
  const { needsPin } = await client.call('connect.signIn', { address: portal.url(), account, password: PASSWORD });
  if (needsPin) await client.call('connect.setPin', { pin: PIN });
  return computer;
}

async function board(): Promise<{ portal: TestPortal; author: Computer; reviewer: Computer; head: Computer }> {
  const portal = await makePortal();
  const author = await memberOf(portal, 'tacgia');
  const reviewer = await memberOf(portal, 'thamdinh');
  const head = await memberOf(portal, 'truongban');
  // Each has heard of the others' devices.
  for (const one of [author, reviewer, head]) await sync(one);
  await portal.stop();
  return { portal, author, reviewer, head };
}

const steps = async (computer: Computer, post: string) =>
  (await computer.open(post)).timeline.map(({ name, personName, outcome }) => [name, personName, outcome]);

describe('a whole board by USB alone', () => {
  it('writes, submits, returns, corrects, appraises and approves with nobody online; one carrier’s line publishes it', async () => {
    const { portal, author, reviewer, head } = await board();
    const photo = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#357' } })
      .jpeg()
      .toBuffer();
    const picture = await author.client.call('media.add', { name: 'sân trường.jpg', data: photo.toString('base64') });
    const post = await author.write('Lễ khai giảng', ['Đúng 7 giờ, trống vang lên.']);
    await author.client.call('draft.write', {
      post,
      base: (await author.open(post)).base,
      fields: { cover: { media: picture.hash, alt: 'Sân trường' } },
      order: null,
      blocks: [],
    });
    await author.act(post, 'submit');
    const secret = await author.write('Nháp riêng', ['câu nháp bí mật']);

    // The reviewer sees what was submitted, and nothing of the draft beside it.
    expect(await carry(author, reviewer)).toMatchObject({ mutations: 1, drafts: 2, pictures: 1, posts: [post] });
    expect((await reviewer.list()).map(({ title, word, state }) => [title, word, state])).toEqual([
      ['Lễ khai giảng', 'saved_here', 'submitted'],
    ]);
    expect(await reviewer.open(post)).toMatchObject({ mode: 'read', ownerName: 'Trần Thu Hà' });
    await expect(reviewer.open(secret)).rejects.toMatchObject({ code: 'post_not_found' });
    await reviewer.act(post, 'return', { reason: 'Thiếu tên lớp.' });

    await carry(reviewer, author);
    expect(await author.open(post)).toMatchObject({ mode: 'edit', state: 'returned', reason: 'Thiếu tên lớp.' });
    await author.write('Lễ khai giảng lớp 6A', ['Đúng 7 giờ, trống vang lên ở lớp 6A.'], post);
    await author.act(post, 'submit');
    await carry(author, reviewer);
    expect(await reviewer.open(post)).toMatchObject({ fields: { title: 'Lễ khai giảng lớp 6A' }, state: 'submitted' });
    await reviewer.act(post, 'appraise');

    // The head never met the author's file: the reviewer's carries all of it.
    expect(await carry(reviewer, head)).toMatchObject({ mutations: 4, pictures: 1, posts: [post] });
    expect((await head.list('my_turn')).map(({ title }) => title)).toEqual(['Lễ khai giảng lớp 6A']);
    const approved = await head.approve(post);
    expect((await head.open(post)).state).toBe('approved');

    // Only the head's computer finds a line.
    await portal.start();
    expect(await sync(head)).toMatchObject({ state: 'idle', pending: 0 });
    const details = await head.open(post);
    expect(details).toMatchObject({ state: 'published', isLive: true, word: 'accepted' });
    expect(articleOf(await (await fetch(details.publicUrl ?? '')).text())).toBe(approved);
    const served = await fetch(new URL(`/media/${picture.hash}.webp`, portal.url()));
    expect((await served.arrayBuffer()).byteLength).toBe(picture.bytes);
    expect(await head.list()).toHaveLength(1);

    await portal.stop();
    expect(await effects(portal)).toEqual([
      ['post.save', 'Trần Thu Hà', 'accepted'],
      ['post.save', 'Trần Thu Hà', 'accepted'],
      ['post.save', 'Trần Thu Hà', 'accepted'],
      ['post.submit', 'Trần Thu Hà', 'accepted'],
      ['post.return', 'Phạm Đình Khôi', 'accepted'],
      ['post.submit', 'Trần Thu Hà', 'accepted'],
      ['post.appraise', 'Phạm Đình Khôi', 'accepted'],
      ['post.approve', 'Nguyễn Thị Hoài An', 'accepted'],
      ['post.publish', null, 'accepted'],
    ]);

    // The verdicts come back by bundle as well, to people who never had a line.
    await carry(head, author, { days: 30 });
    expect(await author.open(post)).toMatchObject({ state: 'published', isLive: true, word: 'accepted' });
    expect((await author.open(secret)).word).toBe('accepted');
    expect(new Set((await steps(author, post)).map(([, , outcome]) => outcome))).toEqual(new Set(['accepted']));
    await carry(author, reviewer, { days: 30 });
    expect(await reviewer.open(post)).toMatchObject({ state: 'published', word: 'accepted' });
    expect(await reviewer.client.call('sync.status', null)).toMatchObject({ pending: 0 });
    await portal.start();
    for (const one of [author, reviewer]) expect(await sync(one)).toMatchObject({ state: 'idle', pending: 0 });
    expect((await author.open(post)).publicUrl).toBe(details.publicUrl);
  });
});

describe('carrying for others', () => {
  it('takes effect once, whoever brings it, and tells the one whose decision came second', async () => {
    const { portal, author, reviewer, head } = await board();
    const post = await author.write('Thông báo nghỉ học', ['Nghỉ học ngày 24/11.']);
    await author.act(post, 'submit');
    const file = await exported(author);
    await taken(reviewer, file);
    await taken(head, file);
    // Apart from each other, both decide on the same submission.
    await reviewer.act(post, 'appraise');
    await head.act(post, 'return', { reason: 'Thiếu giờ học bù.' });

    await portal.start();
    for (const one of [reviewer, author, head]) expect(await sync(one)).toMatchObject({ state: 'idle', pending: 0 });
    expect((await head.open(post)).state).toBe('appraised');
    expect(await head.client.call('inbox.list', null)).toMatchObject([{ name: 'post.return', code: 'review_moved' }]);
    await portal.stop();
    expect((await effects(portal)).filter(([, , outcome]) => outcome === 'accepted')).toEqual([
      ['post.save', 'Trần Thu Hà', 'accepted'],
      ['post.submit', 'Trần Thu Hà', 'accepted'],
      ['post.appraise', 'Phạm Đình Khôi', 'accepted'],
    ]);
  });

  it('leaves a draft to its author when what came by file lost a race: the decision on it is in the inbox only', async () => {
    const portal = await makePortal();
    const [author, elsewhere] = [await memberOf(portal, 'tacgia'), await memberOf(portal, 'tacgia')];
    const reviewer = await memberOf(portal, 'thamdinh');
    const post = await author.write('Tin thể thao', ['Đội bóng tập chiều thứ ba.']);
    for (const one of [author, reviewer, elsewhere]) await sync(one);
    await portal.stop();

    // Both computers of the author write on, and only one of them by file.
    await author.write('Tin bóng đá', ['Đội bóng tập chiều thứ tư.'], post);
    await author.act(post, 'submit');
    await elsewhere.write('Tin đội bóng', ['Đội bóng nghỉ tuần này.'], post);
    await carry(author, reviewer);
    await reviewer.act(post, 'return', { reason: 'Thiếu tên người viết.' });
    await portal.start();
    for (const one of [elsewhere, author, reviewer]) await sync(one);

    expect(await reviewer.list()).toEqual([]);
    await expect(reviewer.open(post)).rejects.toMatchObject({ code: 'post_not_found' });
    const told = { post, title: 'Tin bóng đá', name: 'post.return', isHere: false, said: 'Thiếu tên người viết.' };
    const [entry] = await reviewer.client.call('inbox.list', null);
    expect(entry).toMatchObject({ ...told, outcome: 'superseded' });
    await reviewer.client.call('inbox.seen', { mutation: entry?.mutation ?? '' });
    expect(await reviewer.list()).toEqual([]);
    expect(await reviewer.client.call('inbox.history', null)).toMatchObject([told]);
    // The author keeps both texts.
    expect((await author.open(post)).conflicts + (await elsewhere.open(post)).conflicts).toBeGreaterThan(0);
  });

  it('shows of a post that went back to its author what the board saw last, not what a file brought in vain', async () => {
    const portal = await makePortal();
    const [author, elsewhere] = [await memberOf(portal, 'tacgia'), await memberOf(portal, 'tacgia')];
    const [reviewer, atHome] = [await memberOf(portal, 'thamdinh'), await memberOf(portal, 'thamdinh')];
    const post = await author.write('Tin thể thao', ['Đội bóng tập chiều thứ ba.']);
    await author.act(post, 'submit');
    for (const one of [author, reviewer]) await sync(one);
    await reviewer.act(post, 'return', { reason: 'Thiếu tên đội.' });
    for (const one of [reviewer, atHome, elsewhere, author]) await sync(one);
    await portal.stop();

    await author.write('Tin bóng đá', ['Đội bóng tập chiều thứ tư.'], post);
    await author.act(post, 'submit');
    await elsewhere.write('Tin đội bóng', ['Đội bóng nghỉ tuần này.'], post);
    await carry(author, reviewer);
    expect(await reviewer.open(post)).toMatchObject({ state: 'submitted', fields: { title: 'Tin bóng đá' } });
    await portal.start();
    for (const one of [elsewhere, author, reviewer, atHome]) await sync(one);

    for (const one of [reviewer, atHome]) {
      expect(await one.open(post)).toMatchObject({ state: 'returned', fields: { title: 'Tin thể thao' } });
      expect(await one.list()).toMatchObject([{ post, title: 'Tin thể thao' }]);
    }
  });

  it('brings back what its author’s computer lost: put back in time, that wrote other words under the same numbers', async () => {
    const { portal, author, reviewer } = await board();
    const backup = testFolder();
    cpSync(author.home, backup, { recursive: true });
    const carried = await author.write('Chỉ còn trong tệp', ['Viết trước khi máy hỏng.']);
    await author.act(carried, 'submit');
    const draft = await author.write('Nháp chỉ còn trong tệp', ['Nháp trước khi máy hỏng.']);
    expect(await carry(author, reviewer)).toMatchObject({ mutations: 1, drafts: 2 });

    await author.restart(() => {
      rmSync(author.home, { recursive: true });
      cpSync(backup, author.home, { recursive: true });
    });
    const later = await author.write('Viết lại từ đầu', ['Viết sau khi máy hỏng.']);
    await portal.start();
    // The number of what the file holds was given to other words by then.
    for (const one of [author, reviewer, author]) expect(await sync(one)).toMatchObject({ state: 'idle', pending: 0 });

    expect((await author.list()).map(({ post }) => post).sort()).toEqual([carried, draft, later].sort());
    expect(await author.open(carried)).toMatchObject({ state: 'submitted', fields: { title: 'Chỉ còn trong tệp' } });
    expect(await author.open(draft)).toMatchObject({ blocks: [{ children: [{ text: 'Nháp trước khi máy hỏng.' }] }] });
    // Its own line goes on as ever: the portal tells it that somebody wrote under its numbers, and it takes new ones.
    await author.act(later, 'submit');
    expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
    expect((await author.open(later)).state).toBe('submitted');
    expect(await author.client.call('inbox.list', null)).toEqual([]);
  });

  it('judges by the author’s authority: what a revoked computer made does nothing, although a colleague brings it', async () => {
    const { portal, author, reviewer } = await board();
    const post = await author.write('Từ máy đã thu hồi', ['chữ của tác giả']);
    await author.act(post, 'submit');
    await carry(author, reviewer);
    expect((await reviewer.list()).map(({ state }) => state)).toEqual(['submitted']);

    const store = await openStore(portal.folder, null);
    const revoked_at = new Date().toISOString();
    await store.updateTable('device').set({ revoked_at }).where('id', '=', deviceOf(author)).execute();
    await store.destroy();
    await portal.start();
    expect(await sync(reviewer)).toMatchObject({ state: 'idle', pending: 0 });
    expect(await reviewer.list()).toEqual([]);
    await portal.stop();
    expect((await effects(portal)).map(([act, , outcome]) => [act, outcome])).toEqual([
      ['post.save', 'refused'],
      ['post.submit', 'refused'],
    ]);
    // On the author's own computer every word stays.
    expect(JSON.stringify((await author.open(post)).blocks)).toContain('chữ của tác giả');
  });
});

/** The device that a computer writes under. */
function deviceOf({ home }: Computer): string {
  return JSON.parse(readFileSync(join(home, 'profiles/unit/device.json'), 'utf8')).id;
}

/** What the portal holds, in the order in which it took it, with whose signature it is. */
async function effects(portal: TestPortal): Promise<[string, string | null, string][]> {
  const store = await openStore(portal.folder, null);
  const rows = await store
    .selectFrom('mutation')
    .leftJoin('person', 'person.id', 'mutation.person')
    .select(['mutation.name as act', 'person.name as person', 'mutation.outcome'])
    .orderBy('mutation.number')
    .execute();
  await store.destroy();
  return rows.map(({ act, person, outcome }) => [act, person, outcome]);
}
