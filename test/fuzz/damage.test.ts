import { expect, it } from 'vitest';
import { damageCopies } from './damage.ts';

it('loses no character that was saved, whatever byte of database, WAL or log is damaged', async () => {
  const { failures, lostCharacters, rebuilt } = await damageCopies(40, 20261123, 12);
  expect(failures).toEqual([]);
  expect(lostCharacters).toBe(0);
  expect(rebuilt).toBeGreaterThan(3);
}, 60_000);
