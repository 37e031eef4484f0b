import { describe, expect, it } from 'vitest';
import { foldForSearch } from '../../shared/vietnamese/index.ts';
import { mentionAt, mentionsIn, offeredFor, withMention } from './mentions.ts';

const people = [
  { person: '1', name: 'Trần Thu Hà' },
  { person: '2', name: 'Trần Thu Hà My' },
  { person: '3', name: 'Đỗ Văn Nam' },
];

describe('calling on people', () => {
  it('begins with an @ before the cursor, not with one inside an address', () => {
    expect(mentionAt('Nhờ @tr', 7)).toBe('tr');
    expect(mentionAt('@', 1)).toBe('');
    expect(mentionAt('gui@truong', 10)).toBeNull();
    expect(mentionAt('Nhờ @tr xem, thầy', 17)).toBeNull();
  });

  it('offers by any word of the name, with or without accents', () => {
    const names = (typed: string): string[] => offeredFor(typed, people, foldForSearch).map(({ name }) => name);
    expect(names('do')).toEqual(['Đỗ Văn Nam']);
    expect(names('nam')).toEqual(['Đỗ Văn Nam']);
    expect(names('thu h')).toEqual(['Trần Thu Hà', 'Trần Thu Hà My']);
    expect(names('an')).toEqual([]);
    expect(names('')).toHaveLength(3);
  });

  it('puts the name where it was typed, and finds who was meant', () => {
    expect(withMention('Nhờ @do xem', 7, 'Đỗ Văn Nam')).toEqual({ text: 'Nhờ @Đỗ Văn Nam  xem', cursor: 16 });
    expect(mentionsIn('@Trần Thu Hà My và @Đỗ Văn Nam, xem nhé', people)).toEqual(['2', '3']);
    expect(mentionsIn('@Trần Thu Hà xem', people)).toEqual(['1']);
    expect(mentionsIn('@Trần Thu Hàn', people)).toEqual([]);
  });
});
