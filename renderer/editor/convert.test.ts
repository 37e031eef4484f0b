import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
import { blockOfNode, blocksOfState, type LexicalJson, nodeOfBlock, stateOfBlocks } from './convert.ts';
import { arbitraryBlocks, arbitraryKnownBlock, arbitraryUnknownBlock } from './testing/arbitraries.ts';

const noNewId = (): string => {
  throw new Error('every block here has an id');
};

describe('converting a block to Lexical and back', () => {
  it('gives the same block for every block in normal form', () => {
    fc.assert(
      fc.property(arbitraryKnownBlock, (block) => {
        expect(blockOfNode(nodeOfBlock(block), noNewId)).toEqual(block);
      }),
      { numRuns: 500 },
    );
  });

  it('carries a block of a newer version value for value', () => {
    fc.assert(
      fc.property(arbitraryUnknownBlock, (block) => {
        expect(blockOfNode(nodeOfBlock(block), noNewId)).toEqual(block);
      }),
    );
  });

  it('keeps the order of a body', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        fc.pre(blocks.length > 0);
        expect(blocksOfState(stateOfBlocks(blocks, 'empty'), noNewId)).toEqual(blocks);
      }),
    );
  });

  it('opens an empty body as one empty paragraph', () => {
    expect(blocksOfState(stateOfBlocks([], 'first'), noNewId)).toEqual([
      { id: 'first', type: 'paragraph', children: [] },
    ]);
  });
});

describe('reading what only Lexical makes', () => {
  const text = (value: string, format = 0): LexicalJson => ({ type: 'text', text: value, format });
  const item = (id: string, ...children: LexicalJson[]): LexicalJson => ({ type: 'listitem', $: { id }, children });
  const list = (...children: LexicalJson[]): LexicalJson => ({ type: 'list', listType: 'bullet', children });
  const read = (node: LexicalJson): Block => blockOfNode(node, () => 'new');

  it('joins texts of one format and keeps tabs', () => {
    const tab = { type: 'tab', text: '\t', format: 0 };
    expect(read({ type: 'paragraph', $: { id: 'p' }, children: [text('a'), tab, text('b'), text('c', 1)] })).toEqual({
      id: 'p',
      type: 'paragraph',
      children: [
        { type: 'text', text: 'a\tb' },
        { type: 'text', text: 'c', format: 1 },
      ],
    });
  });

  it('puts a list that stands in an item of its own under the item before it', () => {
    const node = { ...list(item('1', text('một')), item('w', list(item('2', text('hai'))))), $: { id: 'l' } };
    expect(read(node)).toEqual({
      id: 'l',
      type: 'list',
      ordered: false,
      items: [
        {
          id: '1',
          children: [{ type: 'text', text: 'một' }],
          nested: { ordered: false, items: [{ id: '2', children: [{ type: 'text', text: 'hai' }] }] },
        },
      ],
    });
  });

  it('keeps every word of a list that is nested before any item, twice in a row, or beside words', () => {
    const node = {
      ...list(
        item('w', list(item('1', text('một')))),
        item('v', list(item('2', text('hai')))),
        item('3', text('ba'), list(item('4', text('bốn')))),
      ),
      $: { id: 'l' },
    };
    expect(read(node)).toMatchObject({
      items: [
        { id: 'w', children: [], nested: { items: [{ id: '1' }, { id: '2' }] } },
        { id: '3', children: [{ text: 'ba' }], nested: { items: [{ id: '4' }] } },
      ],
    });
  });

  it('drops formats and alignment that we do not have, never words', () => {
    const highlighted = text('chữ', 128 + 1);
    const node = { type: 'paragraph', $: { id: 'p' }, format: 'center', indent: 2, children: [highlighted] };
    expect(read(node)).toEqual({ id: 'p', type: 'paragraph', children: [{ type: 'text', text: 'chữ', format: 1 }] });
  });

  it('turns a link whose address cannot be stored into its words', () => {
    const node = { type: 'paragraph', $: { id: 'p' }, children: [{ type: 'link', url: '', children: [text('đây')] }] };
    expect(read(node)).toMatchObject({ children: [{ type: 'text', text: 'đây' }] });
  });
});

it('a text without letters, as NUL once left it, does not hide the words beside it', () => {
  const words = { type: 'text', text: 'Sáng nay' };
  const block = { id: 'a', type: 'paragraph', children: [{ type: 'text', text: '' }, words] } as Block;
  expect(nodeOfBlock(block)).toMatchObject({ type: 'paragraph', children: [{ text: 'Sáng nay' }] });
  const newer = { id: 'b', type: 'poem', children: [{ type: 'text', text: '' }] } as Block;
  expect(nodeOfBlock(newer)).toMatchObject({ $: { block: newer } });
});
