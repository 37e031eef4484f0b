// @vitest-environment happy-dom
import { $generateNodesFromSerializedNodes, $insertGeneratedNodes } from '@lexical/clipboard';
import { $getRoot, $getSelection, UNDO_COMMAND } from 'lexical';
import { afterEach, describe, expect, it } from 'vitest';
import { asKnownBlock, type Block, LIMITS, textOfBlocks } from '../../shared/content/index.ts';
import { cleanPage } from '../clean/index.ts';
import { insertIntoCell } from './cell-paste.ts';
import { nodeOfBlock } from './convert.ts';
import { type OpenBody, openBody } from './testing/open-body.ts';

let body: OpenBody;
afterEach(() => body.close());

const cell = (text: string) => ({ children: text === '' ? [] : [{ type: 'text' as const, text }] });
const table = (...rows: string[][]): Block => ({
  id: 't',
  type: 'table',
  headerRow: false,
  headerColumn: false,
  rows: rows.map((words, at) => ({ id: `r${at}`, cells: words.map(cell) })),
});
const pasted = (html: string): Block[] => {
  let made = 0;
  const page = cleanPage(new DOMParser().parseFromString(html, 'text/html'), () => `p${made++}`);
  return page.parts.flatMap((part) => ('block' in part ? [part.block] : []));
};
const open = (block: Block, at: string): void => {
  body = openBody([block]);
  body.update(() => {
    $getRoot()
      .getAllTextNodes()
      .find((node) => node.getTextContent() === at)
      ?.selectEnd();
  });
};
const grid = (): string[][] =>
  body
    .held()
    .flatMap((block) =>
      block.type === 'table'
        ? (block.rows as { cells: { children: { type: string; text?: string }[] }[] }[]).map(({ cells }) =>
            cells.map(({ children }) =>
              children.map(({ type, text }) => text ?? (type === 'link' ? '@' : '/')).join(''),
            ),
          )
        : [],
    );

describe('pasting into a cell', () => {
  it('makes lines of headings, lists in lists and paragraphs, with their marks, formats and links, and is one step', () => {
    open(table(['a', 'b']), 'a');
    const html = `<h2>Mục</h2><p>chữ <b>đậm</b> <a href="https://moet.gov.vn">Bộ</a></p>
      <ul><li>một<ol><li>hai</li><li>ba</li></ol></li></ul><blockquote>trích</blockquote>`;
    const { flattened } = insertIntoCell(body.editor, pasted(html));
    expect(flattened).toBe(3);
    expect(grid()).toEqual([['aMục/chữ đậm @/– một/   1. hai/   2. ba/trích', 'b']]);
    expect(body.held()).toMatchObject([
      {
        rows: [
          {
            cells: [
              {
                children: expect.arrayContaining([
                  { type: 'text', text: 'đậm', format: 1 },
                  { type: 'link', url: 'https://moet.gov.vn', children: [{ type: 'text', text: 'Bộ' }] },
                ]),
              },
              {},
            ],
          },
        ],
      },
    ]);
    expect(body.heard()).toEqual(body.held());
    body.command(UNDO_COMMAND);
    expect(grid()).toEqual([['a', 'b']]);
  });

  it('fills the cells from there on with a table, which grows for it', () => {
    open(table(['a', 'b'], ['c', 'd']), 'd');
    insertIntoCell(body.editor, pasted('<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>'));
    const words = grid();
    expect(words.slice(0, 1).map((row) => row.slice(0, 2))).toEqual([['a', 'b']]);
    expect(words.map((row) => row.join(' ')).join(' ')).toMatch(/c 1 2.*3 4/);
    expect(body.heard()).toEqual(body.held());
  });

  it('loses no word of a table that would make this one too long', () => {
    open(table(...Array.from({ length: LIMITS.tableRows }, (_, at) => [`${at}`])), `${LIMITS.tableRows - 1}`);
    insertIntoCell(
      body.editor,
      pasted('<table><tr><td>một</td><td>hai</td></tr><tr><td>ba</td><td>bốn</td></tr></table>'),
    );
    expect(grid()).toHaveLength(LIMITS.tableRows);
    expect(textOfBlocks(body.held())).toContain('một | hai\nba | bốn');
  });

  it('keeps nothing that runs, and nothing of another page’s look', () => {
    open(table(['a']), 'a');
    insertIntoCell(
      body.editor,
      pasted(
        '<p style="color:red" onclick="x()">chữ<script>alert(1)</script><a href="javascript:x()">liên kết</a></p>',
      ),
    );
    expect(grid()).toEqual([['achữliên kết']]);
    expect(JSON.stringify(body.held())).not.toMatch(/script|color|onclick/);
  });
});

describe('pasting into a cell what was copied here', () => {
  const copied = (blocks: Block[], into: Block): void => {
    open(into, 'a');
    body.update(() => {
      const selection = $getSelection();
      if (selection !== null)
        $insertGeneratedNodes(
          body.editor,
          $generateNodesFromSerializedNodes(blocks.map((block) => nodeOfBlock(block) as never)),
          selection,
        );
    });
  };
  const words = (id: string, text: string): Block => ({ ...cell(text), id, type: 'paragraph' });

  it('loses no word where a table is among others, and shows a picture below', () => {
    const picture: Block = { id: 'f', type: 'figure', media: 'a'.repeat(64), alt: '' };
    copied([words('p', 'trước'), { ...table(['x', 'y']), id: 'o' }, picture, words('q', 'sau')], table(['a', 'b']));
    expect(grid()).toEqual([['atrước/x | y/sau', 'b']]);
    expect(body.held().map(({ type }) => type)).toEqual(['table', 'figure']);
  });

  it('makes no table that is too long to be shown again', () => {
    const long = table(...Array.from({ length: LIMITS.tableRows }, (_, at) => [`d${at}`]));
    copied([{ ...long, id: 'o' }], table(['x'], ['a']));
    expect(body.held()).toHaveLength(1);
    expect(asKnownBlock(body.held()[0] as Block)).not.toBeNull();
    expect(textOfBlocks(body.held())).toContain(`d${LIMITS.tableRows - 1}`);
  });
});
