// @vitest-environment happy-dom
import { $generateJSONFromSelectedNodes, $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import fc from 'fast-check';
import {
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $selectAll,
  INDENT_CONTENT_COMMAND,
  type LexicalNode,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { afterEach, describe, expect, it } from 'vitest';
import type { Block, ListItem } from '../../shared/content/index.ts';
import { toggleKind } from './block-kind.ts';
import { $moveBlocks } from './move-blocks.ts';
import { $changeTable, $createTable, TABLE_DEEDS, type TableDeed } from './table-editing.ts';
import { arbitraryBlocks } from './testing/arbitraries.ts';
import { $placeCursor, type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
const open = (...blocks: Block[]): OpenBody => {
  body = openBody(blocks);
  return body;
};
afterEach(() => body.close());

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const item = (id: string, text: string): ListItem => ({ id, children: [{ type: 'text', text }] });
const list = (id: string, ...items: ListItem[]): Block => ({ id, type: 'list', ordered: false, items });
const cell = (text: string) => ({ children: text === '' ? [] : [{ type: 'text' as const, text }] });
const table = (id: string): Block => ({
  id,
  type: 'table',
  headerRow: true,
  headerColumn: false,
  rows: [
    { id: `${id}1`, cells: [cell('môn'), cell('giờ')] },
    { id: `${id}2`, cells: [cell('Toán'), cell('7')] },
  ],
});
const rowIds = (): string[] => body.held().flatMap((block) => (block.type === 'table' ? itemIds(block.rows) : []));
const $range = () => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) throw new Error('no selection in the text');
  return selection;
};
const ids = (): string[] => body.held().map((block) => block.id);

function expectHeardAsHeld(): void {
  expect(body.heard()).toEqual(body.held());
  const all = body
    .held()
    .flatMap((block) => [
      block.id,
      ...itemIds(
        block.type === 'list' || block.type === 'gallery' ? block.items : block.type === 'table' ? block.rows : [],
      ),
    ]);
  expect(new Set(all).size).toBe(all.length);
}

function itemIds(items: unknown): string[] {
  return (items as ListItem[]).flatMap(({ id, nested }) => [id, ...itemIds(nested?.items ?? [])]);
}

describe('opening a body', () => {
  it('holds every block as it was, blocks of a newer version too, and reports nothing', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        fc.pre(blocks.length > 0);
        const opened = openBody(blocks);
        try {
          expect(opened.held()).toEqual(blocks);
          expect(opened.changes).toEqual([]);
        } finally {
          opened.close();
        }
      }),
      { numRuns: 100 },
    );
    open();
  });

  it('gives an empty body a place to type, which is reported only once something is typed', () => {
    open();
    expect(body.held()).toHaveLength(1);
    expect(body.changes).toEqual([]);
    body.update(() => {
      $placeCursor(body.$at(0), 0);
      $range().insertText('c');
    });
    expect(body.changes).toEqual([{ order: ['new0'], blocks: [paragraph('new0', 'c')] }]);
  });
});

describe('lists side by side, which Lexical joins', () => {
  it('lose nothing, and are told as one with the first change', () => {
    open(paragraph('a', 'đầu'), list('l', item('1', 'một')), list('m', item('2', 'hai')));
    expect(body.changes).toEqual([]);
    body.update(() => {
      $placeCursor(body.$at(0), 3);
      $range().insertText('!');
    });
    expect(body.heard()).toEqual([paragraph('a', 'đầu!'), list('l', item('1', 'một'), item('2', 'hai'))]);
    expectHeardAsHeld();
  });
});

describe('ids from a clipboard', () => {
  it('that no block can have are replaced, so that the body can still be saved', () => {
    open(paragraph('a', 'chữ'));
    const long = { type: 'paragraph', $: { id: 'x'.repeat(65) }, children: [{ type: 'text', text: 'thêm' }] };
    body.update(() => void $getRoot().append(...$generateNodesFromSerializedNodes([long] as never)));
    expect(ids()[1]).toMatch(/^new/);
    expectHeardAsHeld();
  });
});

describe('typing', () => {
  it('reports only the block that changed, and no order', () => {
    open(paragraph('a', 'một'), paragraph('b', 'hai'), paragraph('c', 'ba'));
    body.update(() => {
      $placeCursor(body.$at(1), 3);
      $range().insertText('!');
    });
    expect(body.changes).toEqual([{ order: null, blocks: [paragraph('b', 'hai!')] }]);
  });

  it('reports nothing when only the cursor moves', () => {
    open(paragraph('a', 'một'));
    body.update(() => $placeCursor(body.$at(0), 1));
    body.update(() => $placeCursor(body.$at(0), 2));
    expect(body.changes).toEqual([]);
  });
});

describe('what is taken out', () => {
  it('is told although none of the blocks that stay is another, and so is the last of all', () => {
    open(paragraph('a', 'một'), paragraph('b', 'hai'), paragraph('c', 'ba'));
    body.update(() => body.$at(1).remove());
    expect(body.changes.at(-1)?.order).toEqual(['a', 'c']);
    body.update(() => body.$at(1).remove());
    expect(body.changes.at(-1)?.order).toEqual(['a']);
    body.update(() => body.$at(0).remove());
    expect(ids()).not.toContain('a');
    expectHeardAsHeld();
  });
});

describe('the id of a block', () => {
  it('stays with the first half of a split; the second gets a new one', () => {
    open(paragraph('a', 'một hai'), paragraph('b', 'ba'));
    body.update(() => {
      $placeCursor(body.$at(0), 3);
      $range().insertParagraph();
    });
    const [first, second, third] = ids();
    expect([first, third]).toEqual(['a', 'b']);
    expect(second).toMatch(/^new/);
    expectHeardAsHeld();
  });

  it('stays with the first of two blocks that are joined', () => {
    open(paragraph('a', 'một'), paragraph('b', 'hai'));
    body.update(() => {
      $placeCursor(body.$at(1), 0);
      $range().deleteCharacter(true);
    });
    expect(body.held()).toEqual([paragraph('a', 'mộthai')]);
    expectHeardAsHeld();
  });

  it('comes back with undo and redo', () => {
    open(paragraph('a', 'một hai'));
    body.update(() => {
      $placeCursor(body.$at(0), 3);
      $range().insertParagraph();
    });
    const split = ids();
    body.command(UNDO_COMMAND);
    expect(body.held()).toEqual([paragraph('a', 'một hai')]);
    expectHeardAsHeld();
    body.command(REDO_COMMAND);
    expect(ids()).toEqual(split);
    expectHeardAsHeld();
  });

  it('stays when a paragraph becomes a heading, a quote and a paragraph again', () => {
    open(paragraph('a', 'một'));
    body.update(() => $placeCursor(body.$at(0), 0));
    for (const kind of ['h2', 'quote', 'quote'] as const) {
      toggleKind(body.editor, kind);
      body.update(() => undefined);
      expect(ids()).toEqual(['a']);
    }
    expect(body.held()).toEqual([paragraph('a', 'một')]);
    expectHeardAsHeld();
  });

  it('stays when a list changes from bullets to numbers, with the ids of its items', () => {
    open(list('l', item('1', 'một'), item('2', 'hai')));
    body.update(() => $placeCursor(body.$at(0), 0));
    toggleKind(body.editor, 'number');
    body.update(() => undefined);
    expect(body.held()).toEqual([{ ...list('l', item('1', 'một'), item('2', 'hai')), ordered: true }]);
    expectHeardAsHeld();
  });

  it('is new for a pasted copy, and kept for what is cut and pasted elsewhere', () => {
    open(paragraph('a', 'một'), paragraph('b', 'hai'));
    const copy = body.editor.read(() => {
      const { nodes } = $generateJSONFromSelectedNodes(body.editor, null);
      return nodes;
    });
    body.update(() => {
      body.$at(1).selectEnd();
      $range().insertParagraph();
      $insertNodes($generateNodesFromSerializedNodes(copy));
    });
    expect(ids().slice(0, 2)).toEqual(['a', 'b']);
    expectHeardAsHeld();

    body.update(() => {
      body.$at(0).remove();
    });
    body.update(() => {
      $getRoot().selectEnd();
      $range().insertParagraph();
      $getRoot().append(...$generateNodesFromSerializedNodes(copy).slice(0, 1));
    });
    expect(ids().at(-1)).toBe('a');
    expectHeardAsHeld();
  });

  it('stays with a block that is moved up and down, and so does the cursor', () => {
    open(paragraph('a', 'một'), { id: 'r', type: 'rule' }, paragraph('b', 'hai'));
    body.update(() => $placeCursor(body.$at(2), 1));
    body.update(() => $moveBlocks('up'));
    expect(ids()).toEqual(['a', 'b', 'r']);
    body.update(() => $moveBlocks('up'));
    body.update(() => $moveBlocks('up'));
    expect(ids()).toEqual(['b', 'a', 'r']);
    body.update(() => $range().insertText('!'));
    expect(body.held()[0]).toEqual(paragraph('b', 'h!ai'));
    body.update(() => $moveBlocks('down'));
    expect(ids()).toEqual(['a', 'b', 'r']);
    expectHeardAsHeld();
  });

  it('stays unique when a cut block that came back by undo is copied again', () => {
    open(paragraph('a', 'một'), paragraph('b', 'hai'));
    const copy = body.editor.read(() => $generateJSONFromSelectedNodes(body.editor, null).nodes.slice(0, 1));
    body.update(() => {
      $selectAll();
      body.$at(0).remove();
    });
    body.update(() => {
      $getRoot().append(...$generateNodesFromSerializedNodes(copy));
    });
    expect(ids()).toEqual(['b', 'a']);
    body.command(UNDO_COMMAND);
    body.command(UNDO_COMMAND);
    expect(ids()).toEqual(['a', 'b']);
    body.update(() => {
      $getRoot().append(...$generateNodesFromSerializedNodes(copy));
    });
    expectHeardAsHeld();
  });
});

describe('a row of a table', () => {
  const $cursorIn = (text: string): void => {
    const place = $getRoot()
      .getAllTextNodes()
      .find((node) => node.getTextContent() === text);
    place?.select(0, 0);
  };

  it('keeps its id while its words change, and others come, go and move', () => {
    open(paragraph('a', 'trước'), table('t'));
    body.update(() => {
      $cursorIn('Toán');
      $range().insertText('Ngữ văn, ');
    });
    body.update(() => $changeTable('row_above'));
    const added = rowIds()[1] ?? '';
    expect(rowIds()).toEqual(['t1', expect.stringMatching(/^new/), 't2']);
    body.update(() => $changeTable('column_after'));
    expect(rowIds()).toEqual(['t1', added, 't2']);
    expectHeardAsHeld();
    body.update(() => {
      const rows = body.$at(1);
      if ($isElementNode(rows)) rows.getLastChildOrThrow().insertBefore(rows.getFirstChildOrThrow());
    });
    expect(rowIds()).toEqual([added, 't1', 't2']);
    body.update(() => {
      $cursorIn('môn');
      $changeTable('row_remove');
    });
    expect(rowIds()).toEqual([added, 't2']);
    body.command(UNDO_COMMAND);
    expect(rowIds()).toEqual([added, 't1', 't2']);
    expectHeardAsHeld();
  });

  it('is new in a pasted copy of the table', () => {
    open(paragraph('a', 'trước'), table('t'));
    const copy = body.editor.read(() => $generateJSONFromSelectedNodes(body.editor, null).nodes.slice(1));
    body.update(() => body.$at(1).insertAfter($generateNodesFromSerializedNodes(copy)[0] as never));
    expect(rowIds().slice(0, 2)).toEqual(['t1', 't2']);
    expect(rowIds().slice(2)).toEqual([expect.stringMatching(/^new/), expect.stringMatching(/^new/)]);
    expectHeardAsHeld();
  });

  it('shows headings where the table says, also when rows are moved', () => {
    open(table('t'));
    body.update(() => {
      $cursorIn('Toán');
      $changeTable('row_below');
    });
    expect(document.querySelectorAll('th').length).toBe(2);
    expect(body.held()).toMatchObject([{ headerRow: true, headerColumn: false }]);
  });
});

describe('a gallery, a video and a file', () => {
  const media = 'a'.repeat(64);
  const gallery: Block = {
    id: 'g',
    type: 'gallery',
    items: [
      { id: 'p', media, alt: 'Cờ' },
      { id: 'q', media, alt: '', decorative: true },
    ],
  };
  const video: Block = { id: 'v', type: 'video', url: 'https://youtu.be/x', title: 'Văn nghệ' };
  const file: Block = { id: 'f', type: 'file', media, title: 'Kế hoạch' };

  it('keep their ids and their words when they are moved, by undo too, and get new ones in a copy', () => {
    open(paragraph('a', 'trước'), gallery, video, file);
    body.update(() => body.$at(3).insertAfter(body.$at(1)));
    expect(body.held()).toEqual([paragraph('a', 'trước'), video, file, gallery]);
    body.command(UNDO_COMMAND);
    expect(body.held()).toEqual([paragraph('a', 'trước'), gallery, video, file]);
    const copy = body.editor.read(() => $generateJSONFromSelectedNodes(body.editor, null).nodes.slice(1));
    body.update(() => {
      $getRoot().append(...$generateNodesFromSerializedNodes(copy));
    });
    const isNew = expect.stringMatching(/^new/);
    const [, , , , copied] = body.held();
    expect(ids()).toEqual(['a', 'g', 'v', 'f', isNew, isNew, isNew]);
    expect(copied).toMatchObject({
      items: [
        { id: isNew, alt: 'Cờ' },
        { id: isNew, decorative: true },
      ],
    });
    expectHeardAsHeld();
  });

  it('are not made by a clipboard whose values are none of ours', () => {
    open(paragraph('a', 'trước'));
    const hostile = [
      { type: 'gallery', version: 1, $: { id: 'x', gallery: { items: [{ id: 'p', media: '../etc', alt: 1 }] } } },
      { type: 'video', version: 1, $: { video: { url: 7 } } },
      { type: 'file', version: 1, $: { file: 'a'.repeat(64) } },
    ];
    body.update(() => {
      const nodes = $generateNodesFromSerializedNodes(hostile as never);
      body.editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, {
        nodes,
        selection: $getRoot().selectEnd(),
      });
    });
    expect(body.held().filter(({ type }) => type !== 'paragraph')).toEqual([]);
  });
});

describe('a cell of a table', () => {
  it('holds lines of words whatever is put into it', () => {
    open(table('t'));
    body.update(() => {
      const text = $getRoot().getAllTextNodes()[2];
      text?.select(2, 2);
      $range().insertParagraph();
    });
    toggleKind(body.editor, 'bullet');
    body.update(() => undefined);
    expect(body.held()).toMatchObject([
      { rows: [{}, { cells: [{ children: [{ text: 'To' }, { type: 'linebreak' }, { text: 'án' }] }, {}] }] },
    ]);
    expectHeardAsHeld();
  });
});

describe('whatever is done', () => {
  type Deed = {
    readonly kind: (typeof DEEDS)[number];
    readonly at: number;
    readonly offset: number;
    readonly to: number;
  };
  const DEEDS = [
    'type',
    'erase',
    'enter',
    'break',
    'indent',
    'outdent',
    'h2',
    'paragraph',
    'quote',
    'bullet',
    'number',
    'remove',
    'move',
    'copy',
    'undo',
    'redo',
    'selectAndErase',
    'note',
    'important',
    'table',
    'up',
    'down',
    ...TABLE_DEEDS,
  ] as const;
  const deed: fc.Arbitrary<Deed> = fc.record({
    kind: fc.constantFrom(...DEEDS),
    at: fc.nat({ max: 20 }),
    offset: fc.nat({ max: 12 }),
    to: fc.nat({ max: 20 }),
  });

  function isTableDeed(kind: Deed['kind']): kind is TableDeed {
    return (TABLE_DEEDS as readonly string[]).includes(kind);
  }

  function $moveBefore(block: LexicalNode, other: LexicalNode): void {
    if (!block.is(other)) other.insertBefore(block);
  }

  function run({ kind, at, offset, to }: Deed): void {
    const { editor } = body;
    if (kind === 'undo') body.command(UNDO_COMMAND);
    else if (kind === 'redo') body.command(REDO_COMMAND);
    else {
      body.update(() => {
        const count = $getRoot().getChildrenSize();
        if (count === 0) return;
        const block = body.$at(at % count);
        $placeCursor(block, offset);
        const selection = $getSelection();
        if (kind === 'remove') block.remove();
        else if (kind === 'move') $moveBefore(block, body.$at(to % count));
        else if (kind === 'copy') {
          const json = $generateJSONFromSelectedNodes(editor, null).nodes[at % count];
          if (json) body.$at(to % count).insertAfter($generateNodesFromSerializedNodes([json])[0] as never);
        } else if (!$isRangeSelection(selection)) return;
        else if (kind === 'type') selection.insertText('chữ ');
        else if (kind === 'erase') selection.deleteCharacter(true);
        else if (kind === 'enter') selection.insertParagraph();
        else if (kind === 'break') selection.insertLineBreak();
        else if (kind === 'indent') editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined);
        else if (kind === 'outdent') editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined);
        else if (kind === 'table') block.insertAfter($createTable(2, 2));
        else if (kind === 'up' || kind === 'down') $moveBlocks(kind);
        else if (isTableDeed(kind)) $changeTable(kind);
        else if (kind === 'selectAndErase') {
          const other = body.$at(to % count);
          if (!$isElementNode(block) || !$isElementNode(other)) return;
          const focus = other.selectEnd().focus;
          selection.focus.set(focus.key, focus.offset, focus.type);
          selection.removeText();
        } else toggleKind(editor, kind);
      });
    }
  }

  it('the reports alone give the body the editor holds, and ids stay unique', () => {
    const start: Block[] = [
      paragraph('a', 'một hai ba'),
      { ...list('l', item('1', 'bốn'), { ...item('2', 'năm'), nested: { ordered: true, items: [item('3', 'sáu')] } }) },
      { id: 'r', type: 'rule' },
      table('t'),
      { id: 'c', type: 'callout', tone: 'note', children: [{ type: 'text', text: 'tám' }] },
      { id: 'g', type: 'gallery', items: [{ id: 'p', media: 'a'.repeat(64), alt: '' }] },
      { id: 'f', type: 'file', media: 'b'.repeat(64) },
      { id: 'h', type: 'heading', level: 3, children: [{ type: 'text', text: 'bảy', format: 1 }] },
    ];
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        open(...start);
        try {
          for (const each of deeds) run(each);
          expectHeardAsHeld();
        } finally {
          body.close();
        }
      }),
      { numRuns: 150 },
    );
    open();
  });
});
