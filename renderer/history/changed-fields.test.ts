import { expect, test } from 'vitest';
import type { PostFields } from '../../shared/content/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { changedFields } from './changed-fields.ts';

const t: Parameters<typeof changedFields>[2] = (key, values) => translate('vi', key, values);
const FIELDS: PostFields = {
  ...{ title: 'Tết trồng cây', summary: '', byline: '', categories: ['news'], tags: [] },
  cover: { media: 'a'.repeat(64), alt: 'Cổng trường' },
};
const changes = (before: Partial<PostFields>, after: Partial<PostFields>) =>
  changedFields({ ...FIELDS, ...before }, { ...FIELDS, ...after }, t, (category) => category);

test('a cover whose point alone moved is told, in words', () => {
  const cover = { ...FIELDS.cover, focus: { x: 24, y: 70 } } as PostFields['cover'];
  expect(changes({}, { cover })).toEqual([
    { name: 'Điểm chính của ảnh đại diện', before: 'giữa ảnh', after: '24 % từ trái sang, 70 % từ trên xuống' },
  ]);
  expect(changes({ cover }, { cover })).toEqual([]);
});

test('the point of another picture is no news beside the picture', () => {
  const cover = { media: 'b'.repeat(64), alt: 'Cổng trường', focus: { x: 1, y: 2 } };
  expect(changes({}, { cover })).toEqual([]);
  expect(changes({}, { cover: null })).toEqual([{ name: 'Mô tả ảnh đại diện', before: 'Cổng trường', after: '' }]);
});

test('words and lists of a post are told by their names', () => {
  expect(changes({}, { title: 'Tết', tags: ['cây', 'Tết'] })).toEqual([
    { name: 'Tên bài', before: 'Tết trồng cây', after: 'Tết' },
    { name: 'Từ khóa', before: '', after: 'cây, Tết' },
  ]);
});
