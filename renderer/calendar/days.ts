import { dayInVietnam } from '../../shared/vietnamese/index.ts';

const DAY_MS = 86_400_000;
/** A post that had no time yet is published in the morning. */
const MORNING = '07:30';

/** The weeks that show a month (`2026-12`): ISO days from a Monday to a Sunday, those of other months too. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const dayAt = (index: number): string => new Date(monday + index * DAY_MS).toISOString().slice(0, 10);
  const weeks = Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => dayAt(week * 7 + day)));
  return weeks.filter((week) => week.some((day) => day.startsWith(month)));
}

/** The month so many months away. */
export function monthAway(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** That day in Vietnam at the time of day that a post had, ISO in UTC. */
export function movedTo(day: string, at: string | null): string {
  const time = at === null ? MORNING : new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(11, 16);
  return new Date(`${day}T${time}:00.000+07:00`).toISOString();
}

/** Whether a time set for then would still be in the future of that instant (both ISO). */
export function isAhead(at: string, now: string): boolean {
  return at > now;
}

/** The day in Vietnam of an instant, and the time of day: `07:30`. */
export function placeOf(at: string): { readonly day: string; readonly time: string } {
  const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString();
  return { day: dayInVietnam(at), time: local.slice(11, 16) };
}
