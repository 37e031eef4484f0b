import { expect, test } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
import { progressOf, sourceBlocks } from './source-blocks.ts';

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const words = (...blocks: Block[]) => ({ title: '', summary: '', blocks });

test('a block says what it was where it changed, came or went, and nothing where it stayed', () => {
  const before = words(paragraph('a', 'một'), paragraph('b', 'hai'), paragraph('c', 'ba'));
  const after = words(paragraph('a', 'một'), paragraph('b', 'hai mươi'), paragraph('d', 'bốn'));
  expect(sourceBlocks(after, before).map(({ id, text, before: was, isGone }) => [id, text, was, isGone])).toEqual([
    ['a', 'một', null, false],
    ['b', 'hai mươi', 'hai', false],
    ['c', '', 'ba', true],
    ['d', 'bốn', '', false],
  ]);
  expect(sourceBlocks(after, null).every(({ before: was, isGone }) => was === null && !isGone)).toBe(true);
});

test('a block in the words of its source is not translated yet; one without a letter needs no translation', () => {
  const source = sourceBlocks(words(paragraph('a', 'một'), paragraph('b', '1.234'), paragraph('c', 'ba')), null);
  const written = [paragraph('a', 'một'), paragraph('b', '1.234'), paragraph('x', 'three')];
  expect([...progressOf(source, written)]).toEqual([
    ['a', 'same'],
    ['b', 'own'],
    ['c', 'absent'],
  ]);
  expect(progressOf(source, [paragraph('a', 'one')]).get('a')).toBe('own');
});
