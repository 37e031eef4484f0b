import { expect, it } from 'vitest';
import { openTestDesk } from '../testing/folder.ts';
import { createPost, mint, usedTags, writeDraft } from './index.ts';

it('tags in use come by how many posts have them, however often those were saved', () => {
  const { desk } = openTestDesk();
  const save = (post: string, tags: string[], title: string): void => {
    writeDraft(desk, { post, fields: { title, tags }, order: null, blocks: [] });
    mint(desk, post);
  };
  const [one, two] = [createPost(desk), createPost(desk)];
  save(one, ['khai giảng'], 'Một');
  save(one, ['khai giảng', 'năm học mới'], 'Một, sửa');
  save(one, ['khai giảng', 'năm học mới'], 'Một, sửa nữa');
  save(two, ['đội tuyển', 'năm học mới'], 'Hai');
  expect(usedTags(desk.db)).toEqual(['năm học mới', 'khai giảng', 'đội tuyển']);
});
