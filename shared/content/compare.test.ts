import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, compareBlocks, compareWords } from './index.ts';

const p = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const shape = (before: Block[], after: Block[]): string[] =>
  compareBlocks(before, after).map((change) => `${change.kind} ${change.block.id}`);
const [a, b, c] = [p('a', 'A'), p('b', 'B'), p('c', 'C')];

describe('comparing two bodies', () => {
  it.each([
    ['nothing', [a, b], [a, b], ['same a', 'same b']],
    ['a change, an addition and a removal', [a, b], [p('a', 'X'), c], ['changed a', 'removed b', 'added c']],
    ['a move', [a, b, c], [c, a, b], ['moved c', 'same a', 'same b']],
    ['removals at both ends', [a, b, c], [b], ['removed a', 'same b', 'removed c']],
    ['all removed', [a, b], [], ['removed a', 'removed b']],
  ] as [string, Block[], Block[], string[]][])('finds %s', (_name, before, after, wanted) => {
    expect(shape(before, after)).toEqual(wanted);
  });

  it('shows each block of both exactly once', () => {
    const body = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((ids) => ids.map((id) => p(id, id)));
    fc.assert(
      fc.property(body, body, (before, after) => {
        const changes = compareBlocks(before, after);
        const shown = changes.filter(({ kind }) => kind !== 'removed').map(({ block }) => block);
        expect(shown).toEqual(after);
        const gone = changes.filter(({ kind }) => kind === 'removed').map(({ block }) => block);
        expect(gone).toEqual(before.filter(({ id }) => !after.some((block) => block.id === id)));
      }),
    );
  });
});

describe('comparing words', () => {
  it('marks the words that differ and no more', () => {
    expect(compareWords('Sáng nay trời mưa to', 'Sáng nay trời nắng to')).toEqual([
      { kind: 'same', text: 'Sáng nay trời' },
      { kind: 'removed', text: ' mưa' },
      { kind: 'added', text: ' nắng' },
      { kind: 'same', text: ' to' },
    ]);
  });

  it('marks no word that stays for the white space before it', () => {
    expect(compareWords('Sáng nay trời mưa', 'Hôm qua Sáng nay trời mưa')).toEqual([
      { kind: 'added', text: 'Hôm qua ' },
      { kind: 'same', text: 'Sáng nay trời mưa' },
    ]);
    expect(compareWords('một\u00a0hai', 'một hai')).toEqual([{ kind: 'same', text: 'một hai' }]);
    expect(compareWords('một hai', 'một\nhai')).toEqual([
      { kind: 'same', text: 'một' },
      { kind: 'removed', text: ' ' },
      { kind: 'added', text: '\n' },
      { kind: 'same', text: 'hai' },
    ]);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('một', 'hai', ' ', '\n', 'ba', '\u00a0')).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = compareWords(before, after);
        const without = (kind: string): string => runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
        expect(without('added').replaceAll('\u00a0', ' ')).toBe(before.replaceAll('\u00a0', ' '));
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('shows long texts that have nothing in common as replaced, without a table of all pairs', () => {
    const long = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    expect(compareWords(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
