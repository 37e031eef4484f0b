/** Which days are worked, beside the week's own. ISO dates in Vietnam's time. */
export interface WorkCalendar {
  readonly daysOff: ReadonlySet<string>;
  readonly workedSaturdays: ReadonlySet<string>;
}

const DAY = 86_400_000;

/** The day in Vietnam (UTC+7) on which an instant falls: `2026-11-23`. */
export function dayInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Monday to Friday and exchanged Saturdays, holidays left out. */
export function isWorkingDay(day: string, { daysOff, workedSaturdays }: WorkCalendar): boolean {
  if (daysOff.has(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return (weekday >= 1 && weekday <= 5) || (weekday === 6 && workedSaturdays.has(day));
}

/**
 * The last day of a term of working days that begins with an event: the day of the event does not count (Bộ luật Dân sự
 * 2015, Điều 147 khoản 2). `days` is 1 or more.
 */
export function dueDay(since: string, days: number, calendar: WorkCalendar): string {
  let day = dayInVietnam(since);
  for (let left = days; left > 0; ) {
    day = next(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Working days from today to a day: 0 today, negative once it is over. Counts the later of the two, not the earlier. */
export function workingDaysLeft(today: string, due: string, calendar: WorkCalendar): number {
  const step = due >= today ? 1 : -1;
  const [from, to] = step === 1 ? [today, due] : [due, today];
  let count = 0;
  for (let day = next(from, 1); day <= to; day = next(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  // Over is over, even on a weekend.
  return step === 1 ? count : -Math.max(1, count);
}

function next(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
