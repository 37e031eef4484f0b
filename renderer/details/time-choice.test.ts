import { expect, it } from 'vitest';
import { chosenTime, startingTime, timeProblem } from './time-choice.tsx';

const NOW = '2026-12-01T00:30:00.000Z';

it('a time is Vietnam’s, on whatever computer it is typed', () => {
  expect(chosenTime({ isLater: true, at: '2026-12-01T07:31' })).toBe('2026-12-01T00:31:00.000Z');
  expect(startingTime('2026-12-01T00:31:00.000Z')).toEqual({ isLater: true, at: '2026-12-01T07:31' });
});

it('one that has passed is refused: the portal would publish at once', () => {
  const later = (at: string) => timeProblem({ isLater: true, at }, NOW);
  expect(['2026-12-01T07:31', '2026-12-01T07:30', '2025-12-05T07:30', ''].map(later)).toEqual([
    null,
    'calendar.past',
    'calendar.past',
    'board.time.missing',
  ]);
  expect(timeProblem({ isLater: false, at: '' }, NOW)).toBeNull();
});
