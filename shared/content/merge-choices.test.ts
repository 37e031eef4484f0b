import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Block,
  type BlockChoice,
  type Choices,
  LIMITS,
  type ListItem,
  type Merge,
  markOfClash,
  mergeRevisions,
  mergeRulesOf,
  NO_CHOICES,
  parseRevision,
  partsOfClash,
  type Revision,
  resolveMerge,
  type SavedChoices,
  type Side,
  textOfBlocks,
  validChoices,
} from './index.ts';
import { exampleRevision } from './testing.ts';

const p = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const item = (id: string, text: string): ListItem => ({ id, children: [{ type: 'text', text }] });
const list = (...items: ListItem[]): Block => ({ id: 'L', type: 'list', ordered: false, items });
const table = (...rows: [string, ...string[]][]): Block => ({
  id: 'T',
  type: 'table',
  headerRow: false,
  headerColumn: false,
  rows: rows.map(([id, ...cells]) => ({ id, cells: cells.map((text) => ({ children: [{ type: 'text', text }] })) })),
});
const post = (blocks: Block[], device: string | null = null): Revision =>
  exampleRevision({ blocks, cover: null, media: [], device: device ?? 'device-1' });
const three = (base: Block[], mine: Block[], theirs: Block[]): Merge =>
  mergeRevisions(post(base), post(mine, 'one'), post(theirs, 'two'));
const maker = { author: 'person-1', device: 'one', createdAt: '2026-09-05T01:30:00.000Z' };
const wordsOf = (revision: Revision | null): string => textOfBlocks(revision?.blocks ?? []);
const byParts = (block: string, parts: Record<string, Side>): Choices => ({
  blocks: new Map([[block, { take: 'parts', parts: new Map(Object.entries(parts)) }]]),
  fields: new Map(),
});

describe('a list or table in conflict', () => {
  const lists = three(
    [list(item('1', 'một'), item('2', 'hai'), item('3', 'ba'))],
    [list(item('1', 'MỘT'), item('2', 'hai'), item('3', 'BA'))],
    [list(item('1', 'một!'), item('2', 'HAI'), item('3', 'ba!'))],
  );

  it('is asked about item by item, what did not clash already merged', () => {
    const parts = partsOfClash(lists.blockClashes[0] as never);
    expect(parts?.clashes.map(({ id }) => id)).toEqual(['1', '3']);
    const resolved = resolveMerge(lists, byParts('L', { 1: 'mine', 3: 'theirs' }), maker);
    expect(wordsOf(resolved)).toBe('MỘT\nHAI\nba!');
    const both = resolveMerge(lists, byParts('L', { 1: 'both', 3: 'mine' }), maker, () => 'new');
    expect(wordsOf(both)).toBe('MỘT\nmột!\nHAI\nBA');
    expect(resolveMerge(lists, byParts('L', { 1: 'mine' }), maker)).toBeNull();
  });

  it('is asked about row by row, a deleted row against an edited one too', () => {
    const merge = three(
      [table(['1', 'a', 'b'], ['2', 'c', 'd'])],
      [table(['1', 'A', 'b'])],
      [table(['1', 'a', 'b'], ['2', 'c', 'D'])],
    );
    expect(partsOfClash(merge.blockClashes[0] as never)?.clashes).toMatchObject([{ id: '2', mine: null }]);
    expect(wordsOf(resolveMerge(merge, byParts('T', { 2: 'theirs' }), maker))).toBe('A\nb\nc\nD');
    expect(wordsOf(resolveMerge(merge, byParts('T', { 2: 'mine' }), maker))).toBe('A\nb');
  });

  it('is one question where both changed what it says itself, or it has no items alike', () => {
    const ordered = three(
      [list(item('1', 'i'))],
      [{ ...list(item('1', 'i')), start: 2, ordered: true } as Block],
      [{ ...list(item('1', 'i')), start: 3, ordered: true } as Block],
    );
    for (const merge of [ordered, three([p('L', 'x')], [list(item('1', 'i'))], [list(item('1', 'j'))])])
      expect(merge.blockClashes.map((clash) => partsOfClash(clash))).toEqual([null]);
  });
});

describe('choices that were kept', () => {
  const base = [p('a', 'A'), p('b', 'B'), list(item('1', 'i'), item('2', 'ii'))];
  const mine = [p('a', 'A1'), p('b', 'B1'), list(item('1', 'I'), item('2', 'II'))];
  const before = three(base, mine, [p('a', 'A2'), p('b', 'B2'), list(item('1', 'i!'), item('2', 'ii!'))]);
  const kept: SavedChoices = {
    blocks: Object.fromEntries(
      before.blockClashes.map((clash) => {
        const parts = partsOfClash(clash)?.clashes.map(
          (part) => [part.id, { about: markOfClash(part), take: 'mine' as const }] as const,
        );
        const choice = parts ? { take: 'parts' as const, parts: Object.fromEntries(parts) } : { take: 'mine' as const };
        return [clash.id, { about: markOfClash(clash), choice }];
      }),
    ),
    fields: {},
  };

  it('stand as long as the same words are in conflict, each item by itself', () => {
    expect(wordsOf(resolveMerge(before, validChoices(before, kept), maker))).toBe('A1\nB1\nI\nII');
    const after = three(base, mine, [p('a', 'A2'), p('b', 'B3'), list(item('1', 'i!'), item('2', 'ii?'))]);
    const valid = validChoices(after, kept);
    expect([...valid.blocks.keys()].sort()).toEqual(['L', 'a']);
    expect(valid.blocks.get('L')).toEqual({ take: 'parts', parts: new Map([['1', 'mine']]) });
    expect(resolveMerge(after, valid, maker)).toBeNull();
    expect(validChoices(after, NO_CHOICES).blocks.size).toBe(0);
  });
});

describe('any decision about any merge', () => {
  const word = fc.constantFrom('một', 'hai', 'ba', 'bốn');
  const block = (id: string): fc.Arbitrary<Block> => {
    if (id === 'a' || id === 'b' || id === 'c') return word.map((text) => p(id, text));
    const ids = fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 });
    const named = ids.chain((all) =>
      fc.tuple(...all.map((one) => word.map((text) => [one, `${one} ${text}`] as const))),
    );
    return named.map((parts) =>
      id === 'L'
        ? list(...parts.map(([one, text]) => item(one, text)))
        : table(...parts.map((part): [string, string] => [...part])),
    );
  };
  const blocks = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'L', 'T')).chain((ids) => fc.tuple(...ids.map(block)));

  it('gives a whole revision of both parents that holds what was taken, and no other words', () => {
    fc.assert(
      fc.property(
        blocks,
        blocks,
        blocks,
        fc.constantFrom<Side>('mine', 'theirs', 'both'),
        (base, mine, theirs, side) => {
          const merge = three(base, mine, theirs);
          const chosen = merge.blockClashes.map((clash): [string, BlockChoice] => {
            const parts = partsOfClash(clash);
            if (parts === null) return [clash.id, { take: side }];
            return [clash.id, { take: 'parts', parts: new Map(parts.clashes.map(({ id }) => [id, side])) }];
          });
          const resolved = resolveMerge(merge, { blocks: new Map(chosen), fields: new Map() }, maker);
          if (resolved === null) throw new Error('a decision is missing');
          expect(parseRevision(resolved).ok).toBe(true);
          expect(mergeRulesOf(resolved)).toBeNull();
          const lines = (all: readonly Block[]): Set<string> => new Set(textOfBlocks(all).split('\n'));
          const [here, there, after] = [lines(mine), lines(theirs), lines(resolved.blocks)];
          for (const line of after) expect(line === '' || here.has(line) || there.has(line)).toBe(true);
          if (side !== 'both') return;
          const before = lines(base);
          for (const line of [...here, ...there]) if (line !== '' && !before.has(line)) expect(after).toContain(line);
        },
      ),
    );
  });

  it('looks at the parts of the largest hostile table once or twice, not once for each pair of rows', () => {
    const rows = (from: string): [string, ...string[]][] =>
      Array.from({ length: LIMITS.tableRows }, (_, index) => [`r${index}`, `${from}${index}`]);
    const merge = three([table(...rows('a'))], [table(...rows('b').reverse())], [table(...rows('c'))]);
    const clash = merge.blockClashes[0];
    let reads = 0;
    const counted = (side: Block | null): Block =>
      new Proxy(side as Block, {
        get: (target, key) => {
          reads += 1;
          return Reflect.get(target, key);
        },
      });
    if (clash === undefined) throw new Error('nothing clashes');
    const parts = partsOfClash({ ...clash, mine: counted(clash.mine), theirs: counted(clash.theirs) });
    expect(parts?.clashes).toHaveLength(LIMITS.tableRows);
    expect(reads).toBeLessThan(200);
  });
});

it('a merge of nobody names the rules it was made by, in its id too', () => {
  const merged = three([p('a', 'A'), p('b', 'B')], [p('a', 'A1'), p('b', 'B')], [p('a', 'A'), p('b', 'B1')]).revision;
  expect(merged && mergeRulesOf(merged)).toBe(1);
  expect(mergeRulesOf({ author: null, note: 'merge-2' })).toBe(2);
  expect(mergeRulesOf({ author: 'person-1', note: 'merge-1' })).toBeNull();
});
