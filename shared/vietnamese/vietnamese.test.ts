import { describe, expect, it } from 'vitest';
import { foldForSearch, formatDate, formatDateTime, formatNumber, searchWords, slugOf } from './index.ts';

describe('folding for search', () => {
  it.each([
    ['Quảng Ngãi', 'quang ngai'],
    ['ĐƯỜNG Đắk Hà', 'duong dak ha'],
    ['tuyển sinh'.normalize('NFD'), 'tuyen sinh'],
    ['Hrê, Xơ Đăng', 'hre, xo dang'],
  ])('reads %s as %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it('finds the words of a query whatever stands between them', () => {
    expect(searchWords(' “Lễ  khai-giảng” 2026! ')).toEqual(['le', 'khai', 'giang', '2026']);
  });

  it('makes addresses that end at a whole word', () => {
    expect(slugOf('Đại hội Đảng bộ phường Trà Khúc', 16)).toBe('dai-hoi-dang-bo');
  });
});

describe('dates and numbers', () => {
  it('are those of Vietnam, padded, whatever zone the computer is in', () => {
    expect(formatDate('2026-09-04T17:30:00.000Z')).toBe('05/09/2026');
    expect(formatDateTime('2026-12-31T17:05:00.000Z')).toBe('01/01/2027 00:05');
    expect(formatNumber(2_530_000)).toBe('2.530.000');
  });
});
