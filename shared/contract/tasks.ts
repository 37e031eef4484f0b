import { z } from 'zod';
import { postIdSchema } from '../content/index.ts';
import { HOLD_REASONS, STATES, TRANSITION_NAMES } from '../workflow/index.ts';

/** One thing that waits for the signed-in person. */
export const taskSchema = z.object({
  post: postIdSchema,
  title: z.string(),
  state: z.enum(STATES),
  ownerName: z.string(),
  /** The portal did not take something of the person's: it comes first, and has no deadline. */
  isLookAgain: z.boolean(),
  /** When it began to wait. */
  since: z.iso.datetime().nullable(),
  /** The last day, ISO date in Vietnam, and the working days left; negative when late. */
  due: z.iso.date().nullable(),
  daysLeft: z.int().nullable(),
  /** What the person may do now, on this computer as it is: all of it works offline. */
  actions: z.array(z.enum(TRANSITION_NAMES)),
  /** What the board is to know of it: a page that nobody reviewed, a step whose term is over, why the portal holds it. */
  reminder: z.enum(['unreviewed', 'late', ...HOLD_REASONS]).nullable(),
  /** Who is at it now, or to whom it was given: what others are at comes last. */
  worker: z.object({ name: z.string(), isMe: z.boolean(), isAtIt: z.boolean() }).nullable(),
  /** Threads that wait for the person: they were called on, or it is about their own post. */
  remarks: z.int(),
});
export type Task = z.infer<typeof taskSchema>;

export const tasksSchema = z.object({
  tasks: z.array(taskSchema),
  /** How many wait in all: the list stops at {@link MOST_TASKS}. */
  total: z.int(),
  /** News published in this calendar year against the yearly target. */
  year: z.object({ year: z.int(), published: z.int(), target: z.int() }),
  /** False when the holidays of a deadline's year are not known: it then counts weekends only. */
  isCalendarKnown: z.boolean(),
});
export type Tasks = z.infer<typeof tasksSchema>;

/** Tasks listed at once. */
export const MOST_TASKS = 200;

export const TASKS_CONTRACT = {
  /** *Việc của tôi*: what waits for the person, late first. */
  'tasks.list': { input: z.null(), output: tasksSchema },
  /** What is to be told today, once: how many terms are over or end today; `null` when there is nothing, or it was read. */
  'tasks.reminder': { input: z.null(), output: z.object({ late: z.int(), today: z.int() }).nullable() },
  'tasks.reminderSeen': { input: z.null(), output: z.null() },
} as const;
