import { expect, it } from 'vitest';
import { cutPower, powerCutObstacle } from './power-cut.ts';

const obstacle = powerCutObstacle();
const because = obstacle === null ? '' : ` (skipped: ${obstacle})`;

it.skipIf(obstacle !== null)(
  `loses no acknowledged character when the power goes at any moment${because}`,
  () => {
    const { failures, lostCharacters } = cutPower(30, 20261123);
    expect(failures).toEqual([]);
    expect(lostCharacters).toBe(0);
  },
  60_000,
);

it.skipIf(obstacle !== null)(
  `would see a loss: a disk that only pretends to sync loses words${because}`,
  () => {
    expect(cutPower(10, 20261123, false).lostCharacters).toBeGreaterThan(0);
  },
  60_000,
);
