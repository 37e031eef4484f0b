import { describe, expect, it } from 'vitest';
import { ageOfLoss } from './loss.ts';

const shown = [
  { text: '', at: 0 },
  { text: 'a', at: 100 },
  { text: 'ab', at: 200 },
  { text: 'abc', at: Number.POSITIVE_INFINITY },
];

describe('what a death cost', () => {
  it.each([
    ['nothing, when all that was taken is there', 'ab', 0],
    ['nothing, when even a key that was just sent is there', 'abc', 0],
    ['the age of the oldest character that is gone', 'a', 100],
    ['the age of the first, when all are gone', '', 200],
    ['no age can be told of text that was never typed', 'ax', null],
  ])('%s', (_, kept, age) => {
    expect(ageOfLoss(shown, kept, 300)).toBe(age);
  });
});
