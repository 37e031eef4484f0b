import { expect, it } from 'vitest';
import { damageCopies } from './damage.ts';

it('loses no character in a thousand damaged copies', async () => {
  const result = await damageCopies(1_000, 1);
  console.log(JSON.stringify({ suite: 'damage', seed: 1, ...result, failures: result.failures.length }));
  expect(result.failures).toEqual([]);
  expect(result.lostCharacters).toBe(0);
});
