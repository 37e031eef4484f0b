import { expect, test } from 'vitest';
import { countWords } from './count.ts';

test('chữ are counted between spaces, and signs alone are none', () => {
  expect(countWords('Ngày 20/11/2026 – trường THCS Sông Trà')).toBe(6);
  expect(countWords('… (50 em)\n\nxong.')).toBe(3);
  expect(countWords(' \n – ')).toBe(0);
  expect(countWords('Trường'.normalize('NFD'))).toBe(1);
});
