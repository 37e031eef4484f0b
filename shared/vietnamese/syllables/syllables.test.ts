import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePosts } from '../../../build/sample/posts/index.ts';
import { isImpossible, slipsOf } from '../../../test/bench/slips.ts';
import { findMisspellings, isSyllable, suggestSyllables, tonePlacement } from './index.ts';

const wrong = (text: string, words?: ReadonlySet<string>): string[] =>
  findMisspellings(text, words).map(({ word }) => word);

describe('a syllable', () => {
  it.each(
    'trường nghiêng quyết quốc giếng gì gìn giữ khuỷu khuya hoà hòa thuỷ thủy khỏe khoẻ quý ươn yêu nghệ kỳ xoong buýt ngoằn suất giúp HỌC Đường'.split(
      ' ',
    ),
  )('%s is right', (word) => {
    expect(isSyllable(word)).toBe(true);
    expect(isSyllable(word.normalize('NFD'))).toBe(true);
  });

  it.each('truờng nghành nghà kà cê ghà ngê hocj qúy gìa toánn lơp hõc côc tieesng đuợc nguời'.split(' '))(
    '%s is wrong',
    (word) => expect(isSyllable(word)).toBe(false),
  );

  it('tells the older tone placement from the newer', () => {
    expect(['hòa', 'hoà', 'thủy', 'thuỷ', 'quý', 'toán', 'hoa'].map(tonePlacement)).toEqual([
      'old',
      'new',
      'old',
      'new',
      null,
      null,
      null,
    ]);
  });
});

describe('the spelling check', () => {
  it('finds the impossible and says where', () => {
    expect(findMisspellings('Nhà truờng mời')).toEqual([{ start: 4, end: 10, word: 'truờng' }]);
    expect(wrong('Các em đi hocj tieesng Anh.')).toEqual(['hocj', 'tieesng']);
  });

  it('lets abbreviations, numbers, addresses, loans and foreign words through', () => {
    expect(
      wrong(
        'UBND, THCS, GDĐT, lớp 6A2, số 15/TB-THCS, 7h30, songtra.edu.vn, a@b.vn, website, video, rô-bốt, ki-lô-gam, Google, iPad, VnEdu, “learning by doing”',
      ),
    ).toEqual([]);
  });

  it('lets names of people and places of the highlands through', () => {
    expect(
      wrong(
        'Đắk Hà, Đăk Glei, Kon Plông, Pleiku, Hrê, Xơ Đăng, Giẻ Triêng, Ba Na, Ia H’Drai, Ngọk Réo, Sa Loong, Bờ Y, Y Krông, Brâu, Rơ Măm, Krông Pa',
      ),
    ).toEqual([]);
  });

  it('lets names of provinces, ethnic groups and families through where they begin with a capital', () => {
    const names = 'Bắc Kạn, BẮC KẠN, Đạ Tẻh, Đakrông, Đak Pơ, Kông Chro, Krông Búk, Ia Púch, Xtiêng, Pu Péo, H’Hen Niê';
    expect(wrong(`${names}, Y Ngông Niê Kđăm, Alăng, Zơrâm, Pơloong, Kra Jăn, dáng đi tuềnh toàng`)).toEqual([]);
    expect(wrong('giếng kạn nước, con péo')).toEqual(['kạn', 'péo']);
  });

  it('lets tags, honours, words of lessons and games, and names with a W through', () => {
    expect(
      wrong(
        '#hocsinh #tuhaovietnam @truongthcs NGƯT, NSƯT; minigame, selfie, hotline; oxygen, sodium, electron; Y Wưng',
      ),
    ).toEqual([]);
    expect(wrong('NGHÀNH, VIÊT, Wnội')).toEqual(['NGHÀNH', 'VIÊT', 'Wnội']);
  });

  it('takes the words of a person and of a unit', () => {
    expect(wrong('sân truờng')).toEqual(['truờng']);
    expect(wrong('sân truờng', new Set(['truờng']))).toEqual([]);
  });

  it('is quiet on the sample posts and finds their impossible slips', () => {
    const texts = samplePosts.map(({ title, summary }) => `${title}. ${summary}`);
    expect(texts.flatMap((text) => wrong(text))).toEqual([]);
    const slips = [
      ...new Set(
        texts
          .join(' ')
          .toLowerCase()
          .match(/[\p{L}]+/gu),
      ),
    ]
      .flatMap((word) => [...slipsOf(word)])
      .filter((slip) => slip.length > 1 && isImpossible(slip));
    expect(slips.filter((slip) => wrong(slip).length > 0).length / slips.length).toBeGreaterThan(0.95);
  });

  it('never marks outside the text, and marks the same every time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const found = findMisspellings(text);
        for (const { start, end, word } of found) expect(text.slice(start, end)).toBe(word);
        expect(findMisspellings(text)).toEqual(found);
      }),
      { numRuns: 40 },
    );
  });
});

describe('suggestions', () => {
  it.each([
    ['truờng', 'trường'],
    ['tieesng', 'tiếng'],
    ['hocj', 'học'],
    ['dduwocj', 'được'],
    ['nguời', 'người'],
    ['Thnag', 'Thang'],
    ['qúy', 'quý'],
    ['nghành', 'ngành'],
    ['TRUỜNG', 'TRƯỜNG'],
  ])('for %s offer %s among the first three', (word, meant) => {
    expect(suggestSyllables(word, 3)).toContain(meant);
  });

  it.each([
    ['nghành', 'ngành'],
    ['ngỉ', 'nghỉ'],
    ['Gét', 'Ghét'],
    ['ghà', 'gà'],
    ['cỉ', 'kỉ'],
    ['kả', 'cả'],
    ['khôg', 'không'],
    ['hưởg', 'hưởng'],
    ['thôngbáo', 'thông báo'],
    ['Thầycô', 'Thầy cô'],
    ['nguời', 'người'],
  ])('for %s, what breaks one rule, offer %s first', (word, meant) => {
    expect(suggestSyllables(word, 3)[0]).toBe(meant);
  });

  it.each([
    ['hoc', 'học'],
    ['VIÊT', 'VIỆT'],
    ['Nguyêt', 'Nguyệt'],
    ['suât', 'suất'],
  ])('for %s, whose tone is missing, offer %s among the first two', (word, meant) => {
    expect(suggestSyllables(word, 2)).toContain(meant);
  });

  it('are syllables, and few', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdeghiklmnoqrstuvxyăâđêôơưs'), maxLength: 12 }), (word) => {
        const offered = suggestSyllables(word);
        expect(offered.length).toBeLessThanOrEqual(5);
        expect(offered.every((words) => words.split(' ').every(isSyllable))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
