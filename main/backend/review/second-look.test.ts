import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Board, type BoardMember, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { act, openPost, statusOf } from '../posts/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';

let board: Board;
let author: BoardMember;
let head: BoardMember;
let here: Profile;

beforeEach(async () => {
  board = await startBoard();
  [author, head] = [await board.signIn('author'), await board.signIn('head')];
  here = await signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => board.clock.time, random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title: string) => title },
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account: 'reviewer', password: passwordOf('reviewer') },
  );
});
afterEach(async () => {
  await here.close();
  await board.close();
});

/** Submits what the author saved last and publishes it before anybody reviewed it. */
async function publishUrgently(post: string): Promise<void> {
  expect((await author.act('post.submit', post)).code).toBe('ok');
  await head.pull();
  const words = { ...head.approval(post), reason: 'Bão vào đêm nay.', permit: await head.permit() };
  expect((await head.act('post.urgent', post, words)).code).toBe('ok');
}

it('is at the page that was looked at, not at the one that has taken its place meanwhile', async () => {
  const { post } = await author.save({ title: 'Nghỉ học tránh bão' });
  await publishUrgently(post);
  await here.sync.now();
  const { revision } = openPost(here.desk, post);
  const wanted = { post, revision, reason: '', listedReason: null, htmlHash: null };

  await author.save({ title: 'Nghỉ học hết tuần' }, post);
  await publishUrgently(post);
  await here.sync.now();
  expect(statusOf(here.desk, post).live).not.toBe(revision);
  const changed = expect.objectContaining({ code: 'changed_meanwhile' });
  expect(() => act(here.desk, { ...wanted, action: 'review' })).toThrow(changed);

  act(here.desk, { ...wanted, revision: openPost(here.desk, post).revision, action: 'review' });
  await here.sync.now();
  await head.pull();
  expect(head.status(post)).toMatchObject({ state: 'published', unreviewed: null });
});
