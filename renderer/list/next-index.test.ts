import { expect, test } from 'vitest';
import { nextIndex } from './next-index.ts';

test('arrows move by one row and stop at the ends', () => {
  expect(nextIndex('ArrowDown', 0, 3, 10)).toBe(1);
  expect(nextIndex('ArrowDown', 2, 3, 10)).toBe(2);
  expect(nextIndex('ArrowUp', 0, 3, 10)).toBe(0);
  expect(nextIndex('ArrowDown', -1, 3, 10)).toBe(0);
});

test('Home, End and pages jump', () => {
  expect(nextIndex('End', 0, 10_000, 6)).toBe(9_999);
  expect(nextIndex('Home', 500, 10_000, 6)).toBe(0);
  expect(nextIndex('PageDown', 0, 10_000, 6)).toBe(6);
  expect(nextIndex('PageUp', 3, 10_000, 6)).toBe(0);
});

test('other keys are left to others', () => {
  expect(nextIndex('a', 0, 3, 10)).toBeNull();
});
