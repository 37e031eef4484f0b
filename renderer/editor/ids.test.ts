// @vitest-environment happy-dom
import { $generateJSONFromSelectedNodes, $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import fc from 'fast-check';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $selectAll,
  HISTORY_PUSH_TAG,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { asKnownBlock, type Block, textOfBlock } from '../../shared/content/index.ts';
import { $moveBlocks } from './move-blocks.ts';
import { arbitraryBlocks } from './testing/arbitraries.ts';
import { $placeCursor, type OpenBody, openBody } from './testing/open-body.ts';

/** Ids of blocks, list items, table rows and gallery pictures (design 3), whatever the body is and wherever one acts. */

/** Every id in a block, its own first. */
function idsOf(block: Block): string[] {
  const within = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(within);
    if (typeof value !== 'object' || value === null) return [];
    const { id, ...rest } = value as Record<string, unknown>;
    return [...(typeof id === 'string' ? [id] : []), ...Object.values(rest).flatMap(within)];
  };
  const { id, ...rest } = block as Record<string, unknown>;
  // What is inside a block of a newer version is not ours.
  return [String(id), ...(KNOWN.has(typeOf(block)) ? within(rest) : [])];
}
const KNOWN = new Set(['list', 'table', 'gallery']);
const withoutIds = (block: Block): unknown =>
  JSON.parse(JSON.stringify(block), (key, value) => (key === 'id' ? undefined : value));
/** Not of a block of a newer version, whatever it is called. */
const typeOf = (block: Block | undefined): string => (block && asKnownBlock(block)?.type) ?? '';
const isWords = (block: Block | undefined): boolean => /^(paragraph|heading|quote|callout)$/.test(typeOf(block));

/** One list at most, for Lexical joins neighbours; a paragraph at both ends, so that whatever is put there stands alone. */
const body = arbitraryBlocks.map((blocks): Block[] => {
  let lists = 0;
  const kept = blocks.filter(({ type }) => type !== 'list' || lists++ === 0);
  const edge = (id: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text: id }] });
  return [edge('first'), ...kept, edge('last')];
});
const place = fc.nat({ max: 30 });

/** Opens the body, does something, and looks: then undoes it, and does it again. */
function check(blocks: Block[], act: (open: OpenBody) => void, look: (after: Block[]) => void): void {
  const open = openBody(blocks);
  try {
    const before = open.held();
    act(open);
    const after = open.held();
    const all = after.flatMap(idsOf);
    expect(new Set(all).size).toBe(all.length);
    expect(open.heard()).toEqual(after);
    look(after);
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    open.command(UNDO_COMMAND);
    expect(open.held()).toEqual(before);
    open.command(REDO_COMMAND);
    expect(open.held()).toEqual(after);
    expect(open.heard()).toEqual(after);
  } finally {
    open.close();
  }
}
const property = (run: (blocks: Block[], at: number, to: number) => void): void =>
  fc.assert(
    fc.property(body, place, place, (blocks, at, to) => run(blocks, at % blocks.length, to)),
    { numRuns: 60 },
  );
const $range = () => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) throw new Error('no cursor');
  return selection;
};

describe('ids', () => {
  it('stay when words are written anywhere', () => {
    property((blocks, at, offset) => {
      if (!isWords(blocks[at]) && !/^(list|table)$/.test(typeOf(blocks[at]))) return;
      check(
        blocks,
        (open) =>
          open.update(() => {
            const block = open.$at(at);
            const [text] = $isElementNode(block) ? block.getAllTextNodes() : [];
            if (text === undefined) block.selectStart();
            else $placeCursor(block, offset % (text.getTextContentSize() + 1));
            $range().insertText('chữ');
          }),
        (after) => expect(after.flatMap(idsOf)).toEqual(blocks.flatMap(idsOf)),
      );
    });
  });

  it('go with a block that is moved by keyboard or dragged', () => {
    property((blocks, at, to) => {
      const target = to % blocks.length;
      check(
        blocks,
        (open) =>
          open.editor.update(
            () => {
              const [block, other] = [open.$at(at), open.$at(target)];
              if (!block.is(other)) other.insertAfter(block, false);
            },
            { discrete: true, tag: HISTORY_PUSH_TAG },
          ),
        (after) => {
          expect(after.find(({ id }) => id === blocks[at]?.id)).toEqual(blocks[at]);
          expect([...after].sort(byId)).toEqual([...blocks].sort(byId));
        },
      );
      const way = to % 2 === 0 ? 'up' : 'down';
      if (!isWords(blocks[at])) return;
      check(
        blocks,
        (open) => {
          open.update(() => void open.$at(at).selectStart());
          open.update(() => $moveBlocks(way));
        },
        (after) => expect([...after].sort(byId)).toEqual([...blocks].sort(byId)),
      );
    });
  });

  it('are new in a copy, all of them, and stay in what was copied', () => {
    property((blocks, at) => {
      check(
        blocks,
        (open) => {
          const nodes = open.editor.read(() => {
            const json = $generateJSONFromSelectedNodes(open.editor, null).nodes[at];
            return json === undefined ? [] : [json];
          });
          open.editor.update(() => void $getRoot().append(...$generateNodesFromSerializedNodes(nodes)), {
            discrete: true,
            tag: HISTORY_PUSH_TAG,
          });
        },
        (after) => {
          const copy = after.at(-1) as Block;
          expect(after.slice(0, -1)).toEqual(blocks);
          const old = new Set(blocks.flatMap(idsOf));
          expect(idsOf(copy).filter((id) => old.has(id))).toEqual([]);
          if (KNOWN.has(typeOf(copy))) expect(withoutIds(copy)).toEqual(withoutIds(blocks[at] as Block));
        },
      );
    });
  });

  it('stay with the first half of a split, and the second gets one of its own', () => {
    property((blocks, at, offset) => {
      const split = blocks[at] as Block;
      const size = textOfBlock(split).length;
      // At an end the new half is empty; at the start Lexical puts an empty paragraph before.
      if (!isWords(split) || size < 2 || textOfBlock(split).includes('\n')) return;
      const cut = 1 + (offset % (size - 1));
      check(
        blocks,
        (open) =>
          open.update(() => {
            $placeAt(open, at, cut);
            $range().insertParagraph();
          }),
        (after) => {
          expect(after).toHaveLength(blocks.length + 1);
          expect(after[at]?.id).toBe(split.id);
          expect(blocks.map(({ id }) => id)).not.toContain(after[at + 1]?.id);
          expect(textOfBlock(after[at] as Block) + textOfBlock(after[at + 1] as Block)).toBe(textOfBlock(split));
          expect(after.filter((_block, index) => index !== at + 1).map(({ id }) => id)).toEqual(
            blocks.map(({ id }) => id),
          );
        },
      );
    });
  });

  it('are those of the first of two that are joined', () => {
    property((blocks, at) => {
      const [first, second] = [blocks[at], blocks[at + 1]];
      if (first === undefined || second === undefined || typeOf(second) !== 'paragraph' || !isWords(first)) return;
      if (textOfBlock(first) === '' || textOfBlock(second) === '') return;
      check(
        blocks,
        (open) =>
          open.update(() => {
            open.$at(at + 1).selectStart();
            $range().deleteCharacter(true);
          }),
        (after) => {
          expect(after.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id).filter((id) => id !== second.id));
          expect(textOfBlock(after[at] as Block)).toBe(textOfBlock(first) + textOfBlock(second));
        },
      );
    });
  });

  it('come back with what is cut and pasted elsewhere', () => {
    property((blocks, at) => {
      if (at === 0 || at === blocks.length - 1) return;
      check(
        blocks,
        (open) => {
          const nodes = open.editor.read(() =>
            $generateJSONFromSelectedNodes(open.editor, null).nodes.slice(at, at + 1),
          );
          open.editor.update(
            () => {
              open.$at(at).remove();
              $getRoot().append(...$generateNodesFromSerializedNodes(nodes));
            },
            { discrete: true, tag: HISTORY_PUSH_TAG },
          );
        },
        (after) => expect(idsOf(after.at(-1) as Block)).toEqual(idsOf(blocks[at] as Block)),
      );
    });
  });

  it('come back, every one, when all was deleted and that is undone', () => {
    property((blocks) => {
      check(
        blocks,
        (open) =>
          open.update(() => {
            $selectAll().removeText();
          }),
        () => undefined,
      );
    });
  });
});

function byId(a: Block, b: Block): number {
  return a.id < b.id ? -1 : 1;
}

/** The cursor so many characters into a block, across its texts and links. */
function $placeAt(open: OpenBody, at: number, offset: number): void {
  const block = open.$at(at);
  let left = offset;
  for (const text of $isElementNode(block) ? block.getAllTextNodes() : []) {
    const size = text.getTextContentSize();
    if (left <= size) {
      text.select(left, left);
      return;
    }
    left -= size;
  }
}
