import { expect, test } from 'vitest';
import { READING_SPEED, readingMinutes } from './reading-speed.ts';

test('a school news item of 600 chữ takes two minutes, a line one', () => {
  expect(readingMinutes(600, 'vi')).toBe(2);
  expect(readingMinutes(3, 'vi')).toBe(1);
  expect(readingMinutes(3_000, 'en')).toBe(13);
});

test('each figure says where it comes from', () => {
  for (const { source } of Object.values(READING_SPEED)) expect(source).toMatch(/\b(19|20)\d\d\b/);
});
