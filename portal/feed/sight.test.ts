import { afterEach, beforeEach, expect, it } from 'vitest';
import { API, type Member } from '../../shared/sync/index.ts';
import { setMember } from '../admin/index.ts';
import { approveThrough, type Board, type BoardMember, makePicture, startBoard, upload } from '../testing/index.ts';
import { hidePost, lockFeed, showPost } from './index.ts';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard();
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
});
afterEach(() => board.close());

const turn = (change: typeof hidePost, post: string): Promise<void> =>
  board.inStore((store) =>
    store.transaction().execute(async (tx) => {
      const { id: unit } = reviewer.portal.unit;
      await lockFeed(tx, unit);
      await change(tx, { unit, person: reviewer.member.id }, post);
    }),
  );
const of = ({ feed }: BoardMember, post: string): string[] =>
  feed.flatMap((change) => {
    if (!('post' in change) || change.post !== post) return [];
    return [change.kind === 'mutation' ? change.mutation.name : change.kind];
  });

it('a hidden post is told to be dropped, and nothing of it comes any more but what one made oneself', async () => {
  const { bytes, reference } = await makePicture('teal');
  const { post, id } = await author.save({ cover: { media: reference.hash, alt: 'Ảnh' }, media: [reference] });
  await upload(author, bytes, reference.hash);
  await approveThrough({ author, reviewer, head }, post);
  await reviewer.pull();
  const before = of(reviewer, post);
  await turn(hidePost, post);
  await turn(hidePost, post);
  const later = await makePicture('maroon');
  const { hash } = later.reference;
  await author.save({ title: 'Sửa', cover: { media: hash, alt: 'Ảnh sau' }, media: [later.reference] }, post);
  await upload(author, later.bytes, hash);
  await author.act('post.submit', post);
  const { cursor } = await reviewer.pull();
  expect(of(reviewer, post).slice(before.length)).toEqual(['hide']);
  expect(cursor).toEqual((await head.pull()).cursor);
  const other = await board.signIn('reviewer');
  await other.pull();
  expect(of(other, post)).toEqual(['post.appraise', 'hide']);
  expect(other.received(id)).toBeNull();
  await expect(reviewer.request(`${API.media}/${hash}`)).rejects.toMatchObject({ status: 404 });
  // What the public page shows, everybody may see.
  expect((await reviewer.request(`${API.media}/${reference.hash}`)).status).toBe(200);
});

it('who holds no role any more sees the board’s posts no longer, what comes meanwhile included; with a role again, all of it', async () => {
  const { post } = await author.save();
  await author.act('post.submit', post);
  const own = await reviewer.save({ title: 'Của người thẩm định' });
  await reviewer.act('post.submit', own.post);
  await reviewer.pull();
  const give = (roles: Member['roles']): Promise<unknown> =>
    board.inStore((store) =>
      store.transaction().execute((tx) => {
        const wanted = { person: reviewer.member.id, roles, deputies: [] };
        return setMember(
          tx,
          head.portal.unit.id,
          wanted,
          { by: { person: null, device: null }, byHead: true },
          board.clock.time,
        );
      }),
    );
  await give([]);
  const later = await author.save({ title: 'Bài sau' });
  await author.act('post.submit', later.post);
  await reviewer.pull();
  expect(of(reviewer, post).at(-1)).toBe('hide');
  expect(of(reviewer, own.post)).not.toContain('hide');
  expect(of(reviewer, later.post)).toEqual([]);
  await give(['reviewer']);
  await reviewer.pull();
  expect(of(reviewer, post).slice(-2)).toEqual(['revision', 'post.submit']);
  expect(of(reviewer, later.post)).toEqual(['revision', 'post.submit']);
});

it('shown again, all of it comes once more in its order, on each computer', async () => {
  const { post } = await author.save();
  await approveThrough({ author, reviewer, head }, post);
  await reviewer.pull();
  await turn(hidePost, post);
  await reviewer.pull();
  await turn(showPost, post);
  await turn(showPost, post);
  const seen = of(reviewer, post).length;
  await reviewer.pull();
  const all = ['revision', 'post.submit', 'post.appraise', 'post.approve', 'post.publish'];
  expect(of(reviewer, post).slice(seen)).toEqual(all);
  const other = await board.signIn('reviewer');
  await other.pull();
  expect(other.status(post).state).toBe('published');
  expect(of(other, post).slice(-all.length)).toEqual(all);
});

it('a line whose text is not here, as in a portal made anew from a backup, keeps nobody from what comes after it', async () => {
  const { post } = await author.save();
  await board.inStore(async (store) => {
    const { id: unit } = author.portal.unit;
    const { last_number: number } = await store
      .updateTable('unit')
      .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
      .where('id', '=', unit)
      .returning('last_number')
      .executeTakeFirstOrThrow();
    const line = { kind: 'revision', post, object: 'f'.repeat(64), payload: null } as const;
    await store
      .insertInto('change')
      .values({ unit, number, audience: null, ...line })
      .execute();
  });
  await author.act('post.submit', post);
  await reviewer.pull();
  expect(of(reviewer, post)).toEqual(['revision', 'post.submit']);
});
