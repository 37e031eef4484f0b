export { FIRST_PUBLIC, listTasks, publishedIn } from './list.ts';
export { markReminderRead, reminderOf } from './reminder.ts';
