import fc from 'fast-check';
import {
  type Block,
  type FigureBlock,
  type InlineNode,
  type LinkNode,
  type ListItem,
  type NestedList,
  normaliseBlock,
} from '../../../shared/content/index.ts';

/** Random blocks in normal form, for property tests of whatever reads or writes them. Ids are unique in a body. */

const word = fc.constantFrom(
  'Trường',
  'học',
  'đổi mới',
  'STEM',
  'ngày',
  '20/11',
  ' ',
  'ô',
  'a̱',
  '👩‍🏫',
  '\t',
  '  ',
  '<b>&"',
);
const words = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ minLength: 1 }),
);
const format = fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 127 }));
const text = fc
  .record({ text: words, format })
  .map(({ text, format }) => ({ type: 'text' as const, text, ...(format === undefined ? {} : { format }) }));
const lineBreak = fc.constant({ type: 'linebreak' as const });
const link: fc.Arbitrary<LinkNode> = fc
  .record({
    url: fc.oneof(fc.webUrl(), fc.constantFrom('mailto:vp@thcs.edu.vn', 'tel:+84255', 'javascript:alert(1)')),
    children: fc.array(fc.oneof(text, lineBreak), { minLength: 1, maxLength: 3 }),
  })
  .map((fields) => ({ type: 'link', ...fields }));
const inline: fc.Arbitrary<InlineNode[]> = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: lineBreak }, { weight: 1, arbitrary: link }),
    { maxLength: 6 },
  )
  .map((nodes) => nodes.filter((node, index) => !isSameLink(node, nodes[index - 1])));

/** Lexical joins neighbouring links to one address. */
function isSameLink(node: InlineNode, previous: InlineNode | undefined): boolean {
  return node.type === 'link' && previous?.type === 'link' && node.url === previous.url;
}

const id = fc.uuid().map((value) => value.slice(0, 12));

const { list: nestedList } = fc.letrec<{ list: NestedList; item: ListItem }>((tie) => ({
  list: fc.record({ ordered: fc.boolean(), items: fc.array(tie('item'), { minLength: 1, maxLength: 4 }) }),
  item: fc
    .record({
      id,
      children: inline,
      nested: fc.option(tie('list'), { nil: undefined, depthSize: 'small', maxDepth: 4 }),
    })
    .map(({ id, children, nested }) => ({ id, children, ...(nested ? { nested } : {}) })),
}));

const mediaHash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const focus = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) });
const figure: fc.Arbitrary<FigureBlock> = fc
  .record(
    {
      id,
      media: mediaHash,
      alt: fc.string({ maxLength: 80 }),
      decorative: fc.constant(true as const),
      caption: fc.string({ maxLength: 80 }),
      credit: fc.string({ maxLength: 80 }),
      focus,
    },
    { requiredKeys: ['id', 'media', 'alt'] },
  )
  .map((fields) => ({ type: 'figure', ...fields }));

const caption = fc.option(fc.string({ minLength: 1, maxLength: 40 }), { nil: undefined });

/** A table with all its cells; here and there the first cell of a row takes the whole row. */
const table = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      id,
      headerRow: fc.boolean(),
      headerColumn: fc.boolean(),
      caption,
      widths: fc.option(fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: columns, maxLength: columns }), {
        nil: undefined,
      }),
      // The first row has all its cells, and so tells how many columns there are.
      first: fc.array(inline, { minLength: columns, maxLength: columns }),
      others: fc.array(
        fc.record({ id, cells: fc.array(inline, { minLength: columns, maxLength: columns }), isWhole: fc.boolean() }),
        { minLength: rows - 1, maxLength: rows - 1 },
      ),
    }),
  )
  .map(({ id, headerRow, headerColumn, caption, widths, first, others }) => ({
    id,
    type: 'table' as const,
    headerRow,
    headerColumn,
    ...(caption === undefined || caption.trim() === '' ? {} : { caption }),
    ...(widths && { widths }),
    rows: [
      { id: `${id}-0`, cells: first.map((children) => ({ children })) },
      ...others.map((row) => ({
        id: row.id,
        cells:
          row.isWhole && row.cells.length > 1
            ? row.cells.slice(0, 1).map((children) => ({ children, colspan: row.cells.length }))
            : row.cells.map((children) => ({ children })),
      })),
    ],
  }));

const callout = fc.record({
  id,
  type: fc.constant('callout' as const),
  tone: fc.constantFrom('note' as const, 'important' as const),
  children: inline,
});

const pictureWords = {
  media: mediaHash,
  alt: fc.string({ maxLength: 40 }),
  decorative: fc.constant(true as const),
  caption: fc.string({ maxLength: 40 }),
  focus,
};
const gallery = fc.record(
  {
    id,
    type: fc.constant('gallery' as const),
    items: fc.uniqueArray(fc.record({ id, ...pictureWords }, { requiredKeys: ['id', 'media', 'alt'] }), {
      minLength: 1,
      maxLength: 4,
      selector: (item) => item.id,
    }),
    caption: fc.string({ maxLength: 40 }),
  },
  { requiredKeys: ['id', 'type', 'items'] },
);
const video = fc.record({
  id,
  type: fc.constant('video' as const),
  url: fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'https://youtu.be/x')),
  title: fc.string({ maxLength: 40 }),
});
const file = fc.record(
  { id, type: fc.constant('file' as const), media: mediaHash, title: fc.string({ maxLength: 40 }) },
  { requiredKeys: ['id', 'type', 'media'] },
);

/** What a canonical text can hold: JSON has no negative zero of its own. */
const jsonText = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

/** Blocks that this version does not know: a new type, and a known type with a property of a newer version. */
export const arbitraryUnknownBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ id, type: fc.constantFrom('timeline', 'embed'), value: jsonText }),
  fc.record({ id, type: fc.constant('paragraph'), children: inline, align: fc.constant('center') }),
) as fc.Arbitrary<Block>;

/** One block of any known type, in normal form. */
export const arbitraryKnownBlock: fc.Arbitrary<Block> = fc
  .oneof(
    inline.chain((children) => id.map((id): Block => ({ id, type: 'paragraph', children }))),
    fc.record({ id, type: fc.constant('heading' as const), level: fc.constantFrom(2, 3, 4), children: inline }),
    fc.record({ id, type: fc.constant('quote' as const), children: inline }),
    fc.record({ id, type: fc.constant('rule' as const) }),
    fc
      .record({ id, list: nestedList, start: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 1_000_000 })) })
      .map(({ id, list, start }) => ({ id, type: 'list' as const, ...(start === 1 ? {} : { start }), ...list })),
    figure,
    callout,
    table,
    gallery,
    video,
    file,
  )
  .map((block) => normaliseBlock(block as Block));

/**
 * A body as an editor can hold it: blocks of every kind with ids that are unique, items of lists included, and no two
 * lists of one kind side by side, which Lexical joins.
 */
export const arbitraryBlocks: fc.Arbitrary<Block[]> = fc
  .array(fc.oneof({ weight: 6, arbitrary: arbitraryKnownBlock }, { weight: 1, arbitrary: arbitraryUnknownBlock }), {
    maxLength: 8,
  })
  .map((blocks) => {
    let count = 0;
    const renamed = (items: readonly ListItem[]): ListItem[] =>
      items.map((item) => ({
        ...item,
        id: `i${count++}`,
        ...(item.nested ? { nested: { ...item.nested, items: renamed(item.nested.items) } } : {}),
      }));
    const kindOf = (block: Block | undefined) => (block?.type === 'list' ? `list ${block.ordered}` : undefined);
    const apart = blocks.filter((block, at) => kindOf(block) === undefined || kindOf(block) !== kindOf(blocks[at - 1]));
    return apart.map((block): Block => {
      const own = { ...block, id: `b${count++}` } as Block;
      if (own.type === 'table' && Array.isArray(own.rows))
        return { ...own, rows: own.rows.map((row) => ({ ...row, id: `r${count++}` })) } as Block;
      if (own.type === 'gallery' && Array.isArray(own.items))
        return { ...own, items: own.items.map((item) => ({ ...item, id: `p${count++}` })) } as Block;
      return own.type === 'list' && Array.isArray(own.items)
        ? ({ ...own, items: renamed(own.items as ListItem[]) } as Block)
        : own;
    });
  });
