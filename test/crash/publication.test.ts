import { expect, it } from 'vitest';
import { killPublications } from './publication.ts';
import { seeded } from './seeded.ts';

/** Another in each run: what is proven is proven at any moment. */
const SEED = Number(process.env.BANTHAO_SEED ?? Date.now() % 1_000_000);

it('leaves readers the whole site, old or new, when the portal is killed while it publishes', async () => {
  console.log(`BANTHAO_SEED=${SEED}`);
  expect((await killPublications(4, seeded(SEED))).mixed).toEqual([]);
}, 120_000);
