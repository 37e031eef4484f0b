// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
import { $readOutline } from './outline-store.ts';
import { $placeCursor, type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());
const heading = (id: string, level: 2 | 3, text: string): Block => ({
  id,
  type: 'heading',
  level,
  children: [{ type: 'text', text }],
});
const paragraph = (id: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text: 'chữ' }] });

test('the outline is the headings in order, and marks the one the cursor is under', () => {
  body = openBody([
    paragraph('p'),
    heading('a', 2, 'Mở đầu'),
    paragraph('q'),
    heading('b', 3, ' Phần sau '),
    paragraph('r'),
  ]);
  const at = (index: number): string | undefined => {
    body.update(() => $placeCursor(body.$at(index), 1));
    const { entries, current } = body.editor.read($readOutline);
    return entries.find(({ key }) => key === current)?.text;
  };
  expect(body.editor.read($readOutline).entries.map(({ level, text }) => `${level} ${text}`)).toEqual([
    '2 Mở đầu',
    '3 Phần sau',
  ]);
  expect(at(0)).toBeUndefined();
  expect(at(1)).toBe('Mở đầu');
  expect(at(2)).toBe('Mở đầu');
  expect(at(4)).toBe('Phần sau');
});
