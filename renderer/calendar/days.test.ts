import { describe, expect, it } from 'vitest';
import { monthAway, movedTo, placeOf, weeksOf } from './days.ts';

describe('the weeks of a month', () => {
  it('begin on Mondays and hold every day of it once', () => {
    for (const month of ['2026-02', '2026-11', '2026-12', '2027-03', '2028-02']) {
      const weeks = weeksOf(month);
      expect(weeks.every((week) => new Date(`${week[0]}T00:00:00Z`).getUTCDay() === 1)).toBe(true);
      const days = weeks.flat().filter((day) => day.startsWith(month));
      expect(days.length).toBe(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate());
      expect(new Set(days).size).toBe(days.length);
      expect(weeks.every((week) => week.some((day) => day.startsWith(month)))).toBe(true);
    }
    expect([monthAway('2026-12', 1), monthAway('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });
});

describe('a post moved to another day', () => {
  it('keeps its time of day in Vietnam, and comes in the morning when it had none', () => {
    expect(movedTo('2026-12-04', '2026-12-01T18:15:00.000Z')).toBe('2026-12-03T18:15:00.000Z');
    expect(placeOf('2026-12-03T18:15:00.000Z')).toEqual({ day: '2026-12-04', time: '01:15' });
    expect(placeOf(movedTo('2026-12-04', null))).toEqual({ day: '2026-12-04', time: '07:30' });
  });
});
