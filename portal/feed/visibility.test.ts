import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, newId } from '../../shared/content/index.ts';
import { API, baseDictionary, PROTOCOL } from '../../shared/sync/index.ts';
import { openStore } from '../store/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  makePicture,
  paragraph,
  startBoard,
  upload,
} from '../testing/index.ts';
import { PLAIN_READER, readPage } from './index.ts';

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

const kinds = (member: BoardMember): string[] =>
  member.feed.map((change) => (change.kind === 'mutation' ? change.mutation.name : change.kind));

describe('the feed', () => {
  it('gives everyone the members, and a draft to its author alone, on each of their computers', async () => {
    await author.save({ blocks: [paragraph('Chỉ tác giả thấy.')] });
    const elsewhere = await board.signIn('author');
    await reviewer.pull();
    await elsewhere.pull();
    expect(kinds(reviewer)).toEqual(['member', 'member', 'member', 'member']);
    expect(kinds(elsewhere)).toEqual(['member', 'member', 'member', 'member', 'revision', 'post.save']);
  });

  it('gives others the submitted revision and never the text before it', async () => {
    const first = await author.save({ blocks: [paragraph('Bản nháp đầu tiên.')] });
    const second = await author.save({ blocks: [paragraph('Bản gửi đi.')] }, first.post);
    await author.act('post.submit', first.post);
    await author.save({ blocks: [paragraph('Sửa tiếp sau khi gửi.')] }, first.post);
    await reviewer.pull();
    expect(kinds(reviewer).slice(4)).toEqual(['revision', 'post.submit']);
    expect(reviewer.received(second.id)).toEqual(second.revision);
    expect(reviewer.received(first.id)).toBeNull();
    expect(reviewer.status(first.post).contributors).toEqual([author.member.id]);
  });

  it('gives nobody an earlier draft of somebody else for naming it as a parent of a text of their own', async () => {
    const first = await author.save({ blocks: [paragraph('Bản nháp đầu tiên.')] });
    await author.save({ blocks: [paragraph('Bản gửi đi.')] }, first.post);
    await author.act('post.submit', first.post);
    const curious = await board.signIn('other');
    const own = await curious.save();
    const merge = await curious.save({ parents: [own.id, first.id] }, own.post);
    const lost = curious.mint(own.post, { title: 'Thua cuộc', parents: [own.id, first.id] });
    const late = curious.mutate('post.save', { post: own.post, revision: lost.id, base: own.id }, [own.mutation]);
    await curious.send({ revisions: [lost], mutations: [late] });
    await curious.pull();
    // Nor is it taken: the author never saved that text in this post.
    expect(merge.verdict).toMatchObject({ outcome: 'refused', code: 'bad_revision' });
    expect(curious.received(first.id)).toBeNull();
  });

  it('takes no text against a base that its sender may not see: that would tell them what stands in it', async () => {
    const first = await author.save({ blocks: [paragraph('Bản nháp đầu tiên.')] });
    const curious = await board.signIn('other');
    const own = curious.mint(newId());
    const save = curious.mutate('post.save', { post: own.revision.post, revision: own.id, base: null });
    const dictionary = Buffer.from(baseDictionary({ id: first.id, canonical: canonicalJson(first.revision) }), 'utf8');
    const data = zstdCompressSync(canonicalJson(own.revision), { dictionary }).toString('base64');
    const revisions = [{ id: own.id, codec: 'zstd', base: first.id, data }];
    const body = JSON.stringify({ protocol: PROTOCOL, cursor: null, revisions, mutations: [save] });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    expect(await (await curious.request(API.sync, init)).json()).toMatchObject({
      verdicts: [],
      waiting: [{ mutation: save.id, missing: [own.id] }],
    });
  });

  it('moves a cursor past what is not for its reader, so that nothing is read twice', async () => {
    await author.save();
    const { cursor } = await reviewer.pull();
    await author.pull();
    expect(cursor).toEqual((await author.pull()).cursor);
    expect((await reviewer.send({})).changes).toEqual([]);
  });

  it('writes a revision to an audience once, however often it is submitted', async () => {
    const { post } = await author.save();
    await author.act('post.submit', post);
    await reviewer.act('post.return', post, { reason: 'Xem lại tiêu đề.' });
    await author.act('post.submit', post);
    await head.pull();
    expect(kinds(head).filter((kind) => kind === 'revision')).toHaveLength(1);
  });

  it('comes in pages within a number of bytes, and read page by page it is the same', async () => {
    for (let count = 0; count < 5; count += 1) await author.save({ blocks: [paragraph('Dài. '.repeat(400))] });
    await author.pull();
    await board.portal.close();
    const store = await openStore(board.folder, board.database);
    const caller = { unit: author.portal.unit.id, person: author.member.id, device: author.device.id };
    const read: unknown[] = [];
    let pages = 0;
    let page = await readPage(store, caller, null, PLAIN_READER, 2_000);
    for (; ; page = await readPage(store, caller, page.cursor, PLAIN_READER, 2_000)) {
      pages += 1;
      read.push(...page.changes);
      const bytes = Buffer.byteLength(JSON.stringify(page.changes));
      expect(page.changes.length === 1 || bytes < 2_100).toBe(true);
      if (!page.more) break;
    }
    expect(pages).toBeGreaterThan(2);
    expect(read).toEqual(author.feed);
    await store.destroy();
    await board.restart();
  });

  it('starts again from the beginning for a cursor of another epoch', async () => {
    await author.save();
    await author.pull();
    await board.portal.close();
    const store = await openStore(board.folder, board.database);
    await store.updateTable('portal').set({ epoch: 'sau-khi-phuc-hoi' }).execute();
    await store.destroy();
    await board.restart();
    const reply = await author.send({});
    expect(reply.changes).toEqual(author.feed);
    expect(reply.cursor.epoch).toBe('sau-khi-phuc-hoi');
  });
});

describe('a picture', () => {
  it('is for those who may see a revision that names it, and public only while its page is live', async () => {
    const { bytes, reference } = await makePicture('teal');
    const { hash } = reference;
    const cover = { media: hash, alt: 'Sân trường' };
    const { post } = await author.save({ cover, media: [reference] });
    await upload(author, bytes, hash);
    const ask = (member: BoardMember): Promise<Response> => member.request(`${API.media}/${hash}`);
    const asPublic = async (): Promise<number> => (await board.get(`/media/${hash}.webp`)).status;

    expect(Buffer.from(await (await ask(author)).arrayBuffer())).toEqual(bytes);
    await expect(ask(reviewer)).rejects.toMatchObject({ status: 404, code: 'not_found' });
    expect(await asPublic()).toBe(404);
    await approveThrough({ author, reviewer, head }, post);
    expect((await ask(reviewer)).status).toBe(200);
    expect(await asPublic()).toBe(200);
    await head.act('post.withdraw', post, { reason: 'copyright', explanation: '' });
    expect(await asPublic()).toBe(404);
  });
});
