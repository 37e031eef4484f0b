import { expect, test } from 'vitest';
import { LIMITS } from '../../shared/content/index.ts';
import { addTags } from './add-tags.ts';

test('commas separate tags, and spaces around them go', () => {
  const tags = ['thi đua', '20/11', 'lễ kỷ niệm'];
  expect(addTags(['thi đua'], ' 20/11 ,  lễ   kỷ niệm, ')).toEqual({ tags, left: [] });
});

test('a tag typed twice is there once, however its marks were typed', () => {
  expect(addTags(['Đội'], 'Đội'.normalize('NFD'))).toEqual({ tags: ['Đội'], left: [] });
});

test('no more tags than the limit, none longer than its own: what is left is told, and nothing is cut', () => {
  const many = Array.from({ length: LIMITS.tags + 2 }, (_, number) => `thẻ ${number}`);
  expect(addTags([], many.join(','))).toEqual({ tags: many.slice(0, LIMITS.tags), left: many.slice(LIMITS.tags) });
  const long = 'a'.repeat(LIMITS.tagCharacters + 1);
  expect(addTags(['Đội'], `${long}, Đoàn`)).toEqual({ tags: ['Đội', 'Đoàn'], left: [long] });
});
