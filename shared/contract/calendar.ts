import { z } from 'zod';
import { postIdSchema, revisionIdSchema } from '../content/index.ts';
import { STATES } from '../workflow/index.ts';

/** One post on the editorial calendar. */
export const calendarEntrySchema = z.object({
  post: postIdSchema,
  title: z.string(),
  state: z.enum(STATES),
  /** When it was or is to be published, ISO; `null`: approved, and published as soon as the portal can. */
  at: z.iso.datetime().nullable(),
  isPublished: z.boolean(),
  /** The revision that another time would be set for. */
  revision: revisionIdSchema.nullable(),
  /** Whether this person may set another time, or why not; `null` for what is published. */
  schedule: z.object({ allowed: z.boolean(), code: z.string().nullable() }).nullable(),
});
export type CalendarEntry = z.infer<typeof calendarEntrySchema>;

export const calendarSchema = z.object({
  entries: z.array(calendarEntrySchema),
  /** Days of its weeks on which nobody is at work, weekends left out: a day in Vietnam and its name. */
  daysOff: z.array(z.object({ date: z.iso.date(), name: z.string() })),
  /** News published in the calendar year of the month against the yearly target. */
  year: z.object({ year: z.int(), published: z.int(), target: z.int() }),
  today: z.iso.date(),
  /** Pinned news, as the portal last told them, and when that was; `null`: never on this computer. */
  pins: z
    .object({
      at: z.iso.datetime(),
      pins: z.array(z.object({ post: postIdSchema, title: z.string(), until: z.iso.date().nullable() })),
    })
    .nullable(),
});
export type Calendar = z.infer<typeof calendarSchema>;

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const CALENDAR_CONTRACT = {
  /** The editorial calendar of the weeks of one month (`2026-12`), from a Monday to a Sunday, in Vietnam's time, from this computer alone. */
  'calendar.month': { input: z.strictObject({ month: monthSchema }), output: calendarSchema },
  /** Asks the portal which news are pinned; they come with the next `calendar.month`. Online. */
  'calendar.askPins': { input: z.null(), output: z.null() },
} as const;
