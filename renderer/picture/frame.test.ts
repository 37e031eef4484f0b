import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf, focusWithin, isWhole, WHOLE, withEdge } from './frame.ts';

test('an edge stops before the opposite one and at the border, wherever it is dragged', () => {
  const edge = fc.constantFrom('left' as const, 'top' as const, 'right' as const, 'bottom' as const);
  const moves = fc.array(fc.tuple(edge, fc.double({ min: -500, max: 500, noNaN: true })), { maxLength: 20 });
  fc.assert(
    fc.property(moves, (list) => {
      const { left, top, width, height } = areaOf(list.reduce((frame, [side, to]) => withEdge(frame, side, to), WHOLE));
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(100);
      expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(1_000);
    }),
  );
  expect(isWhole(WHOLE)).toBe(true);
});

test('the point goes with what is kept, and stays inside of it', () => {
  const half = withEdge(WHOLE, 'left', 50);
  expect(focusWithin({ x: 75, y: 20 }, half)).toEqual({ x: 50, y: 20 });
  expect(focusWithin({ x: 10, y: 20 }, half)).toEqual({ x: 0, y: 20 });
  expect(focusWithin({ x: 10, y: 20 }, WHOLE)).toEqual({ x: 10, y: 20 });
});
