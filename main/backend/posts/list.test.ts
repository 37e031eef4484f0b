import { expect, test } from 'vitest';
import { openTestDesk } from '../testing/folder.ts';
import { createPost, listPosts, projectPost, writeDraft } from './index.ts';

test('a list knows which point of a cover to keep in sight, as it was chosen last', () => {
  const { desk } = openTestDesk();
  const media = 'c'.repeat(64);
  const reference = { hash: media, name: 'a.jpg', mime: 'image/webp', width: 9, height: 9, bytes: 1 };
  desk.db
    .prepare('INSERT INTO media (hash, reference, is_here) VALUES (?, ?, 1)')
    .run(media, JSON.stringify(reference));
  const post = createPost(desk);
  const cover = { media, alt: 'Cổng trường' };
  const write = (fields: object) => writeDraft(desk, { post, fields, order: [], blocks: [] });
  const shown = () =>
    listPosts(desk, { filter: 'all', category: null, query: '', offset: 0, limit: 5 }).rows.map((row) => row.cover);

  write({ title: 'Khai giảng', cover: { ...cover, focus: { x: 24, y: 70 } } });
  expect(shown()).toEqual([{ hash: media, isHere: true, focus: { x: 24, y: 70 } }]);
  write({ title: 'Khai giảng', cover: { ...cover, focus: { x: 10, y: 0 } } });
  expect(shown()).toEqual([{ hash: media, isHere: true, focus: { x: 10, y: 0 } }]);
  projectPost(desk, post);
  expect(shown()).toEqual([{ hash: media, isHere: true, focus: { x: 10, y: 0 } }]);
  write({ title: 'Khai giảng', cover });
  expect(shown()).toEqual([{ hash: media, isHere: true }]);
});
