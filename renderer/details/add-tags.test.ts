import { expect, test } from 'vitest';
import { LIMITS } from '../../shared/content/index.ts';
import { addTags } from './add-tags.ts';

test('commas separate tags, and spaces around them go', () => {
  expect(addTags(['thi đua'], ' 20/11 ,  lễ   kỷ niệm, ')).toEqual(['thi đua', '20/11', 'lễ kỷ niệm']);
});

test('a tag typed twice is there once, however its marks were typed', () => {
  expect(addTags(['Đội'], 'Đội'.normalize('NFD'))).toEqual(['Đội']);
});

test('no more tags than the limit, none longer than its own', () => {
  const many = Array.from({ length: 30 }, (_, number) => `thẻ ${number}`).join(',');
  expect(addTags([], many)).toHaveLength(LIMITS.tags);
  expect(addTags([], 'a'.repeat(200))[0]).toHaveLength(LIMITS.tagCharacters);
});
