import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLegacy, guessLegacyEncoding, legacyEncodingOfFont } from './index.ts';
import { TCVN3, VNI } from './legacy-tables.ts';

const LOWER = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ';
const LETTERS = [...LOWER, ...LOWER.toUpperCase()];

const codeOf = (table: ReadonlyMap<string, string>) => new Map([...table].map(([code, letter]) => [letter, code]));
const intoVni = (text: string) => [...text].map((letter) => codeOf(VNI).get(letter) ?? letter).join('');
const intoTcvn3 = (text: string) => [...text].map((letter) => codeOf(TCVN3).get(letter) ?? letter).join('');

/** Texts of Vietnamese syllables' letters: what a writer of an old font could have typed. */
const words = (letters: readonly string[]) =>
  fc.array(fc.constantFrom(...letters, ...'bcdghklmnpqrstvx', ' ', '.'), { maxLength: 40 }).map((all) => all.join(''));

describe('old encodings', () => {
  it('know all 134 letters', () => {
    expect(LETTERS).toHaveLength(134);
    for (const letter of LETTERS) {
      expect(fromLegacy(intoVni(letter), 'vni')).toBe(letter);
      const isCapital = letter === letter.toUpperCase();
      const code = codeOf(TCVN3).get(isCapital ? letter.toLowerCase() : letter) as string;
      expect(fromLegacy(code, isCapital ? 'tcvn3-capitals' : 'tcvn3')).toBe(letter);
    }
    // No two letters share a code: 67 small ones, and the seven capitals that TCVN3 has.
    expect(TCVN3.size).toBe(74);
    expect(new Set(TCVN3.values()).size).toBe(74);
    expect(new Set(VNI.values()).size).toBe(134);
  });

  it('come back from VNI letter for letter, in every neighbourhood that Vietnamese has', () => {
    // ĩ and ị are single letters in VNI that are marks after a vowel: Vietnamese never writes them there but in "oĩ".
    const text = words(LETTERS.filter((letter) => !'ìỉĩíị'.includes(letter.toLowerCase())));
    fc.assert(fc.property(text, (unicode) => fromLegacy(intoVni(unicode), 'vni') === unicode));
  });

  it('come back from TCVN3 letter for letter', () => {
    fc.assert(
      fc.property(words([...LOWER, ...'ĂÂĐÊÔƠƯ']), (unicode) => fromLegacy(intoTcvn3(unicode), 'tcvn3') === unicode),
    );
    fc.assert(
      fc.property(words([...LOWER]), (text) => fromLegacy(intoTcvn3(text), 'tcvn3-capitals') === text.toUpperCase()),
    );
  });

  it.each([
    ['.VnTimeH', 'Phßng Gi¸o dôc& §µo t¹o hiÖp hoµ', 'PHÒNG GIÁO DỤC& ĐÀO TẠO HIỆP HOÀ'],
    ['.VnTime', 'Phßng Gi¸o dôc & §µo t¹o HiÖp Hoµ', 'Phòng Giáo dục & Đào tạo Hiệp Hoà'],
    ['.VnTime', 'tr\u00adêng tiÓu häc', 'trường tiểu học'],
    ['VNI-Times', 'Tröôøng Tieåu hoïc Nguyeãn Vaên Troãi', 'Trường Tiểu học Nguyễn Văn Trỗi'],
    ['VNI-Helve', 'ÑAÏI HOÄI ÑAÛNG BOÄ', 'ĐẠI HỘI ĐẢNG BỘ'],
    ['VNI-Times', 'Thò xaõ, kyõ thuaät, tyû leä, chæ tieâu', 'Thị xã, kỹ thuật, tỷ lệ, chỉ tiêu'],
  ])('are read by their font: %s %s', (font, old, unicode) => {
    const encoding = legacyEncodingOfFont(font);
    expect(encoding && fromLegacy(old, encoding)).toBe(unicode);
  });

  it.each([
    ['".VnTime", "Times New Roman"', 'tcvn3'],
    ["'.VnArialH'", 'tcvn3-capitals'],
    ['.VnArial NarrowH', 'tcvn3-capitals'],
    ['.vnaristote', 'tcvn3'],
    ['VNI-Times', 'vni'],
    ['Times New Roman, .VnTime', null],
    ['Vnitra', null],
    ['', null],
  ])('are told by the font %s alone', (font, encoding) => {
    expect(legacyEncodingOfFont(font)).toBe(encoding);
  });

  it.each([
    ['Phßng Gi¸o dôc & §µo t¹o HiÖp Hoµ', 'tcvn3'],
    ['Tröôøng Tieåu hoïc Nguyeãn Vaên Troãi', 'vni'],
    ['Phòng Giáo dục và Đào tạo', null],
    ['Kế hoạch số 12', null],
    ['hoa sen', null],
    ['Café © 2026 by the school, all rights kept', null],
    ['toà nhà', null],
    ['là cô gái yêu hòa bình và các thầy cô', null],
  ])('are only guessed at for plain text: %s', (text, guess) => {
    expect(guessLegacyEncoding(text)).toBe(guess);
  });
});
