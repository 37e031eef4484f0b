import type { Block, ListBlock, PostFields, TableBlock } from '../../../shared/content/index.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { seeded, words } from '../../bench/many-posts.ts';
import type { Chance } from './chance.ts';

/** What an edit draws on: choices, words that are in the world once only, and pictures that the computer has. */
export interface EditSource {
  readonly chance: Chance;
  /** A mark that no other text has: a word like `z12x0x3`. */
  readonly mark: () => string;
  readonly pictures: readonly string[];
}

/** A text as a window shows it. */
export interface Shown {
  readonly fields: PostFields;
  readonly blocks: readonly Block[];
}

/** What the window would journal of an edit. */
export type Edit = Pick<Input<'draft.write'>, 'fields' | 'order' | 'blocks'>;

/** Marks in a value, whatever its shape. */
export function marksOf(value: unknown): Set<string> {
  return new Set(JSON.stringify(value)?.match(/\bz\d+(?:x\d+)+/g) ?? []);
}

const EDITS = {
  words: 6,
  rewrite: 3,
  insert: 3,
  drop: 2,
  move: 3,
  split: 2,
  listItem: 3,
  tableRow: 3,
  cell: 2,
  title: 1,
  summary: 1,
  tags: 1,
  category: 1,
  figure: 1,
  cover: 1,
} as const;

/** A new post's text. */
export function firstText(source: EditSource): Edit {
  const { chance } = source;
  const blocks = Array.from({ length: 3 + chance.below(4) }, () => newBlock(source));
  return {
    fields: { title: sentence(source), categories: chance.happens(0.9) ? ['B2'] : [] },
    order: blocks.map(({ id }) => id),
    blocks,
  };
}

/** One to three changes of a text, as a person makes them between two saves. */
export function editText(source: EditSource, shown: Shown): Edit {
  const fields: Partial<PostFields> = {};
  let blocks = shown.blocks.map((block) => structuredClone(block) as Block);
  for (let count = 1 + source.chance.below(3); count > 0; count -= 1) {
    const kind = source.chance.weighted(EDITS);
    if (kind === 'title') fields.title = sentence(source);
    else if (kind === 'summary') fields.summary = sentence(source);
    else if (kind === 'tags') fields.tags = tagsAfter(source, fields.tags ?? shown.fields.tags);
    else if (kind === 'category') fields.categories = [source.chance.pick(['B2', 'B3', 'B7'])];
    else if (kind === 'cover') fields.cover = coverOf(source);
    else blocks = changeBlocks(kind, source, blocks);
  }
  const before = new Map(shown.blocks.map((block) => [block.id, JSON.stringify(block)]));
  const order = blocks.map(({ id }) => id);
  return {
    fields: Object.keys(fields).length === 0 ? null : fields,
    order: order.join() === shown.blocks.map(({ id }) => id).join() ? null : order,
    blocks: blocks.filter((block) => before.get(block.id) !== JSON.stringify(block)),
  };
}

/** The text after an edit, as the window shows it. */
export function afterEdit(shown: Shown, edit: Edit): Shown {
  const blocks = new Map([...shown.blocks, ...edit.blocks].map((block) => [block.id, block]));
  const order = edit.order ?? shown.blocks.map(({ id }) => id);
  return {
    fields: { ...shown.fields, ...edit.fields } as PostFields,
    blocks: order.flatMap((id) => blocks.get(id) ?? []),
  };
}

function changeBlocks(kind: string, source: EditSource, blocks: Block[]): Block[] {
  const { chance } = source;
  const at = blocks.length === 0 ? 0 : chance.below(blocks.length);
  const block = blocks[at];
  switch (kind) {
    case 'insert':
    case 'figure':
      return blocks.toSpliced(
        chance.below(blocks.length + 1),
        0,
        kind === 'figure' ? figure(source) : newBlock(source),
      );
    case 'drop':
      return blocks.length < 2 ? blocks : blocks.toSpliced(at, 1);
    case 'move': {
      const [moved] = blocks.splice(at, 1);
      return moved === undefined ? blocks : blocks.toSpliced(chance.below(blocks.length + 1), 0, moved);
    }
    case 'split':
      return block === undefined ? blocks : splitBlock(source, blocks, at, block);
    case 'listItem':
      return changeOne(blocks, 'list', source, (found) => changeItems(source, found as ListBlock));
    case 'tableRow':
      return changeOne(blocks, 'table', source, (found) => changeRows(source, found as TableBlock));
    case 'cell':
      return changeOne(blocks, 'table', source, (found) => changeCell(source, found as TableBlock));
    default:
      return block === undefined ? [newBlock(source)] : blocks.with(at, changeWords(source, block, kind === 'rewrite'));
  }
}

/** Changes one block of a type; where there is none, adds one. */
function changeOne(blocks: Block[], type: string, source: EditSource, change: (block: Block) => Block): Block[] {
  const places = blocks.flatMap((block, at) => (block.type === type ? [at] : []));
  if (places.length === 0) return [...blocks, newBlock(source, type)];
  const at = source.chance.pick(places);
  return blocks.with(at, change(blocks[at] as Block));
}

function changeItems(source: EditSource, list: ListBlock): Block {
  const { chance, mark } = source;
  const { items } = list;
  const at = chance.below(items.length);
  const item = { id: `i${mark()}`, children: text(sentence(source)) };
  const kind = chance.weighted({ add: 3, change: 4, drop: 2, move: 2 });
  if (kind === 'drop' && items.length > 1) return { ...list, items: items.toSpliced(at, 1) };
  if (kind === 'move') {
    const [moved] = items.slice(at, at + 1);
    const rest = items.toSpliced(at, 1);
    return moved === undefined ? list : { ...list, items: rest.toSpliced(chance.below(items.length), 0, moved) };
  }
  if (kind === 'change') {
    const old = items[at];
    return old === undefined ? list : { ...list, items: items.with(at, { ...old, children: text(sentence(source)) }) };
  }
  return { ...list, items: items.toSpliced(at, 0, item) };
}

function changeRows(source: EditSource, table: TableBlock): Block {
  const { chance, mark } = source;
  const { rows } = table;
  const at = chance.below(rows.length);
  const width = rows[0]?.cells.length ?? 1;
  if (chance.happens(0.3) && rows.length > 1) return { ...table, rows: rows.toSpliced(at, 1) };
  const row = { id: `r${mark()}`, cells: Array.from({ length: width }, () => ({ children: text(sentence(source)) })) };
  return { ...table, rows: rows.toSpliced(at, 0, row) };
}

function changeCell(source: EditSource, table: TableBlock): Block {
  const at = source.chance.below(table.rows.length);
  const row = table.rows[at];
  if (row === undefined) return table;
  const column = source.chance.below(row.cells.length);
  return {
    ...table,
    rows: table.rows.with(at, { ...row, cells: row.cells.with(column, { children: text(sentence(source)) }) }),
  };
}

function changeWords(source: EditSource, block: Block, isWhole: boolean): Block {
  if (!('children' in block) || !Array.isArray(block.children)) return block;
  const added = text(sentence(source));
  return { ...block, children: isWhole ? added : [...block.children, ...text(` ${added[0]?.text}`)] } as Block;
}

/** Splits a paragraph between two words; the second half is a block of its own, as when a person presses Enter. */
function splitBlock({ chance, mark }: EditSource, blocks: Block[], at: number, block: Block): Block[] {
  if (block.type !== 'paragraph') return blocks;
  const written = JSON.parse(JSON.stringify(block.children)) as { text?: string }[];
  const parts = written
    .map((node) => node.text ?? '')
    .join('')
    .split(' ');
  if (parts.length < 2) return blocks;
  const cut = 1 + chance.below(parts.length - 1);
  const half = (from: number, to: number, id: string): Block => ({
    id,
    type: 'paragraph',
    children: text(parts.slice(from, to).join(' ')),
  });
  return blocks.toSpliced(at, 1, half(0, cut, block.id), half(cut, parts.length, `b${mark()}`));
}

function newBlock(source: EditSource, wanted?: string): Block {
  const { chance, mark } = source;
  const id = `b${mark()}`;
  const type =
    wanted ?? chance.weighted({ paragraph: 6, heading: 1, quote: 1, callout: 1, list: 2, table: 2, rule: 0.3 });
  const children = text(sentence(source));
  const item = () => ({ id: `i${mark()}`, children: text(sentence(source)) });
  const row = () => ({ id: `r${mark()}`, cells: [1, 2].map(() => ({ children: text(sentence(source)) })) });
  if (type === 'heading') return { id, type, level: 2, children };
  if (type === 'callout') return { id, type, tone: 'note', children };
  if (type === 'list') return { id, type, ordered: chance.happens(0.5), items: [item(), item(), item()] };
  if (type === 'table') return { id, type, headerRow: true, headerColumn: false, rows: [row(), row(), row()] };
  if (type === 'rule') return { id, type };
  return { id, type, children };
}

function figure(source: EditSource): Block {
  if (source.pictures.length === 0) return newBlock(source);
  return { id: `b${source.mark()}`, type: 'figure', media: source.chance.pick(source.pictures), alt: sentence(source) };
}

function coverOf(source: EditSource): PostFields['cover'] {
  return source.pictures.length === 0 ? null : { media: source.chance.pick(source.pictures), alt: sentence(source) };
}

function tagsAfter({ chance, mark }: EditSource, tags: readonly string[]): string[] {
  if (tags.length > 3 || (tags.length > 0 && chance.happens(0.3))) return tags.slice(1);
  return [...tags, `thẻ ${mark()}`];
}

function sentence({ chance, mark }: EditSource): string {
  const said = words(2 + chance.below(8), seeded(chance.seed()));
  return `${said} ${mark()} ${words(1 + chance.below(4), seeded(chance.seed()))}`;
}

function text(words: string): [{ type: 'text'; text: string }] {
  return [{ type: 'text', text: words }];
}
