import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Block,
  commonAncestry,
  LIMITS,
  type ListItem,
  type Merge,
  mergeRevisions,
  parseRevision,
  type Revision,
  resolveMerge,
  revisionId,
  textOfBlocks,
} from './index.ts';
import { exampleRevision } from './testing.ts';

const p = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const item = (id: string, text: string, nested?: ListItem[]): ListItem => ({
  id,
  children: [{ type: 'text', text }],
  ...(nested ? { nested: { ordered: false, items: nested } } : {}),
});
const list = (...items: ListItem[]): Block => ({ id: 'L', type: 'list', ordered: false, items });
const table = (...rows: [string, ...string[]][]): Block => ({
  id: 'T',
  type: 'table',
  headerRow: false,
  headerColumn: false,
  rows: rows.map(([id, ...cells]) => ({ id, cells: cells.map((text) => ({ children: [{ type: 'text', text }] })) })),
});
const post = (blocks: Block[], changes: Partial<Revision> = {}): Revision =>
  exampleRevision({ blocks, cover: null, media: [], ...changes });

/** The ids a merge settles on; a clash as its id in brackets. */
const shape = ({ slots }: Merge): string =>
  slots.map((slot) => (slot.kind === 'settled' ? slot.part.id : `[${slot.clash.id}]`)).join(' ');
const three = (base: Block[], mine: Block[], theirs: Block[]): Merge =>
  mergeRevisions(post(base), post(mine, { device: 'one' }), post(theirs, { device: 'two' }));
const [A, B, C] = [p('a', 'A'), p('b', 'B'), p('c', 'C')];

describe('a merge of two heads', () => {
  const cases: [string, Block[], Block[], Block[], string, string][] = [
    ['takes what one side changed', [A, B], [p('a', 'A1'), B], [A, p('b', 'B1')], 'a b', 'A1\nB1'],
    ['takes the same change once', [A, B], [p('a', 'X'), B], [p('a', 'X'), B], 'a b', 'X\nB'],
    ['keeps a move and an edit of one block', [A, B, C], [C, A, B], [A, B, p('c', 'C1')], 'c a b', 'C1\nA\nB'],
    ['asks about a delete against an edit', [A, B], [A], [A, p('b', 'B1')], 'a [b]', ''],
    ['deletes what one side deleted and the other moved', [A, B, C], [A, B], [C, A, B], 'a b', 'A\nB'],
    ['asks about two edits of one block', [A, B], [p('a', 'x'), B], [p('a', 'y'), B], '[a] b', ''],
    ['asks about a split against an edit', [A], [p('a', 'A.'), p('n', '2')], [p('a', 'A!')], '[a] n', ''],
    [
      'asks about two moves',
      [A, B, C, p('d', 'D')],
      [C, A, B, p('d', 'D')],
      [A, C, B, p('d', 'D')],
      '[c] a [c] b d',
      '',
    ],
    ['takes the same move once', [A, B, C], [C, A, B], [C, A, B], 'c a b', 'C\nA\nB'],
    [
      'orders insertions at one place by id',
      [A],
      [A, p('z', 'Z'), p('y', 'Y')],
      [A, p('m', 'M')],
      'a m z y',
      'A\nM\nZ\nY',
    ],
    ['keeps insertions at two places', [A, B], [A, p('n', 'N'), B], [A, B, p('m', 'M')], 'a n b m', 'A\nN\nB\nM'],
    [
      'merges the items of a list',
      [list(item('1', 'i'), item('2', 'ii'))],
      [list(item('1', 'I'), item('2', 'ii'))],
      [list(item('1', 'i'), item('3', 'new'), item('2', 'II'))],
      'L',
      'I\nnew\nII',
    ],
    [
      'merges an item with the list nested in it',
      [list(item('1', 'i', [item('2', 'ii')]))],
      [list(item('1', 'I', [item('2', 'ii')]))],
      [list(item('1', 'i', [item('2', 'ii'), item('3', 'iii')]))],
      'L',
      'I\nii\niii',
    ],
    [
      'asks about an item both changed',
      [list(item('1', 'i'))],
      [list(item('1', 'x'))],
      [list(item('1', 'y'))],
      '[L]',
      '',
    ],
    [
      'asks about a list split at two places, rather than have an item twice',
      [list(item('1', 'i'), item('2', 'ii'), item('3', 'iii'))],
      [list(item('1', 'i')), { ...list(item('2', 'ii'), item('3', 'iii')), id: 'M' } as Block],
      [list(item('1', 'i'), item('2', 'ii')), { ...list(item('3', 'iii')), id: 'N' } as Block],
      'L [M] [N]',
      '',
    ],
    [
      'merges the rows of a table',
      [table(['1', 'a', 'b'], ['2', 'c', 'd'])],
      [table(['1', 'A', 'b'], ['2', 'c', 'd'])],
      [table(['1', 'a', 'b'], ['3', 'x', 'y'], ['2', 'c', 'D'])],
      'T',
      '',
    ],
    [
      'treats a table whose columns changed as one block',
      [table(['1', 'a', 'b'], ['2', 'c', 'd'])],
      [table(['1', 'a', 'b', '+'], ['2', 'c', 'd', '+'])],
      [table(['1', 'A', 'b'], ['2', 'c', 'd'])],
      '[T]',
      '',
    ],
  ];

  it.each(cases)('%s', (_name, base, mine, theirs, wanted, text) => {
    const merge = three(base, mine, theirs);
    expect(shape(merge)).toBe(wanted);
    expect(merge.revision !== null).toBe(!wanted.includes('['));
    if (text !== '') expect(textOfBlocks(merge.revision?.blocks ?? [])).toBe(text);
  });

  it('leaves what did not clash in both versions of a list that clashes', () => {
    const base = [list(item('1', 'i'), item('2', 'ii'))];
    const [clash] = three(
      base,
      [list(item('1', 'x'), item('2', 'II'))],
      [list(item('1', 'y'), item('2', 'ii'))],
    ).blockClashes;
    expect(textOfBlocks([clash?.mine as Block])).toBe('x\nII');
    expect(textOfBlocks([clash?.theirs as Block])).toBe('y\nII');
  });

  it('merges fields one by one and tags as a set', () => {
    const base = post([A], { title: 'T', summary: 'S', tags: ['a', 'b'] });
    const { revision } = mergeRevisions(
      base,
      { ...base, title: 'T1', tags: ['a', 'b', 'c'] },
      { ...base, summary: 'S1', tags: ['b'] },
    );
    expect(revision).toMatchObject({ title: 'T1', summary: 'S1', tags: ['b', 'c'] });
    const clash = mergeRevisions(base, { ...base, title: 'X' }, { ...base, title: 'Y' });
    expect(clash.fieldClashes).toEqual([{ field: 'title', base: 'T', mine: 'X', theirs: 'Y' }]);
  });

  it('asks when both together have too many tags or too many blocks, and offers each side', () => {
    const tags = (from: string): string[] => Array.from({ length: LIMITS.tags }, (_, index) => `${from}${index}`);
    const base = post([A], { tags: [] });
    const merge = mergeRevisions(base, { ...base, tags: tags('a') }, { ...base, tags: tags('b') });
    expect(merge.fieldClashes.map(({ field }) => field)).toEqual(['tags']);
    const many = (from: string): Block[] => Array.from({ length: 3_000 }, (_, index) => p(`${from}${index}`, 'x'));
    expect(three([], many('a'), many('b')).blockClashes).toHaveLength(6_000);
  });

  it('without a single ancestor asks about every difference, and takes what is the same', () => {
    const merge = mergeRevisions(null, post([A, B]), post([A, p('b', 'x'), C]));
    expect(shape(merge)).toBe('a [b] [c]');
    expect(merge.revision).toBeNull();
  });

  it('becomes a revision of two parents by a person: one side, both, or words of their own', () => {
    const merge = three([A, B, C], [p('a', 'x'), p('b', 'x'), C], [p('a', 'y'), p('b', 'y'), p('c', 'C1')]);
    const maker = { author: 'person-1', device: 'one', createdAt: '2026-09-05T01:30:00.000Z' };
    expect(resolveMerge(merge, { blocks: new Map(), fields: new Map() }, maker)).toBeNull();
    const blocks = new Map([
      ['a', { take: 'both' as const }],
      ['b', { take: 'written' as const, blocks: [p('b', 'z')] }],
    ]);
    const revision = resolveMerge(merge, { blocks, fields: new Map() }, maker, () => 'new');
    expect(revision?.blocks).toEqual([p('a', 'x'), p('new', 'y'), p('b', 'z'), p('c', 'C1')]);
    expect(revision).toMatchObject({ ...maker, parents: [revisionId(merge.mine), revisionId(merge.theirs)].sort() });
    expect(revision !== null && parseRevision(revision).ok).toBe(true);
  });
});

describe('any merge', () => {
  const words = fc.constantFrom('một', 'hai', 'ba', 'bốn');
  const block = (id: string): fc.Arbitrary<Block> =>
    id.startsWith('l')
      ? fc
          .uniqueArray(fc.constantFrom('1', '2', '3', '4'), { minLength: 1 })
          .chain((ids) =>
            fc.tuple(...ids.map((inner) => words.map((text) => item(`${id}${inner}`, `${inner} ${text}`)))),
          )
          .map((items) => ({ ...list(...items), id }) as Block)
      : words.map((text) => p(id, text));
  const blocks = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'l', 'l2'))
    .chain((ids) => fc.tuple(...ids.map(block)));
  const side = fc.record({ blocks, title: words, tags: fc.uniqueArray(words).map((tags) => tags.sort()) });
  const revision = side.map((fields) => post(fields.blocks, fields));

  it('is the same from both sides, with one id', () => {
    fc.assert(
      fc.property(revision, revision, revision, (base, mine, theirs) => {
        const [one, two] = [mergeRevisions(base, mine, theirs), mergeRevisions(base, theirs, mine)];
        expect(two.revision).toEqual(one.revision);
        const turned = two.blockClashes.map(({ mine: m, theirs: t, ...rest }) => ({ ...rest, mine: t, theirs: m }));
        const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
        expect(turned.sort(byId)).toEqual([...one.blockClashes].sort(byId));
        if (one.revision !== null) expect(parseRevision(one.revision).ok).toBe(true);
      }),
    );
  });

  it('with a side that changed nothing is the other side, and of the same text is that text', () => {
    fc.assert(
      fc.property(revision, revision, (base, mine) => {
        const text = ({ blocks: b, title, tags }: Revision): unknown => ({ b, title, tags });
        for (const merge of [mergeRevisions(base, mine, base), mergeRevisions(base, mine, mine)])
          expect(text(merge.revision as Revision)).toEqual(text(mine));
      }),
    );
  });

  it('loses and invents no text: each changed block is in the merge or waits in a clash', () => {
    fc.assert(
      fc.property(revision, revision, revision, (base, mine, theirs) => {
        const merge = mergeRevisions(base, mine, theirs);
        const held = merge.slots.flatMap((slot): Block[] =>
          slot.kind === 'settled' ? [slot.part] : [slot.clash.mine, slot.clash.theirs].filter((one) => one !== null),
        );
        const lines = (all: readonly Block[]): Set<string> =>
          new Set(
            all.flatMap((one) =>
              textOfBlocks([one])
                .split('\n')
                .map((line) => `${one.id} ${line}`),
            ),
          );
        const [before, here, there, after] = [
          lines(base.blocks),
          lines(mine.blocks),
          lines(theirs.blocks),
          lines(held),
        ];
        for (const line of [...here, ...there]) if (!before.has(line)) expect(after).toContain(line);
        for (const line of after) expect(here.has(line) || there.has(line)).toBe(true);
        for (const line of here) if (there.has(line) && before.has(line)) expect(after).toContain(line);
      }),
    );
  });

  it('looks at a hostile pair of the largest size once or twice, not once for each pair of blocks', () => {
    let reads = 0;
    const counted = (order: number[]): Revision => {
      const all = order.map((number) =>
        Object.defineProperty({ ...p(`b${number}`, 'x') }, 'type', {
          enumerable: true,
          get: () => {
            reads += 1;
            return 'paragraph';
          },
        }),
      );
      return post(all as Block[]);
    };
    const up = Array.from({ length: LIMITS.blocks }, (_, index) => index);
    const shuffled = up.map((index) => (index * 2_477) % LIMITS.blocks);
    mergeRevisions(counted(up), counted([...up].reverse()), counted(shuffled));
    expect(reads).toBeLessThan(LIMITS.blocks * 60);
  });
});

describe('the nearest common ancestor', () => {
  const parents: Record<string, string[]> = {
    r: [],
    a: ['r'],
    b: ['r'],
    m: ['a', 'b'],
    n: ['a', 'b'],
    x: ['a'],
    q: [],
  };
  const of = (one: string, two: string): unknown => commonAncestry(one, two, (id) => parents[id] ?? []);
  it.each([
    ['a', 'b', { kind: 'apart', nearest: ['r'] }],
    ['x', 'b', { kind: 'apart', nearest: ['r'] }],
    ['m', 'x', { kind: 'apart', nearest: ['a'] }],
    ['m', 'n', { kind: 'apart', nearest: ['a', 'b'] }],
    ['m', 'r', { kind: 'same_line', newest: 'm' }],
    ['r', 'm', { kind: 'same_line', newest: 'm' }],
    ['a', 'q', { kind: 'apart', nearest: [] }],
  ])('of %s and %s is found', (one, two, wanted) => {
    expect(of(one, two)).toEqual(wanted);
    expect(of(two, one)).toEqual(wanted);
  });
});
