import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR_YEARS, DAYS_OFF, WORKED_SATURDAYS } from '../rules/index.ts';
import { dayInVietnam, dueDay, isWorkingDay, workingDaysLeft } from './index.ts';

const calendar = {
  daysOff: new Set(DAYS_OFF.map(({ date }) => date)),
  workedSaturdays: new Set(WORKED_SATURDAYS),
};
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
/** `month/day` by the lunar calendar, worked out by ICU: an independent source for the dates above. */
const lunar = (date: string): string => {
  const parts = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const found = new Map(parts.formatToParts(new Date(`${date}T12:00:00Z`)).map(({ type, value }) => [type, value]));
  return `${found.get('month')}/${found.get('day')}`;
};

describe('the days off', () => {
  it('are weekdays, each once, with a source, in the years that are there', () => {
    expect(DAYS_OFF.filter(({ date }) => [0, 6].includes(weekday(date)))).toEqual([]);
    expect(new Set(DAYS_OFF.map(({ date }) => date)).size).toBe(DAYS_OFF.length);
    expect(DAYS_OFF.filter(({ basis, name }) => basis === '' || name.vi === '' || name.en === '')).toEqual([]);
    expect([...new Set(DAYS_OFF.map(({ date }) => Number(date.slice(0, 4))))]).toEqual(CALENDAR_YEARS);
    expect(WORKED_SATURDAYS.map(weekday)).toEqual(WORKED_SATURDAYS.map(() => 6));
  });

  it('have Tết and Giỗ Tổ where the lunar calendar has them', () => {
    expect(lunar('2026-02-17')).toBe('1/1');
    // 2027's is not asked of ICU: its new moon comes four minutes before midnight in Beijing, an hour earlier here.
    expect(lunar('2026-04-26')).toBe('3/10');
    expect(lunar('2027-04-16')).toBe('3/10');
  });
});

describe('a term of working days', () => {
  it('does not count the day it begins, weekends or holidays, and counts in Vietnam’s time', () => {
    expect(dayInVietnam('2026-11-20T18:00:00.000Z')).toBe('2026-11-21');
    expect(dueDay('2026-11-20T02:00:00.000Z', 2, calendar)).toBe('2026-11-24');
    expect(dueDay('2026-02-13T02:00:00.000Z', 1, calendar)).toBe('2026-02-23');
    expect(dueDay('2026-08-21T02:00:00.000Z', 1, calendar)).toBe('2026-08-22');
    expect(dueDay('2027-02-04T02:00:00.000Z', 2, calendar)).toBe('2027-02-15');
  });

  it('says how many are left, none today, and less than none once it is over', () => {
    expect(workingDaysLeft('2026-11-24', '2026-11-24', calendar)).toBe(0);
    expect(workingDaysLeft('2026-11-20', '2026-11-24', calendar)).toBe(2);
    expect(workingDaysLeft('2026-11-25', '2026-11-24', calendar)).toBe(-1);
    expect(workingDaysLeft('2026-11-28', '2026-11-27', calendar)).toBe(-1);
  });

  it('ends on a working day with exactly as many working days left on the day it began', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-11-01T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 30 }),
        (date, days) => {
          const due = dueDay(date.toISOString(), days, calendar);
          expect(isWorkingDay(due, calendar)).toBe(true);
          expect(workingDaysLeft(dayInVietnam(date.toISOString()), due, calendar)).toBe(days);
        },
      ),
    );
  });
});
