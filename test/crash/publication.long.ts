import { expect, it } from 'vitest';
import { killPublications } from './publication.ts';
import { seeded } from './seeded.ts';

/** Another in each run: what is proven is proven at any moment. */
const SEED = Number(process.env.BANTHAO_SEED ?? Date.now() % 1_000_000);

it('leaves readers the whole site, old or new, however often the portal is killed while it publishes', async () => {
  const result = await killPublications(100, seeded(SEED));
  console.log(JSON.stringify({ suite: 'publication', seed: SEED, ...result, mixed: result.mixed.length }));
  expect(result.mixed).toEqual([]);
  // A run in which all kills came too early or too late would prove nothing.
  expect([result.old > 0, result.new > 0]).toEqual([true, true]);
});
