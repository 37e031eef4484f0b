import { expect, test } from 'vitest';
import { toLetters, toRoman } from './index.ts';

test('numbers are written in Roman letters and in letters as lists count with them', () => {
  expect([1, 4, 9, 14, 40, 1994, 3999].map(toRoman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'mcmxciv', 'mmmcmxcix']);
  expect([1, 26, 27, 52, 703].map(toLetters)).toEqual(['a', 'z', 'aa', 'az', 'aaa']);
  expect([toRoman(0), toRoman(4_000), toLetters(0)]).toEqual(['0', '4000', '0']);
});
