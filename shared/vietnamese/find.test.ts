import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FindOptions, findIn } from './find.ts';

const PLAIN: FindOptions = { isAccentBlind: false, isCaseExact: false, isWholeWord: false };
const found = (text: string, query: string, options: Partial<FindOptions> = {}): string[] =>
  findIn(text, query, { ...PLAIN, ...options }).map(({ start, end }) => text.slice(start, end));

test('words are found whatever their capitals, unless capitals count', () => {
  expect(found('Lễ khai giảng, lễ bế giảng', 'lễ')).toEqual(['Lễ', 'lễ']);
  expect(found('Lễ khai giảng, lễ bế giảng', 'lễ', { isCaseExact: true })).toEqual(['lễ']);
  expect(found('ĐƯỜNG Đắk Lắk', 'đường')).toEqual(['ĐƯỜNG']);
});

test('accents count unless one asks that they do not, and đ is then d', () => {
  expect(found('đường, dương, Duong', 'duong')).toEqual(['Duong']);
  expect(found('đường, dương, Duong', 'duong', { isAccentBlind: true })).toEqual(['đường', 'dương', 'Duong']);
  expect(found('Quảng Ngãi', 'quang ngai', { isAccentBlind: true })).toEqual(['Quảng Ngãi']);
  expect(found('ma, mà, má', 'má', { isAccentBlind: true })).toEqual(['ma', 'mà', 'má']);
});

test('composed and decomposed letters are the same, and a match ends after the marks', () => {
  const decomposed = 'Trường học'.normalize('NFD');
  expect(found(decomposed, 'trường')).toEqual(['Trường'.normalize('NFD')]);
  expect(found('Trường học', 'trường'.normalize('NFD'))).toEqual(['Trường']);
  expect(found(decomposed, 'truong', { isAccentBlind: true })).toEqual(['Trường'.normalize('NFD')]);
  expect(found(decomposed, 'tru')).toEqual([]);
});

test('a whole word has no letter beside it', () => {
  expect(found('an, ban, Ân, an-toàn an2', 'an', { isWholeWord: true })).toEqual(['an', 'an']);
  expect(found('an toàn', 'an toàn', { isWholeWord: true })).toEqual(['an toàn']);
  expect(found('a\u0301n an', 'n', { isWholeWord: true })).toEqual([]);
});

test('places do not overlap, and a space that does not break is a space', () => {
  expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
  expect(found('lớp\u00a06A', 'lớp 6a')).toEqual(['lớp\u00a06A']);
  expect(found('abc', '')).toEqual([]);
  expect(found('', 'a')).toEqual([]);
});

test('quotation marks and dashes as the keyboard has them find those of Word, unless one is looked for alone', () => {
  expect(found('Năm học 2026–2027, 2026-2027', '2026-2027')).toEqual(['2026–2027', '2026-2027']);
  expect(found("Ia H’Drai, Ia H'Drai", "h'drai")).toEqual(['H’Drai', "H'Drai"]);
  expect(found('“Học, học nữa” "Học"', '"học')).toEqual(['“Học', '"Học']);
  expect(found('“Học” "Học"', '"')).toEqual(['"', '"']);
});

test('Ð that looks like Đ is d where accents do not count', () => {
  expect(found('Ðắk Hà, Đắk Hà', 'dak', { isAccentBlind: true })).toEqual(['Ðắk', 'Đắk']);
});

test('what is found reads as what was asked, for any text and any way of asking', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'á', 'a\u0301', 'đ', 'D', 'İ', 'ß', '😀', ' ', '\n', 'n') });
  const bare = (text: string): string =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s/gu, ' ');
  fc.assert(
    fc.property(words, words, fc.boolean(), fc.boolean(), (text, query, isAccentBlind, isCaseExact) => {
      let last = 0;
      for (const { start, end } of findIn(text, query, { isAccentBlind, isCaseExact, isWholeWord: false })) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(bare(text.slice(start, end))).toBe(bare(query));
        last = end;
      }
    }),
  );
});
