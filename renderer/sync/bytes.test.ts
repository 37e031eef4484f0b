import { expect, test } from 'vitest';
import { bytesText } from './bytes.ts';

test('amounts are written for people', () => {
  expect([0, 999, 1_499, 999_400, 1_250_000].map((bytes) => bytesText('vi', bytes))).toEqual([
    '0 byte',
    '999 byte',
    '1 KB',
    '999 KB',
    '1,3 MB',
  ]);
  expect(bytesText('en', 2_000_000)).toBe('2.0 MB');
});
