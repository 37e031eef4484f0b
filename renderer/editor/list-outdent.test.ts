// @vitest-environment happy-dom
import { $createRangeSelection, $getRoot, $setSelection, OUTDENT_CONTENT_COMMAND, UNDO_COMMAND } from 'lexical';
import { afterEach, expect, test } from 'vitest';
import type { Block, ListItem } from '../../shared/content/index.ts';
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

/** Shift+Tab with the selection from one item to another. */
function outdent(from: string, to = from): void {
  body.update(() => {
    const texts = $getRoot().getAllTextNodes();
    const selection = $createRangeSelection();
    const key = (text: string) => texts.find((node) => node.getTextContent() === text)?.getKey() ?? '';
    selection.anchor.set(key(from), 0, 'text');
    selection.focus.set(key(to), to.length, 'text');
    $setSelection(selection);
  });
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
