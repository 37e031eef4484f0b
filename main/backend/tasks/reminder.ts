import { z } from 'zod';
import type { Output } from '../../../shared/contract/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import type { Desk } from '../posts/index.ts';
import { readSetting, writeSetting } from '../store/index.ts';
import { listTasks } from './list.ts';

const READ_ON = 'reminderReadOn';

/** What this person is to be told today, from this computer alone: once a day, until they have read it. */
export function reminderOf(desk: Desk): Output<'tasks.reminder'> {
  if (readSetting(desk.db, READ_ON, z.string()) === dayInVietnam(desk.now().toISOString())) return null;
  const terms = listTasks(desk).tasks.map(({ daysLeft }) => daysLeft);
  const late = terms.filter((days) => days !== null && days < 0).length;
  const today = terms.filter((days) => days === 0).length;
  return late + today === 0 ? null : { late, today };
}

/** The person has read today's reminder. */
export function markReminderRead(desk: Desk): void {
  writeSetting(desk.db, READ_ON, dayInVietnam(desk.now().toISOString()));
}
