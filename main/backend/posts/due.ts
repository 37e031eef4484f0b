import { WORK_CALENDAR } from '../../../shared/rules/index.ts';
import { dayInVietnam, dueDay, workingDaysLeft } from '../../../shared/vietnamese/index.ts';
import { daysFor, type PostStatus } from '../../../shared/workflow/index.ts';
import type { Desk } from './desk.ts';
import { momentOf, receivedAtOf } from './moments.ts';

/** The term that a post stands under. */
export interface Term {
  /** When it began, ISO: by the portal's clock where the portal knows of it. `null`: nothing has happened yet. */
  readonly since: string | null;
  /** The last day, ISO date in Vietnam, and the working days left; negative when late. `null`: there is no term. */
  readonly due: string | null;
  readonly daysLeft: number | null;
}

/**
 * The term of a post under the rules in force, in Vietnamese working days. The second look at a page outlasts whatever is
 * written over it, and its term began when the page was published.
 */
export function termOf(desk: Desk, status: PostStatus): Term {
  const { unreviewed } = status;
  const days = unreviewed === null ? daysFor(desk.rules, status) : desk.rules.days.unreviewed;
  const since =
    unreviewed === null ? status.last && momentOf(desk.db, status.last) : receivedAtOf(desk.db, unreviewed.mutation);
  if (days === null || since === null) return { since, due: null, daysLeft: null };
  const due = dueDay(since, days, WORK_CALENDAR);
  return { since, due, daysLeft: workingDaysLeft(dayInVietnam(desk.now().toISOString()), due, WORK_CALENDAR) };
}
