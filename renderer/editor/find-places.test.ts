// @vitest-environment happy-dom
import { $createTabNode, $createTextNode, $isElementNode, HISTORY_PUSH_TAG, UNDO_COMMAND } from 'lexical';
import { afterEach, expect, test } from 'vitest';
import { type Block, textOfBlocks } from '../../shared/content/index.ts';
import { $findInBody, $replaceInBody, type FoundInBody } from './find-places.ts';
import { $placeCursor, type OpenBody, openBody } from './testing/open-body.ts';

const BLOCKS: Block[] = [
  {
    id: 'a',
    type: 'paragraph',
    children: [
      { type: 'text', text: 'Trường ' },
      { type: 'text', text: 'họ', format: 1 },
      { type: 'text', text: 'c Sông Trà, trường ta' },
    ],
  },
  { id: 'f', type: 'figure', media: 'a'.repeat(64), alt: 'Cổng trường', caption: 'Trường mới', credit: 'trường' },
  {
    id: 'l',
    type: 'list',
    ordered: false,
    items: [
      { id: 'i', children: [{ type: 'link', url: 'https://a.vn', children: [{ type: 'text', text: 'trường' }] }] },
    ],
  },
  {
    id: 't',
    type: 'table',
    caption: 'Các trường',
    headerRow: true,
    headerColumn: false,
    rows: [{ id: 'r', cells: [{ children: [{ type: 'text', text: 'Truong A' }] }, { children: [] }] }],
  },
];
const PLAIN = { isAccentBlind: false, isCaseExact: false, isWholeWord: false };
let body: OpenBody;
afterEach(() => body.close());

const find = (query: string, options = {}): { found: FoundInBody[]; next: number } =>
  body.editor.read(() => $findInBody(query, { ...PLAIN, ...options }));
const replaceAll = (query: string, words: string, options = {}): number => {
  let count = 0;
  body.editor.update(
    () => {
      count = $replaceInBody($findInBody(query, { ...PLAIN, ...options }).found, words);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return count;
};

test('words are found in paragraphs, links, lists, cells, captions and descriptions, in reading order', () => {
  body = openBody(BLOCKS);
  const parts = find('trường').found.map((place) => (place.in === 'text' ? 'text' : place.part));
  expect(parts).toEqual(['text', 'text', 'alt', 'caption', 'credit', 'text', 'caption']);
  expect(find('truong', { isAccentBlind: true }).found).toHaveLength(8);
});

test('words half in bold are one place, and are replaced as one in the look of their first letter', () => {
  body = openBody(BLOCKS);
  expect(find('trường học').found).toHaveLength(1);
  expect(replaceAll('trường học', 'Nhà trường')).toBe(1);
  expect(body.held()[0]).toEqual({
    id: 'a',
    type: 'paragraph',
    children: [{ type: 'text', text: 'Nhà trường Sông Trà, trường ta' }],
  });
});

test('all are replaced in one step, each place once, and one undo brings everything back', () => {
  body = openBody(BLOCKS);
  const before = textOfBlocks(body.held());
  expect(replaceAll('trường', 'trường trường')).toBe(7);
  expect(find('trường').found).toHaveLength(14);
  expect(body.heard()).toEqual(body.held());
  body.command(UNDO_COMMAND);
  expect(textOfBlocks(body.held())).toBe(before);
});

test('what is written is NFC, and words may be replaced by nothing', () => {
  body = openBody(BLOCKS);
  replaceAll('sông trà', 'Sông Vệ'.normalize('NFD'));
  expect(textOfBlocks(body.held())).toContain('Sông Vệ');
  replaceAll('trường', '');
  const [, figure] = body.held();
  expect(figure).toEqual({ id: 'f', type: 'figure', media: 'a'.repeat(64), alt: 'Cổng ', caption: ' mới' });
});

test('a caption that would grow past its limit keeps its words', () => {
  body = openBody(BLOCKS);
  expect(replaceAll('mới', 'm'.repeat(600))).toBe(0);
  expect(body.held()[1]).toEqual(BLOCKS[1]);
});

test('looking starts at the cursor', () => {
  body = openBody(BLOCKS);
  expect(find('trường').next).toBe(0);
  body.update(() => $placeCursor(body.$at(0), 3));
  expect(find('trường').next).toBe(1);
  body.update(() => $placeCursor(body.$at(2), 6));
  expect(find('trường').next).toBe(6);
});

test('galleries, videos and files have words too', () => {
  body = openBody([
    {
      id: 'g',
      type: 'gallery',
      items: [{ id: 'x', media: 'a'.repeat(64), alt: 'trại', caption: 'Trại hè' }],
      caption: 'Hội trại',
    },
    { id: 'v', type: 'video', url: 'https://a.vn/1', title: 'Trại hè' },
    { id: 'd', type: 'file', media: 'b'.repeat(64), title: 'Kế hoạch trại' },
  ]);
  expect(replaceAll('trại', 'lửa trại')).toBe(5);
  expect(body.held()).toEqual([
    {
      id: 'g',
      type: 'gallery',
      items: [{ id: 'x', media: 'a'.repeat(64), alt: 'lửa trại', caption: 'lửa trại hè' }],
      caption: 'Hội lửa trại',
    },
    { id: 'v', type: 'video', url: 'https://a.vn/1', title: 'lửa trại hè' },
    { id: 'd', type: 'file', media: 'b'.repeat(64), title: 'Kế hoạch lửa trại' },
  ]);
});

test('a tab that came with pasted text is a letter like others to what is put in its place', () => {
  body = openBody([{ id: 'a', type: 'paragraph', children: [] }]);
  body.update(() => {
    const paragraph = body.$at(0);
    if ($isElementNode(paragraph))
      paragraph.append(
        $createTextNode('Lớp'),
        $createTabNode(),
        $createTextNode('1A, lớp'),
        $createTabNode(),
        $createTextNode('1b'),
      );
  });
  const replace = (words: string, replacement: string): void =>
    body.update(() => void $replaceInBody($findInBody(words, PLAIN).found, replacement));
  replace('lớp 1a', 'Khối 1');
  expect(textOfBlocks(body.held())).toBe('Khối 1, lớp\t1b');
  replace(' 1b', ' 2b');
  expect(textOfBlocks(body.held())).toBe('Khối 1, lớp 2b');
});
