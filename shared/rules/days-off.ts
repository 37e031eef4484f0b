import type { WorkCalendar } from '../vietnamese/index.ts';

/**
 * Public holidays, as dated data: the days between Monday and Friday on which nobody is at work, and the Saturdays that
 * were exchanged for one. A weekend's holiday moves to the next working day (Bộ luật Lao động 2019, Điều 111 khoản 3).
 *
 * 24/11 (Ngày Văn hóa Việt Nam) is not among them: no text that makes it a paid day off was read. A deadline then falls
 * a day too early rather than too late.
 */
export interface DayOff {
  /** ISO date in Vietnam. */
  readonly date: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly basis: string;
  /** False where the law leaves the day to the Government's yearly notice and that notice was not read. */
  readonly verified: boolean;
}

const LAW = 'Bộ luật Lao động 2019 (45/2019/QH14), Điều 112';
const MOVED = 'Bộ luật Lao động 2019 (45/2019/QH14), Điều 111 khoản 3';
const NOTICE = `${LAW}; lịch nghỉ do Chính phủ thông báo hằng năm`;

const NEW_YEAR = { vi: 'Tết Dương lịch', en: 'New Year’s Day' };
const TET = { vi: 'Tết Nguyên đán', en: 'Lunar New Year' };
const HUNG_KINGS = { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Day' };
const VICTORY = { vi: 'Ngày Chiến thắng 30/4', en: 'Victory Day' };
const LABOUR = { vi: 'Ngày Quốc tế lao động 1/5', en: 'Labour Day' };
const NATIONAL = { vi: 'Quốc khánh', en: 'National Day' };

const off = (name: DayOff['name'], basis: string, verified: boolean, ...dates: string[]): DayOff[] =>
  dates.map((date) => ({ date, name, basis, verified }));

export const DAYS_OFF: readonly DayOff[] = [
  ...off(NEW_YEAR, LAW, true, '2026-01-01'),
  ...off(NEW_YEAR, NOTICE, false, '2026-01-02'),
  // Mùng Một is 17/2.
  ...off(TET, NOTICE, false, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  // 10/3 of the lunar year is Sunday 26/4.
  ...off(HUNG_KINGS, MOVED, true, '2026-04-27'),
  ...off(VICTORY, LAW, true, '2026-04-30'),
  ...off(LABOUR, LAW, true, '2026-05-01'),
  ...off(NATIONAL, NOTICE, false, '2026-08-31', '2026-09-01'),
  ...off(NATIONAL, LAW, true, '2026-09-02'),

  ...off(NEW_YEAR, LAW, true, '2027-01-01'),
  // Mùng Một is Saturday 6/2: from the 29th of Chạp five days, two of them a weekend that moves on.
  ...off(TET, NOTICE, false, '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'),
  ...off(HUNG_KINGS, LAW, true, '2027-04-16'),
  ...off(VICTORY, LAW, true, '2027-04-30'),
  // 1/5 is a Saturday.
  ...off(LABOUR, MOVED, true, '2027-05-03'),
  ...off(NATIONAL, LAW, true, '2027-09-02'),
  ...off(NATIONAL, NOTICE, false, '2027-09-03'),
];

/** Saturdays that are worked, in exchange for a Friday or Monday off. From memory of the yearly notices: not read again. */
export const WORKED_SATURDAYS: readonly string[] = ['2026-01-10', '2026-08-22'];

/** The days above, as deadlines are counted with. */
export const WORK_CALENDAR: WorkCalendar = {
  daysOff: new Set(DAYS_OFF.map(({ date }) => date)),
  workedSaturdays: new Set(WORKED_SATURDAYS),
};

/** The years above. A deadline in another year counts weekends only, and a screen says so. */
export const CALENDAR_YEARS: readonly number[] = [2026, 2027];

/** Posts a unit is to publish in a calendar year: the plan's binding figure (domain 1). */
export const YEARLY_POSTS = 50;
