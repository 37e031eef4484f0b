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
/** More than any school publishes in a month. */
const MOST_ENTRIES = 500;

/** What was published in a month, what is to be published in it, and what waits with no time set. No network needed. */
export function calendarOf(desk: Desk, month: string): Calendar {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const start = (index: number): string => new Date(Date.UTC(year, index, 1) - VIETNAM_MS).toISOString();
  const [from, to] = [start(number - 1), start(number)];
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
    daysOff: DAYS_OFF.filter(({ date }) => date.startsWith(month)).map(({ date, name }) => ({ date, name: name.vi })),
    year: { year, published: publishedIn(desk.db, year), target: YEARLY_POSTS },
    today,
    pins: knownPins(desk),
  };
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
