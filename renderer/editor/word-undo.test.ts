// @vitest-environment happy-dom
import { $getSelection, $isRangeSelection, $isTextNode, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { afterEach, expect, test, vi } from 'vitest';
import { textOfBlocks } from '../../shared/content/index.ts';
import { $placeCursor, type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => {
  vi.restoreAllMocks();
  body.close();
});

function open(text: string): void {
  body = openBody([{ id: 'a', type: 'paragraph', children: text === '' ? [] : [{ type: 'text', text }] }]);
  body.update(() => $placeCursor(body.$at(0), text.length));
}

const shown = (): string => textOfBlocks(body.held());

function key(letter: string): void {
  body.update(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText(letter);
  });
}

/** Backspace, as far as a document without a screen can. */
function back(times = 1): void {
  for (let time = 0; time < times; time += 1)
    body.update(() => {
      const selection = $getSelection();
      const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
      if (!$isRangeSelection(selection) || !$isTextNode(node)) throw new Error('no letter there');
      const { offset } = selection.anchor;
      if (node.getTextContentSize() > 1) node.spliceText(offset - 1, 1, '', true);
      else {
        const parent = node.getParentOrThrow();
        node.remove();
        parent.select();
      }
    });
}

const type = (text: string): void => {
  for (const letter of text) key(letter);
};

/** What stands there after each undo, down to the last. */
function undone(): string[] {
  const states: string[] = [];
  for (let last = shown(); ; last = shown()) {
    body.command(UNDO_COMMAND);
    if (shown() === last) return states;
    states.push(shown());
  }
}

test('a word and the space after it are one step', () => {
  open('');
  type('lễ khai giảng');
  expect(undone()).toEqual(['lễ khai ', 'lễ ', '']);
});

test.each([
  ['xin ', 'chao', 2, 'ào', 'xin chào'],
  ['', 'truong', 4, 'ường', 'trường'],
  // The only letter of a block: its text is gone for a moment.
  ['', 'a', 1, 'â', 'â'],
  ['một hai', ' dd', 1, 'đ', 'một hai dđ'],
])('after “%s”, “%s” retyped by an input method is one step', (before, typed, times, anew, after) => {
  open(before);
  type(typed);
  back(times);
  type(anew);
  expect(shown()).toBe(after);
  const all = undone();
  expect(all).toEqual(before === 'một hai' ? ['một hai ', before] : [before]);
  body.command(REDO_COMMAND);
  expect(shown()).toBe(before === 'một hai' ? 'một hai ' : after);
});

test('a mark put on a word that stood there is one step, without half a letter', () => {
  open('thay truong');
  back(4);
  type('ường');
  expect(undone()).toEqual(['thay truong']);
});

test('a mark put on an old word takes back nothing that was written elsewhere before', () => {
  open('thay truong va tro');
  type(' moi');
  body.update(() => $placeCursor(body.$at(0), 'thay truong'.length));
  back(4);
  type('ường');
  expect(shown()).toBe('thay trường va tro moi');
  expect(undone()).toEqual(['thay truong va tro moi', 'thay truong va tro ', 'thay truong va tro']);
});

test('a word that a person takes away is given back', () => {
  open('');
  type('lễ khai');
  back(4);
  expect(undone()).toEqual(['lễ khai', 'lễ ', '']);
});

test('other words in place of those taken away are a step of their own', () => {
  open('');
  type('lễ khai');
  back(4);
  const later = performance.now() + 500;
  vi.spyOn(performance, 'now').mockReturnValue(later);
  type('hội');
  expect(undone()).toEqual(['lễ ', 'lễ khai', 'lễ ', '']);
});
