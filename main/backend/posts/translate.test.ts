import { expect, it } from 'vitest';
import type { Block } from '../../../shared/content/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import {
  createPost,
  type Desk,
  listPosts,
  markSourceSeen,
  mint,
  openPost,
  putInBin,
  readRevision,
  readSource,
  translatePost,
  writeDraft,
} from './index.ts';
import { statusOf } from './project.ts';

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });

function write(desk: Desk, post: string, texts: Readonly<Record<string, string>>, fields: object | null = null): void {
  const blocks = Object.entries(texts).map(([id, text]) => paragraph(id, text));
  writeDraft(desk, { post, fields, order: blocks.map(({ id }) => id), blocks });
}

function writtenSource(desk: Desk): string {
  const post = createPost(desk);
  write(desk, post, { a: 'Trồng cây', b: 'Mười lớp' }, { title: 'Ngày hội', summary: 'Tóm tắt', categories: ['B2'] });
  return post;
}

it('an English version names its source, begins with its blocks and says its language before and after it is saved', () => {
  const { desk } = openTestDesk();
  const source = writtenSource(desk);
  const post = translatePost(desk, source);
  expect(openPost(desk, post)).toMatchObject({
    ...{ mode: 'edit', language: 'en', translates: source, translation: null },
    fields: { title: '', summary: '', categories: ['B2'] },
    blocks: [paragraph('a', 'Trồng cây'), paragraph('b', 'Mười lớp')],
  });
  expect(openPost(desk, source)).toMatchObject({ language: 'vi', translates: null, translation: post });
  write(desk, post, { a: 'Planting trees', b: 'Ten classes' }, { title: 'Festival' });
  const revision = readRevision(desk.db, mint(desk, post) ?? '');
  expect(revision).toMatchObject({ language: 'en', translates: source, title: 'Festival' });
  const rows = listPosts(desk, { filter: 'all', category: null, query: '', offset: 0, limit: 9 }).rows;
  expect(rows.map(({ post: id, language }) => [id, language])).toEqual(
    expect.arrayContaining([
      [post, 'en'],
      [source, 'vi'],
    ]),
  );
});

it('there is one English version, and another after it was thrown away', () => {
  const { desk } = openTestDesk();
  const source = writtenSource(desk);
  const post = translatePost(desk, source);
  expect(translatePost(desk, source)).toBe(post);
  mint(desk, post);
  putInBin(desk, post);
  expect(openPost(desk, source).translation).toBe(null);
  expect(translatePost(desk, source)).not.toBe(post);
});

it('what has no words, or is in English, is not translated', () => {
  const { desk } = openTestDesk();
  expect(() => translatePost(desk, createPost(desk))).toThrow('post_not_found');
  const english = translatePost(desk, writtenSource(desk));
  write(desk, english, { a: 'Trees' }, { title: 'Trees' });
  expect(() => translatePost(desk, english)).toThrow('bad_input');
});

it('the source is told of when it changes, with the text as it was, until its person has laid the two side by side', () => {
  const { desk } = openTestDesk();
  const source = writtenSource(desk);
  const post = translatePost(desk, source);
  expect(readSource(desk, post)).toMatchObject({ hasChanged: false, before: null, source: { title: 'Ngày hội' } });
  write(desk, source, { a: 'Trồng cây', b: 'Mười hai lớp' });
  const revision = mint(desk, source) ?? '';
  expect(readSource(desk, post)).toMatchObject({
    hasChanged: true,
    before: { blocks: [paragraph('a', 'Trồng cây'), paragraph('b', 'Mười lớp')] },
    source: { revision, blocks: [paragraph('a', 'Trồng cây'), paragraph('b', 'Mười hai lớp')] },
  });
  markSourceSeen(desk, post, revision);
  expect(readSource(desk, post)).toMatchObject({ hasChanged: false, before: null });
});

it('on a computer where it was not begun, the source counts from what it was when the translation was first saved', () => {
  const { desk } = openTestDesk();
  const source = writtenSource(desk);
  const post = translatePost(desk, source);
  const first = statusOf(desk, source).head;
  mint(desk, post);
  desk.db.prepare('UPDATE translation SET seen = NULL').run();
  expect(readSource(desk, post)).toMatchObject({ hasChanged: false, source: { revision: first } });
  write(desk, source, { a: 'Trồng cây xanh', b: 'Mười lớp' });
  mint(desk, source);
  expect(readSource(desk, post)).toMatchObject({ hasChanged: true, before: { title: 'Ngày hội' } });
});
