import type { Calendar, CalendarEntry } from '../../../shared/contract/index.ts';
import { DAYS_OFF, YEARLY_POSTS } from '../../../shared/rules/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { NEW_POST, type PostStatus, stateUnder } from '../../../shared/workflow/index.ts';
import { type Desk, denialOfAct } from '../posts/index.ts';
import { FIRST_PUBLIC, publishedIn } from '../tasks/index.ts';
import { knownPins } from './pins.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly at: string | null;
}

const VIETNAM_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
/** More than any school publishes in a month. */
const MOST_ENTRIES = 500;

/**
 * What was published in the weeks of a month, what is to be published in them, and what waits with no time set. The weeks
 * are whole, as they are drawn: a day of the next month that looks free must be free. No network needed.
 */
export function calendarOf(desk: Desk, month: string): Calendar {
  const year = Number(month.slice(0, 4));
  const [first, end] = weeksOf(month);
  const [from, to] = [first, end].map((day) => new Date(day - VIETNAM_MS).toISOString()) as [string, string];
  const published = desk.db
    .prepare<[string, string, number], Row>(
      `SELECT post.id, post.title, post.status, first.at FROM (${FIRST_PUBLIC}) AS first JOIN post ON post.id = first.id
       WHERE first.at >= ? AND first.at < ? AND post.is_live = 1 ORDER BY first.at LIMIT ?`,
    )
    .all(from, to, MOST_ENTRIES)
    .map((row) => entryOf(desk, row, true));
  const waiting = desk.db
    .prepare<[number], Row>(
      `SELECT id, title, status, json_extract(status, '$.scheduledAt') AS at FROM post
       WHERE state IN ('approved', 'scheduled') ORDER BY at LIMIT ?`,
    )
    .all(MOST_ENTRIES)
    .map((row) => entryOf(desk, row, false))
    .filter(({ at }) => at === null || (at >= from && at < to));
  const today = dayInVietnam(desk.now().toISOString());
  return {
    entries: [...published, ...waiting],
    daysOff: DAYS_OFF.filter(({ date }) => Date.parse(date) >= first && Date.parse(date) < end).map(
      ({ date, name }) => ({ date, name: name.vi }),
    ),
    year: { year, published: publishedIn(desk.db, year), target: YEARLY_POSTS },
    today,
    pins: knownPins(desk),
  };
}

/** The Monday on which the weeks that show a month (`2026-12`) begin, and the one after they end, as if days were UTC's. */
function weeksOf(month: string): readonly [number, number] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const monday = (day: number): number => day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS;
  return [monday(Date.UTC(year, number - 1, 1)), monday(Date.UTC(year, number, 0)) + 7 * DAY_MS];
}

function entryOf(desk: Desk, { id, title, status: kept, at }: Row, isPublished: boolean): CalendarEntry {
  const status: PostStatus = { ...NEW_POST, ...(JSON.parse(kept) as Partial<PostStatus>) };
  const code = isPublished ? null : denialOfAct(desk, 'schedule', status);
  return {
    ...{ post: id, title, at, isPublished },
    state: stateUnder(desk.rules, status),
    revision: isPublished ? null : status.submitted,
    schedule: isPublished ? null : { allowed: code === null, code },
  };
}
