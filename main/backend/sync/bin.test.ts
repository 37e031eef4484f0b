import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Board, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import type { Block } from '../../../shared/content/index.ts';
import type { PostFilter } from '../../../shared/contract/index.ts';
import {
  createPost,
  listHistory,
  listPosts,
  mint,
  openPost,
  putInBin,
  restoreFromBin,
  unseenVerdicts,
  writeDraft,
} from '../posts/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';

let board: Board;
const open: Profile[] = [];

beforeEach(async () => {
  board = await startBoard();
});
afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close();
  await board.close();
});

async function computer(): Promise<Profile> {
  const profile = await signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => new Date(), random: () => 0.5 },
      tell: () => undefined,
      titleOfCopy: (title) => title,
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account: 'author', password: passwordOf('author') },
  );
  open.push(profile);
  return profile;
}

const paragraph = (text: string): Block => ({ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] });
const write = ({ desk }: Profile, post: string, text: string): void => {
  writeDraft(desk, { post, fields: { title: 'Bài' }, order: ['a'], blocks: [paragraph(text)] });
};
const count = ({ desk }: Profile, filter: PostFilter): number =>
  listPosts(desk, { filter, category: null, query: '', offset: 0, limit: 50 }).total;

/** Two computers of the author that hold one draft. */
async function twoComputers(): Promise<{ here: Profile; there: Profile; post: string }> {
  const [here, there] = [await computer(), await computer()];
  const post = createPost(here.desk);
  write(here, post, 'đầu');
  await here.sync.now();
  await there.sync.now();
  return { here, there, post };
}

it('a draft thrown away, with no line, goes from the other computer at the next sync and comes back from there', async () => {
  const { here, there, post } = await twoComputers();
  putInBin(here.desk, post);
  await here.sync.now();
  await there.sync.now();
  expect([count(here, 'bin'), count(there, 'bin'), count(there, 'all')]).toEqual([1, 1, 0]);
  restoreFromBin(there.desk, post);
  await there.sync.now();
  await here.sync.now();
  for (const one of [here, there]) {
    expect([count(one, 'bin'), count(one, 'all')]).toEqual([0, 1]);
    expect(openPost(one.desk, post)).toMatchObject({ mode: 'edit', word: 'accepted', blocks: [paragraph('đầu')] });
  }
  expect(listHistory(here.desk, post)).toHaveLength(1);
});

it('words written on the other computer before it heard of it win over the deletion', async () => {
  const { here, there, post } = await twoComputers();
  write(there, post, 'đầu, viết thêm ở nhà');
  putInBin(here.desk, post);
  await here.sync.now();
  await there.sync.now();
  await here.sync.now();
  for (const one of [here, there]) {
    expect([count(one, 'bin'), count(one, 'all')]).toEqual([0, 1]);
    expect(openPost(one.desk, post).blocks).toEqual([paragraph('đầu, viết thêm ở nhà')]);
  }
});

it('words the portal has already win too, and whoever threw the draft away is told why it is still there', async () => {
  const { here, there, post } = await twoComputers();
  write(there, post, 'đã gửi từ nhà');
  mint(there.desk, post);
  await there.sync.now();
  putInBin(here.desk, post);
  await here.sync.now();
  expect([count(here, 'bin'), count(here, 'all')]).toEqual([0, 1]);
  expect(openPost(here.desk, post).blocks).toEqual([paragraph('đã gửi từ nhà')]);
  expect(unseenVerdicts(here.desk)).toMatchObject([{ name: 'post.bin', code: 'edited_since' }]);
});

it('is nobody else’s business: other members hear neither of the draft nor of the bin', async () => {
  const { here, post } = await twoComputers();
  putInBin(here.desk, post);
  await here.sync.now();
  const head = await board.signIn('head');
  await head.pull();
  expect(head.feed.filter((line) => 'post' in line && line.post === post)).toEqual([]);
});

it('only the author throws a draft away, and none that was submitted', async () => {
  const [author, other] = [await board.signIn('author'), await board.signIn('other')];
  const saved = await author.save();
  const named = { revision: saved.id };
  expect(await other.act('post.bin', saved.post, named)).toMatchObject({ outcome: 'refused', code: 'not_yours' });
  await author.act('post.submit', saved.post);
  expect(await author.act('post.bin', saved.post, named)).toMatchObject({ outcome: 'refused', code: 'wrong_state' });
});
