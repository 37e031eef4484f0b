import { expect, it } from 'vitest';
import { cutPower, powerCutObstacle } from './power-cut.ts';

const obstacle = powerCutObstacle();

it.skipIf(obstacle !== null)('loses no acknowledged character in a thousand power cuts', () => {
  let cuts = 0;
  for (let seed = 1; seed <= 10; seed += 1) {
    const result = cutPower(100, seed);
    cuts += result.cuts;
    expect(result.failures).toEqual([]);
  }
  expect(cuts).toBe(1_000);
});
