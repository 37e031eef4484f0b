import { expect, test } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
import { changedRows, wordsWithAddresses } from './block-lines.ts';

const cell = (text: string) => ({ children: text === '' ? [] : [{ type: 'text' as const, text }] });
const table = (...rows: readonly (readonly string[])[]): Block => ({
  id: 't',
  type: 'table',
  headerRow: true,
  headerColumn: false,
  rows: rows.map(([id = '', ...cells]) => ({ id, cells: cells.map(cell) })),
});

test('of a changed table only the rows that differ are told, cell by cell', () => {
  const before = table(['1', 'Môn', 'Giờ'], ['2', 'Toán', '7'], ['3', 'Văn', '8']);
  const after = table(['1', 'Môn', 'Giờ'], ['2', 'Toán', '9'], ['4', 'Sử', '']);
  expect(changedRows(before, after)).toEqual([
    { id: '2', before: 'Toán | 7', after: 'Toán | 9' },
    { id: '4', before: '', after: 'Sử | ' },
    { id: '3', before: 'Văn | 8', after: '' },
  ]);
  expect(changedRows({ id: 'p', type: 'paragraph', children: [] }, after)).toBeNull();
});

test('a caption that changed with a row is told as well', () => {
  const before = { ...table(['1', 'Toán', '7']), caption: 'Kỳ I' };
  const after = { ...table(['1', 'Toán', '8']), caption: 'Kỳ II' };
  expect(changedRows(before, after)).toEqual([
    { id: 'caption', before: 'Kỳ I', after: 'Kỳ II' },
    { id: '1', before: 'Toán | 7', after: 'Toán | 8' },
  ]);
});

test('where a link or a video leads is told with its words', () => {
  const link = (url: string): Block => ({
    ...{ id: 'p', type: 'paragraph' },
    children: [
      { type: 'text', text: 'Xem ' },
      { type: 'link', url, children: [{ type: 'text', text: 'lịch' }] },
    ],
  });
  expect(wordsWithAddresses(link('https://a.vn'))).toBe('Xem lịch <https://a.vn>');
  const video: Block = { id: 'v', type: 'video', url: 'https://b.vn/1', title: 'Hội trại' };
  expect(wordsWithAddresses(video)).toBe('Hội trại <https://b.vn/1>');
});
