import { askPins, calendarOf } from './calendar/index.ts';
import type { HandlerParts, HandlersOf } from './handlers-parts.ts';
import { work } from './posts/index.ts';
import { addRemark, keepRemark, readRemarks, resolveThread } from './remarks/index.ts';
import { noteSeen, provePost, readBefore } from './review/index.ts';
import { listTasks, markReminderRead, reminderOf } from './tasks/index.ts';

/** Reviewing posts: what was seen and proven, remarks, whose work it is, and when it is due. */
export function reviewHandlers({
  session,
  desk,
  changed,
}: HandlerParts): HandlersOf<'review' | 'remarks' | 'work' | 'tasks' | 'calendar'> {
  return {
    'review.before': ({ post }) => readBefore(desk(), post),
    'review.saw': ({ post, revision }) => {
      noteSeen(desk(), post, revision);
      return null;
    },
    'review.prove': ({ post }) => provePost(desk(), post),
    'remarks.list': ({ post, revision }) => readRemarks(desk(), post, revision),
    'remarks.add': (wanted) => {
      addRemark(desk(), wanted);
      return changed(null);
    },
    'remarks.keep': (wanted) => {
      keepRemark(desk().db, wanted);
      return null;
    },
    'remarks.resolve': (wanted) => {
      resolveThread(desk(), wanted);
      return changed(null);
    },
    'tasks.list': () => listTasks(desk()),
    'calendar.month': ({ month }) => calendarOf(desk(), month),
    'calendar.askPins': async () => {
      await askPins(desk(), session.need().connection().token);
      return null;
    },
    'tasks.reminder': () => reminderOf(desk()),
    'tasks.reminderSeen': () => {
      markReminderRead(desk());
      return null;
    },
    'work.claim': (wanted) => {
      work(desk(), 'claim', wanted);
      return changed(null);
    },
    'work.release': (wanted) => {
      work(desk(), 'release', wanted);
      return changed(null);
    },
    'work.assign': (wanted) => {
      work(desk(), 'assign', wanted);
      return changed(null);
    },
  };
}
