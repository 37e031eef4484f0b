import { expect, it } from 'vitest';
import type { Block } from '../../../shared/content/index.ts';
import type { PostFilter } from '../../../shared/contract/index.ts';
import { mintWaiting } from '../sync/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import {
  act,
  createPost,
  type Desk,
  dropDraft,
  eraseFromBin,
  listHistory,
  listPosts,
  mint,
  openPost,
  projectPost,
  putInBin,
  restoreFromBin,
  restoreVersion,
  unmintedDrafts,
  writeDraft,
} from './index.ts';
import { enqueue } from './outbox.ts';

const paragraph = (text: string): Block => ({ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] });
const write = (desk: Desk, post: string, text: string): void => {
  writeDraft(desk, {
    post,
    fields: { title: 'Vườn rau', categories: ['B2'] },
    order: ['a'],
    blocks: [paragraph(text)],
  });
};
const titles = (desk: Desk, filter: PostFilter, query = ''): string[] =>
  listPosts(desk, { filter, category: null, query, offset: 0, limit: 50 }).rows.map(({ title }) => title);
const names = (desk: Desk): string[] =>
  desk.db
    .prepare<[], { name: string }>('SELECT name FROM mutation ORDER BY place')
    .all()
    .map(({ name }) => name);
const mintAll = (desk: Desk): void => {
  mintWaiting(desk, 'all', (error) => {
    throw error;
  });
};

it('a draft is out of the lists and the search while it is in the bin, and comes back whole, with its history', () => {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  write(desk, post, 'một');
  mint(desk, post);
  write(desk, post, 'một hai');
  putInBin(desk, post);
  expect([titles(desk, 'all'), titles(desk, 'mine'), titles(desk, 'draft')]).toEqual([[], [], []]);
  expect(titles(desk, 'all', 'vuon rau')).toEqual([]);
  expect(titles(desk, 'bin')).toEqual(['Vườn rau']);
  expect(openPost(desk, post)).toMatchObject({
    mode: 'read',
    bin: 'inBin',
    actions: [],
    blocks: [paragraph('một hai')],
  });

  restoreFromBin(desk, post);
  expect([titles(desk, 'all', 'vuon rau'), titles(desk, 'bin')]).toEqual([['Vườn rau'], []]);
  expect(openPost(desk, post)).toMatchObject({ mode: 'edit', bin: 'mayBin', blocks: [paragraph('một hai')] });
  expect(listHistory(desk, post)).toHaveLength(2);
  expect(names(desk)).toEqual(['post.save', 'post.save', 'post.bin', 'post.restore']);
});

it('a draft that is in no version stays on this computer alone, is never sent, and may be destroyed', () => {
  const { desk } = openTestDesk();
  const [kept, gone] = [createPost(desk), createPost(desk)];
  write(desk, kept, 'giữ');
  write(desk, gone, 'bỏ');
  putInBin(desk, kept);
  putInBin(desk, gone);
  mintAll(desk);
  mint(desk, kept);
  expect([names(desk), unmintedDrafts(desk.db)]).toEqual([[], []]);
  expect(openPost(desk, kept).bin).toBe('inBinHere');
  eraseFromBin(desk, gone);
  expect(() => openPost(desk, gone)).toThrow('post_not_found');
  restoreFromBin(desk, kept);
  expect(openPost(desk, kept).blocks).toEqual([paragraph('giữ')]);
  mintAll(desk);
  expect(names(desk)).toEqual(['post.save']);
});

it('what the portal may know is never destroyed here, and what was submitted is not thrown away', () => {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  write(desk, post, 'một');
  mint(desk, post);
  putInBin(desk, post);
  expect(() => eraseFromBin(desk, post)).toThrow('denied');
  restoreFromBin(desk, post);
  act(desk, { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null });
  expect(openPost(desk, post).bin).toBe('no');
  expect(() => putInBin(desk, post)).toThrow('denied');
});

it('whoever writes on in another window takes it out again', () => {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  write(desk, post, 'một');
  mint(desk, post);
  putInBin(desk, post);
  write(desk, post, 'một, viết tiếp');
  expect(titles(desk, 'all', 'vuon')).toEqual(['Vườn rau']);
  expect(openPost(desk, post)).toMatchObject({ mode: 'edit', blocks: [paragraph('một, viết tiếp')] });
  mint(desk, post);
  expect(openPost(desk, post).bin).toBe('mayBin');
});

it('words that cannot be sent go into the bin as they are and come back', () => {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  write(desk, post, 'một');
  mint(desk, post);
  write(desk, post, 'TUYỆT MẬT');
  putInBin(desk, post);
  expect([titles(desk, 'all'), titles(desk, 'bin')]).toEqual([[], ['Vườn rau']]);
  mintAll(desk);
  restoreFromBin(desk, post);
  expect(openPost(desk, post)).toMatchObject({ mode: 'edit', blocks: [paragraph('TUYỆT MẬT')] });
});

it('an empty post simply goes', () => {
  const { desk } = openTestDesk();
  putInBin(desk, createPost(desk));
  expect([titles(desk, 'all'), titles(desk, 'bin')]).toEqual([[], []]);
});

it('what was written over a live page is dropped, and kept among the versions', () => {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  write(desk, post, 'đang đăng');
  const live = mint(desk, post) ?? '';
  enqueue(desk, post, 'post.publish', { post, revision: live, htmlHash: 'a'.repeat(64) }, []);
  desk.db.prepare("UPDATE mutation SET outcome = 'accepted'").run();
  projectPost(desk, post);
  expect(openPost(desk, post).bin).toBe('no');
  write(desk, post, 'đang sửa');
  expect(openPost(desk, post).bin).toBe('mayDrop');
  const { dropped } = dropDraft(desk, post, (title) => title);
  expect(openPost(desk, post)).toMatchObject({ bin: 'no', blocks: [paragraph('đang đăng')] });
  restoreVersion(desk, post, dropped ?? '', (title) => title);
  expect(openPost(desk, post)).toMatchObject({ bin: 'mayDrop', blocks: [paragraph('đang sửa')] });
});
