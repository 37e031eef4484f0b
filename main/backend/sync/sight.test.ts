import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseMedia, eraseRevision, type ToErase } from '../../../portal/erasure/index.ts';
import { hidePost, lockFeed, showPost } from '../../../portal/feed/index.ts';
import type { Store } from '../../../portal/store/index.ts';
import { type Board, makePicture, type PersonKey, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { newId } from '../../../shared/content/index.ts';
import {
  act,
  contributorsOf,
  createPost,
  listHistory,
  listPosts,
  openPost,
  readRevision,
  writeDraft,
} from '../posts/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';

let board: Board;
const open: Profile[] = [];

beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
});
afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close();
  await board.close();
});

async function computerOf(key: PersonKey): Promise<Profile> {
  const profile = await signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => new Date(), random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title) => title },
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account: key, password: passwordOf(key) },
  );
  open.push(profile);
  return profile;
}

/** A post of the author, submitted, with a picture. */
async function submitted(author: Profile): Promise<{ post: string; revision: string; picture: string }> {
  const { bytes, reference } = await makePicture('teal');
  author.shelf.put(reference, bytes);
  const post = createPost(author.desk);
  const figure = { id: 'f', type: 'figure' as const, media: reference.hash, alt: 'Ảnh' };
  const words = {
    id: 'a',
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, text: 'Chữ phải xóa của quyzzyx' }],
  };
  const fields = { title: 'Tên phải xóa', categories: ['B2'] };
  writeDraft(author.desk, { post, fields, order: ['a', 'f'], blocks: [words, figure] });
  act(author.desk, { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null });
  await author.sync.now();
  return { post, revision: openPost(author.desk, post).revision ?? '', picture: reference.hash };
}
const find = ({ desk }: Profile, query: string): string[] =>
  listPosts(desk, { filter: 'all', category: null, query, offset: 0, limit: 10 }).rows.map(({ post }) => post);

async function inUnit(work: (tx: Store, reader: { unit: string; person: string }) => Promise<void>, reader: Profile) {
  const { unit } = reader.desk.portal;
  await board.inStore((store) =>
    store.transaction().execute(async (tx) => {
      await lockFeed(tx, unit.id);
      await work(tx, { unit: unit.id, person: reader.desk.me().id });
    }),
  );
}

async function erase(what: 'revision' | 'media', hash: string, by: Profile): Promise<void> {
  await board.inStore(async (store) => {
    const row = await store.selectFrom('portal').selectAll().executeTakeFirstOrThrow();
    const identity = { portal: row.id, publicKey: row.public_key, secretKey: row.secret_key };
    const context = { store, identity, now: () => board.clock.time, report: () => undefined };
    const wanted: ToErase = { unit: by.desk.portal.unit.id, hash, person: null, ground: 'Quyết định' };
    if (what === 'revision') await eraseRevision(context, wanted);
    else await eraseMedia(context, board.folder, wanted);
  });
}

describe('a post out of sight', () => {
  it('is dropped from the computer, its words from the search too, and comes back when it is shown again', async () => {
    const [author, reviewer] = [await computerOf('author'), await computerOf('reviewer')];
    const { post, revision } = await submitted(author);
    await reviewer.sync.now();
    expect(find(reviewer, 'phải xóa')).toEqual([post]);
    await inUnit((tx, reader) => hidePost(tx, reader, post), reviewer);
    expect(await reviewer.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(find(reviewer, '')).toEqual([]);
    expect(find(reviewer, 'phải xóa')).toEqual([]);
    expect(readRevision(reviewer.desk.db, revision)).toBeNull();
    await inUnit((tx, reader) => showPost(tx, reader, post), reviewer);
    await reviewer.sync.now();
    expect(openPost(reviewer.desk, post)).toMatchObject({ state: 'submitted', fields: { title: 'Tên phải xóa' } });
  });

  it('keeps what the person made themselves', async () => {
    const [author, reviewer] = [await computerOf('author'), await computerOf('reviewer')];
    const { post } = await submitted(author);
    await reviewer.sync.now();
    const { revision } = openPost(reviewer.desk, post);
    act(reviewer.desk, { post, revision, action: 'appraise', reason: '', listedReason: null, htmlHash: null });
    await reviewer.sync.now();
    await inUnit((tx, reader) => hidePost(tx, reader, post), reviewer);
    await reviewer.sync.now();
    expect(openPost(reviewer.desk, post).timeline.map(({ name }) => name)).toEqual(['post.appraise']);
  });
});

describe('what was erased', () => {
  it('leaves every computer: text, words in lists and search, and the file; it is not taken in again', async () => {
    const [author, reviewer] = [await computerOf('author'), await computerOf('reviewer')];
    const { post, revision, picture } = await submitted(author);
    await reviewer.sync.now();
    const file = reviewer.shelf.path(picture) ?? '';
    expect(existsSync(file)).toBe(true);
    await erase('revision', revision, author);
    await erase('media', picture, author);
    for (const computer of [author, reviewer]) {
      expect(await computer.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
      expect(readRevision(computer.desk.db, revision)).toBeNull();
      expect(find(computer, 'phải xóa')).toEqual([]);
      expect(openPost(computer.desk, post)).toMatchObject({ fields: { title: '' }, blocks: [] });
      expect(computer.shelf.path(picture)).toBeNull();
      // Nor does the file hold a word of it, in its free pages or in the search's own.
      computer.desk.db.pragma('wal_checkpoint(TRUNCATE)');
      expect(readFileSync(computer.desk.db.name).toString('latin1').includes('uyzzyx')).toBe(false);
    }
    expect(existsSync(file)).toBe(false);
    const { bytes, reference } = await makePicture('teal');
    reviewer.shelf.put(reference, bytes);
    expect(reviewer.shelf.path(picture)).toBeNull();
  });

  it('keeps its place on a computer that never held it: in the lists, in the history, and who made what from it', async () => {
    const [first, reviewer] = [await computerOf('author'), await computerOf('reviewer')];
    const { post, revision } = await submitted(first);
    await reviewer.sync.now();
    act(reviewer.desk, { post, revision, action: 'return', reason: 'Bỏ tên em', listedReason: null, htmlHash: null });
    await reviewer.sync.now();
    await erase('revision', revision, first);
    for (const computer of [first, reviewer]) await computer.sync.now();
    const second = await computerOf('author');
    await second.sync.now();
    const query = { filter: 'all', category: null, query: '', offset: 0, limit: 10 } as const;
    for (const { desk } of [first, second]) {
      expect(listPosts(desk, query).rows).toEqual([expect.objectContaining({ post, title: '', state: 'returned' })]);
      expect(listHistory(desk, post)).toEqual([
        expect.objectContaining({ revision, authorName: desk.me().name, at: null, isErased: true }),
      ]);
      expect(contributorsOf(desk.db, revision, new Set())).toEqual([desk.me().id]);
      expect(openPost(desk, post)).toMatchObject({ mode: 'edit', state: 'returned', blocks: [], revision });
    }
    // And it is read again in its place when all of the feed is.
    await board.inStore((store) => store.updateTable('portal').set({ epoch: newId() }).execute());
    await second.sync.now();
    expect(listHistory(second.desk, post)).toHaveLength(1);
    const third = await computerOf('reviewer');
    await third.sync.now();
    expect(listPosts(third.desk, query).rows).toEqual(listPosts(reviewer.desk, query).rows);
  });

  it('ends its review by a return or by taking it back, and by nothing else; its author writes anew', async () => {
    const [author, reviewer] = [await computerOf('author'), await computerOf('reviewer')];
    const { post, revision } = await submitted(author);
    await reviewer.sync.now();
    await erase('revision', revision, author);
    for (const computer of [author, reviewer]) await computer.sync.now();
    const about = { post, revision, listedReason: null, htmlHash: null, reason: 'Viết lại' } as const;
    expect(() => act(reviewer.desk, { ...about, action: 'appraise' })).toThrow('denied');
    const codes = openPost(reviewer.desk, post).actions.map(({ name, code }) => [name, code]);
    expect(codes).toContainEqual(['appraise', 'erased']);
    expect(codes).toContainEqual(['return', null]);
    act(reviewer.desk, { ...about, action: 'return' });
    for (const computer of [reviewer, author]) expect(await computer.sync.now()).toMatchObject({ pending: 0 });
    expect(openPost(author.desk, post)).toMatchObject({ state: 'returned', mode: 'edit', reason: 'Viết lại' });
    expect(openPost(author.desk, post).actions).toContainEqual(
      expect.objectContaining({ name: 'submit', code: 'erased' }),
    );
    const words = { id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'Chữ mới' }] };
    writeDraft(author.desk, { post, fields: { title: 'Tên mới', categories: ['B2'] }, order: ['a'], blocks: [words] });
    act(author.desk, { ...about, revision: null, action: 'submit' });
    for (const computer of [author, reviewer]) expect(await computer.sync.now()).toMatchObject({ pending: 0 });
    expect(openPost(reviewer.desk, post)).toMatchObject({ state: 'submitted', fields: { title: 'Tên mới' } });
  });

  it('is erased again on a portal that was restored without it, as soon as a computer comes that knows', async () => {
    const author = await computerOf('author');
    const { revision } = await submitted(author);
    const kept = await board.inStore((store) =>
      store.selectFrom('revision').selectAll().where('id', '=', revision).executeTakeFirstOrThrow(),
    );
    await erase('revision', revision, author);
    await author.sync.now();
    await board.inStore(async (store) => {
      await store.deleteFrom('erased').execute();
      await store.deleteFrom('change').where('kind', '=', 'erased').execute();
      await store.updateTable('revision').set({ canonical: kept.canonical }).where('id', '=', revision).execute();
      await store.updateTable('portal').set({ epoch: newId() }).execute();
    });
    await author.sync.now();
    await author.sync.now();
    const after = await board.inStore((store) =>
      store.selectFrom('revision').select('canonical').where('id', '=', revision).executeTakeFirst(),
    );
    expect(after?.canonical).toBe('{}');
    expect(readRevision(author.desk.db, revision)).toBeNull();
  });
});
