// @vitest-environment happy-dom
import { $getSelection, UNDO_COMMAND } from 'lexical';
import { afterEach, expect, test } from 'vitest';
import { type Block, type InlineNode, textOfBlocks } from '../../shared/content/index.ts';
import { goInBody } from './places.ts';
import { type OpenBody, openBody } from './testing/open-body.ts';

const text = (words: string): InlineNode => ({ type: 'text', text: words });
const link = (words: string): InlineNode => ({
  type: 'link',
  url: 'https://a.vn',
  children: [{ type: 'text', text: words }],
});
const line = (...children: InlineNode[]): Block[] => [{ id: 'a', type: 'paragraph', children }];
const table = (...children: InlineNode[]): Block[] => [
  {
    ...{ id: 'a', type: 'table', headerRow: true, headerColumn: false },
    rows: [{ id: 'r', cells: [{ children: [] }, { children }] }],
  },
];
let body: OpenBody;
afterEach(() => body.close());

const write = (start: number, words: string, replacement: string): boolean =>
  goInBody(body.editor, { place: { block: 'a', start, end: start + words.length }, words, replacement });

const bold = (words: string): InlineNode => ({ type: 'text', text: words, format: 1 });

test.each([
  [
    'words around',
    line(text('Xem '), link('truờng'), text(' mới')),
    0,
    'Xem truờng mới',
    'Xem trường mới',
    line(text('Xem '), link('trường'), text(' mới')),
  ],
  [
    'a sentence before',
    line(link('Trường'), text(' mới')),
    0,
    'Trường',
    'Trường ta',
    line(link('Trường ta'), text(' mới')),
  ],
  ['all the words of a link', line(link('truờng')), 0, 'truờng', 'trường', line(link('trường'))],
  ['its first letter', line(text('Xã '), link('Ðông Trà')), 3, 'Ð', 'Đ', line(text('Xã '), link('Đông Trà'))],
  ['its last word', line(link('Nhà truờng'), text('.')), 4, 'truờng', 'trường', line(link('Nhà trường'), text('.'))],
  ['the space after it', line(link('Xem'), text(' , rồi')), 3, ' ', '', line(link('Xem'), text(', rồi'))],
  ['one in a cell', table(link('truờng')), 0, 'truờng', 'trường', table(link('trường'))],
] as const)('putting right %s keeps the link, as one step to undo', (_, before, start, words, replacement, after) => {
  body = openBody(before);
  expect(write(start, words, replacement)).toBe(true);
  expect(body.held()).toEqual(after);
  expect(body.heard()).toEqual(after);
  body.command(UNDO_COMMAND);
  expect(body.held()).toEqual(before);
});

test('a word half in bold stays so, and the cursor stands behind it', () => {
  body = openBody(line(text('Nhà tru'), bold('ờng'), text(' ta')));
  expect(write(4, 'truờng', 'trường')).toBe(true);
  expect(body.held()).toEqual(line(text('Nhà trư'), bold('ờng'), text(' ta')));
  body.update(() => $getSelection()?.insertText('!'));
  expect(textOfBlocks(body.held())).toBe('Nhà trường! ta');
});

test('words that are others by now are left', () => {
  const before = line(text('Nhà trường'));
  body = openBody(before);
  expect(write(4, 'truờng', 'trường')).toBe(false);
  expect(body.held()).toEqual(before);
});
