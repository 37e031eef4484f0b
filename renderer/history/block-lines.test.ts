import { expect, test } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
import { changedRows } from './block-lines.ts';

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
