// @vitest-environment happy-dom
import { $isElementNode, UNDO_COMMAND } from 'lexical';
import { afterEach, describe, expect, it } from 'vitest';
import { type Block, LIMITS, type ListItem, textOfBlock } from '../../shared/content/index.ts';
import { insertParts } from './insert-parts.ts';
import { type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());

const text = (words: string) => [{ type: 'text' as const, text: words }];
const paragraph = (id: string, words: string): Block => ({ id, type: 'paragraph', children: text(words) });
const item = (id: string, words: string, ...items: ListItem[]): ListItem => ({
  ...{ id, children: text(words) },
  ...(items.length > 0 && { nested: { ordered: false, items } }),
});
const list = (id: string, ...items: ListItem[]): Block => ({ id, type: 'list', ordered: false, items });
const deep = (levels: number, id: string): ListItem =>
  levels === 1 ? item(`${id}1`, `${id}1`) : item(`${id}${levels}`, `${id}${levels}`, deep(levels - 1, id));
/** Pastes in the middle of the item that says "AA BB". */
async function paste(into: Block, ...blocks: Block[]): Promise<string[]> {
  body = openBody([into, paragraph('z', 'cuối')]);
  body.update(() => {
    const block = body.$at(0);
    const words = $isElementNode(block) ? block.getAllTextNodes() : [];
    words.find((node) => node.getTextContent() === 'AA BB')?.select(2, 2);
  });
  const before = body.held();
  await insertParts(
    body.editor,
    blocks.map((block) => ({ block })),
    {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      takePicture: () => Promise.reject(new Error('no picture')),
      onPictureProblem: () => undefined,
    },
  );
  const after = body.held();
  expect(body.heard()).toEqual(after);
  body.command(UNDO_COMMAND);
  expect(body.held()).toEqual(before);
  return after.map((block) => `${block.type} ${textOfBlock(block).replaceAll('\n', '/')}`);
}

describe.each([
  [
    'an item',
    list('l', item('1', 'AA BB', item('2', 'trong')), item('3', 'sau')),
    (words: string) => `${words}/trong/sau`,
  ],
  [
    'an item within an item',
    list('l', item('1', 'ngoài', item('2', 'AA BB'), item('4', 'cùng')), item('3', 'sau')),
    (words: string) => `ngoài/${words}/cùng/sau`,
  ],
])('what is pasted into %s', (_name, into, around) => {
  it('stays in its order, blocks of words as items', async () => {
    const mixed = [paragraph('p', 'một'), list('m', item('x', 'hai')), paragraph('q', 'ba')];
    expect(await paste(into, ...mixed)).toEqual([`list ${around('AA/một/hai/ba BB')}`, 'paragraph cuối']);
    body.close();
    expect(await paste(into, paragraph('p', 'một'))).toEqual([`list ${around('AAmột BB')}`, 'paragraph cuối']);
  });

  it('goes below the list with a table or a rule in it, whole, and is taken back in one step', async () => {
    const cell = (words: string) => ({ children: text(words) });
    const table: Block = {
      ...{ id: 't', type: 'table', headerRow: true, headerColumn: false },
      rows: [
        { id: 'r1', cells: [cell('o1'), cell('o2')] },
        { id: 'r2', cells: [cell('o3'), cell('o4')] },
      ],
    };
    const rule: Block = { id: 'h', type: 'rule' };
    const after = await paste(into, paragraph('p', 'một'), table, rule, paragraph('q', 'hai'));
    expect(after.map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
      `list ${around('AA BB')}`,
      ...['paragraph một', 'table o1/o2/o3/o4', 'rule ', 'paragraph hai', 'paragraph cuối'],
    ]);
    body.close();
    expect((await paste(into, table)).length).toBeGreaterThan(2);
  });
});

it('a list pasted into a deep one is no deeper than can be saved, and says all it said', async () => {
  const into = list('l', item('1', 'a', item('2', 'b', item('3', 'c', item('4', 'd', item('5', 'AA BB'))))));
  const [words] = await paste(into, list('m', deep(6, 'y')));
  expect(words).toBe('list a/b/c/d/AA/y6/y5/y4/y3/y2/y1 BB');
  const [, changed] = body.changes;
  const depth = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
  expect(depth({ blocks: changed?.blocks ?? body.changes[0]?.blocks })).toBeLessThan(LIMITS.depth - 2);
});
