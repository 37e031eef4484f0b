import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { htmlHash, postPath, renderArticle } from '../shared/content/index.ts';
import { openStore } from './store/index.ts';
import { approveThrough, type Board, type BoardMember, makePicture, startBoard, upload } from './testing/index.ts';
import { foldedStatus } from './workflow/index.ts';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard();
  author = await board.signIn('author');
  reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
});
afterEach(() => board.close());

describe('the main job', () => {
  it('goes from a draft to a public page that holds exactly the HTML the head approved', async () => {
    const { post, id, revision } = await author.save({ title: 'Khai giảng năm học 2026–2027' });
    const path = postPath(post, revision.title);
    expect((await board.get(path)).status).toBe(404);
    await approveThrough({ author, reviewer, head }, post);

    const seen = head.received(id);
    if (seen === null) throw new Error('the head never received the revision');
    const approved = renderArticle(seen);
    const page = await (await board.get(path)).text();
    const from = page.indexOf('<article');
    const to = page.indexOf('</article>') + '</article>'.length;
    expect(page.slice(from, to)).toBe(approved);
    expect(page.split('<article').length).toBe(2);

    await author.pull();
    expect(author.status(post)).toMatchObject({ state: 'published', live: id, approval: null });
    const publish = author.feed.findLast((change) => change.kind === 'mutation');
    expect(publish).toMatchObject({
      person: null,
      mutation: { device: board.portal.id, name: 'post.publish', args: { htmlHash: htmlHash(approved) } },
    });
  });

  it('keeps a status that equals the fold over all accepted events, through corrections and withdrawal', async () => {
    const { post } = await author.save();
    await approveThrough({ author, reviewer, head }, post);
    await author.save({ title: 'Hội khoẻ Phù Đổng (sửa)' }, post);
    await author.act('post.submit', post);
    await reviewer.act('post.return', post, { reason: 'Thiếu kết quả.' });
    await author.save({ title: 'Hội khoẻ Phù Đổng: kết quả' }, post);
    await author.act('post.submit', post);
    await author.act('post.recall', post);
    await author.act('post.submit', post);
    await head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
    const { post: draft } = await author.save({ title: 'Bài khác' });
    await board.portal.close();
    const store = await openStore(board.folder, board.database);
    const rows = await store.selectFrom('post').select(['id', 'status']).execute();
    expect(rows.map((row) => row.id).sort()).toEqual([post, draft].sort());
    for (const row of rows) expect(JSON.parse(row.status)).toEqual(await foldedStatus(store, row.id));
    await store.destroy();
    await board.restart();
  });

  it('replaces the page when a correction is approved, and keeps the first date and old addresses', async () => {
    const { post } = await author.save({ title: 'Tuyển sinh lớp 6' });
    await approveThrough({ author, reviewer, head }, post);
    board.clock.time = new Date('2026-11-25T02:00:00.000Z');
    const second = await author.save({ title: 'Tuyển sinh lớp 6 năm 2027' }, post);
    await approveThrough({ author, reviewer, head }, post);
    const old = await board.get(postPath(post, 'Tuyển sinh lớp 6'));
    expect([old.status, old.headers.get('location')]).toEqual([301, postPath(post, second.revision.title)]);
    const page = await (await board.get(postPath(post, second.revision.title))).text();
    expect(page).toContain('Đăng ngày 20/11/2026');
    expect(page).toContain('cập nhật ngày 25/11/2026');
    expect(await (await board.get('/')).text()).not.toContain('>Tuyển sinh lớp 6<');
  });

  it('takes a withdrawn page down at once, with the reason and nothing of the post', async () => {
    const { post, revision } = await author.save({ title: 'Danh sách học sinh' });
    await approveThrough({ author, reviewer, head }, post);
    const verdict = await head.act('post.withdraw', post, { reason: 'personal_data', explanation: 'Lộ số điện thoại' });
    expect(verdict.outcome).toBe('accepted');
    const gone = await board.get(postPath(post, revision.title));
    const text = await gone.text();
    expect(gone.status).toBe(410);
    expect(text).toContain('Có thông tin cá nhân không được công khai');
    for (const secret of ['Danh sách học sinh', 'Lộ số điện thoại', '<article']) expect(text).not.toContain(secret);
    expect(await (await board.get('/')).text()).not.toContain('Danh sách học sinh');
  });

  it('stays down when a picture arrives for a correction approved before: the head approves it anew', async () => {
    const { post } = await author.save();
    await approveThrough({ author, reviewer, head }, post);
    const { bytes, reference } = await makePicture('teal');
    const cover = { media: reference.hash, alt: 'Sân trường' };
    const { revision } = await author.save({ title: 'Bản sửa', cover, media: [reference] }, post);
    await approveThrough({ author, reviewer, head }, post);
    await author.pull();
    expect(author.status(post).state).toBe('approved');

    await head.act('post.withdraw', post, { reason: 'personal_data', explanation: '' });
    await upload(author, bytes, reference.hash);
    await head.pull();
    expect(head.status(post)).toMatchObject({ state: 'appraised', live: null, approval: null });
    expect((await board.get(postPath(post, revision.title))).status).toBe(410);
    await author.pull();
    expect(await board.inStore((store) => foldedStatus(store, post))).toEqual(author.status(post));

    expect((await head.act('post.approve', post)).code).toBe('ok');
    expect((await board.get(postPath(post, revision.title))).status).toBe(200);
  });

  it('serves the approved page after the portal was stopped and started', async () => {
    const { post, revision } = await author.save();
    await approveThrough({ author, reviewer, head }, post);
    const before = await (await board.get(postPath(post, revision.title))).text();
    await board.restart();
    expect(await (await board.get(postPath(post, revision.title))).text()).toBe(before);
  });
});
