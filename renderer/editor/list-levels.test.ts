// @vitest-environment happy-dom
import { $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import { $createListItemNode, $createListNode, $isListItemNode } from '@lexical/list';
import {
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $setSelection,
  INDENT_CONTENT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { afterEach, expect, test } from 'vitest';
import { type Block, type ListItem, textOfBlock } from '../../shared/content/index.ts';
import { toggleKind } from './block-kind.ts';
import { type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());

const item = (text: string, ...inner: ListItem[]): ListItem => ({
  id: text,
  children: [{ type: 'text', text }],
  ...(inner.length === 0 ? {} : { nested: { ordered: false, items: inner } }),
});
const list = (...items: ListItem[]): Block => ({ id: 'l', type: 'list', ordered: false, items });
/** An item as its words, what is in it between brackets. */
const shown = (items: readonly ListItem[]): string =>
  items.map(({ id, nested }) => (nested ? `${id}[${shown(nested.items)}]` : id)).join(' ');
const held = (): string =>
  body
    .held()
    .map((block) => shown((block as { items: ListItem[] }).items))
    .join(' | ');

/** Selects from the start of one item to the end of another. */
function select(from: string, to = from): void {
  body.update(() => {
    const texts = $getRoot().getAllTextNodes();
    const selection = $createRangeSelection();
    const key = (text: string) => texts.find((node) => node.getTextContent() === text)?.getKey() ?? '';
    selection.anchor.set(key(from), 0, 'text');
    selection.focus.set(key(to), to.length, 'text');
    $setSelection(selection);
  });
}
function outdent(from: string, to = from): void {
  select(from, to);
  body.command(OUTDENT_CONTENT_COMMAND);
}

test.each([
  ['what is in it comes with it', [item('một', item('hai', item('ba'), item('bốn')))], 'hai', 'một hai[ba bốn]'],
  ['those after it are in it then', [item('một', item('hai'), item('ba'), item('bốn'))], 'hai', 'một hai[ba bốn]'],
  [
    'both, in their order',
    [item('một', item('hai', item('ba'), item('bốn')), item('năm', item('sáu'))), item('bảy')],
    'hai',
    'một hai[ba bốn năm[sáu]] bảy',
  ],
  ['those before it stay', [item('một', item('hai'), item('ba', item('bốn')))], 'ba', 'một[hai] ba[bốn]'],
  ['the last alone', [item('một', item('hai'), item('ba'))], 'ba', 'một[hai] ba'],
  ['on the first level nothing happens', [item('một', item('hai'))], 'một', 'một[hai]'],
])('an item comes a level up: %s', (_name, items, from, expected) => {
  body = openBody([list(...items)]);
  outdent(from);
  expect(held()).toBe(expected);
  expect(body.heard()).toEqual(body.held());
  body.command(UNDO_COMMAND);
  expect(held()).toBe(shown(items));
});

test('several selected items come up together', () => {
  body = openBody([list(item('một', item('hai', item('ba')), item('bốn')))]);
  outdent('hai', 'bốn');
  expect(held()).toBe('một hai ba bốn');
});

test('what was in an item comes up, levels and all, when the item becomes a heading', () => {
  body = openBody([list(item('một', item('hai', item('ba', item('bốn')), item('năm'))), item('sáu'))]);
  select('một');
  toggleKind(body.editor, 'h2');
  body.update(() => undefined);
  expect(body.held().map(({ type }) => type)).toEqual(['heading', 'list']);
  expect(shown((body.held()[1] as { items: ListItem[] }).items)).toBe('hai[ba[bốn] năm] sáu');
  expect(body.heard()).toEqual(body.held());
});

test('what an undo brings back is told, though Lexical fails to draw it at first', () => {
  body = openBody([list(item('một', item('hai', item('ba'))))]);
  body.update(() => void $getRoot().getAllTextNodes()[0]?.selectEnd());
  body.command(INSERT_PARAGRAPH_COMMAND);
  body.update(() => {
    const selection = $createRangeSelection();
    const [, first, second] = $getRoot().getAllTextNodes();
    selection.anchor.set(first?.getParent()?.getTopLevelElement()?.getKey() ?? '', 1, 'element');
    selection.focus.set(second?.getKey() ?? '', 0, 'text');
    $setSelection(selection);
  });
  body.command(INDENT_CONTENT_COMMAND);
  expect(body.heard()).toEqual(body.held());
  // At once, with no update after it.
  body.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(body.heard()).toEqual(body.held());
  expect(body.editor.getRootElement()?.textContent).toBe('mộthaiba');
});

test('the first item goes no level down, for there is none it could be in; others go one at most', () => {
  body = openBody([list(item('một'), item('hai'))]);
  for (const text of ['một', 'hai', 'hai']) {
    select(text);
    body.command(INDENT_CONTENT_COMMAND);
  }
  expect(held()).toBe('một[hai]');
});

test('no word is lost when items of several levels become paragraphs, and the others keep their levels', () => {
  const items = [item('một', item('hai', item('ba', item('bốn'))), item('năm', item('sáu')), item('bảy'))];
  for (const [from, to, expected] of [
    ['một', 'bảy', 'một / hai / ba / bốn / năm / sáu / bảy'],
    ['hai', 'năm', '[một] / hai / ba / bốn / năm / [sáu bảy]'],
    ['ba', 'ba', '[một[hai]] / ba / [bốn năm[sáu] bảy]'],
    ['sáu', 'sáu', '[một[hai[ba[bốn]] năm]] / sáu / [bảy]'],
  ] as const) {
    body = openBody([list(...items)]);
    select(from, to);
    toggleKind(body.editor, 'h2');
    toggleKind(body.editor, 'h2');
    body.update(() => undefined);
    const shape = body
      .held()
      .map((block) =>
        block.type === 'list' ? `[${shown((block as { items: ListItem[] }).items)}]` : textOfBlock(block),
      );
    expect(shape.join(' / ')).toBe(expected);
    expect(body.heard()).toEqual(body.held());
    if (to !== 'sáu') body.close();
  }
});

test('no word is lost of a list that a clipboard put behind the words of its item, when that becomes a paragraph', () => {
  const words = (text: string) => ({ type: 'text', text });
  const inner = { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [words('hai')] }] };
  const outer = { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [words('một'), inner] }] };
  body = openBody([{ id: 'p', type: 'paragraph', children: [] }]);
  body.update(() => {
    $getRoot()
      .clear()
      .append(...$generateNodesFromSerializedNodes([outer as never]));
  });
  expect(held()).toMatch(/\[/);
  select('một', 'hai');
  toggleKind(body.editor, 'bullet');
  body.update(() => undefined);
  expect(body.held().map(textOfBlock)).toEqual(['một', 'hai']);
});

test('no word is lost of two lists of different kinds that a paste put into one item', () => {
  const words = (text: string) => ({ type: 'text', text });
  const one = (listType: string, text: string) => ({
    ...{ type: 'list', listType },
    children: [{ type: 'listitem', children: [words(text)] }],
  });
  const holder = { type: 'listitem', children: [one('bullet', 'hai'), one('number', 'ba')] };
  const outer = { ...one('bullet', 'một'), children: [{ type: 'listitem', children: [words('một')] }, holder] };
  body = openBody([{ id: 'p', type: 'paragraph', children: [] }]);
  body.update(() => {
    $getRoot()
      .clear()
      .append(...$generateNodesFromSerializedNodes([outer as never]));
  });
  expect(held()).toMatch(/\[/);
  select('ba');
  toggleKind(body.editor, 'h2');
  body.update(() => undefined);
  expect(body.held().map((block) => textOfBlock(block).trim().replaceAll('\n', ' '))).toEqual(['một hai', 'ba']);
});

test('the same of a list that comes into an item which holds one already', () => {
  body = openBody([list(item('một', item('hai')))]);
  body.update(() => {
    const holder = $getRoot().getAllTextNodes()[1]?.getParent()?.getParent()?.getParent();
    if (!$isListItemNode(holder)) throw new Error('no item that holds the list');
    holder.append($createListNode('number').append($createListItemNode().append($createTextNode('ba'))));
  });
  select('ba');
  toggleKind(body.editor, 'h2');
  body.update(() => undefined);
  expect(body.held().map((block) => textOfBlock(block).trim().replaceAll('\n', ' '))).toEqual(['một hai', 'ba']);
});
