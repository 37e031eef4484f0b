import { z } from 'zod';
import { postIdSchema } from '../content/index.ts';
import { quotaSchema } from '../sync/index.ts';

const count = z.int().min(0);

export const syncStatusSchema = z.object({
  state: z.enum(['not_connected', 'idle', 'syncing', 'offline', 'signed_out', 'failed']),
  /** Mutations without a verdict and pictures not yet on the portal. */
  pending: count,
  /** Posts with words that were not made ready to send: being typed, or kept back by a limit. */
  drafts: count.default(0),
  /** Pictures that posts show and that are not on this computer yet. */
  incoming: count.default(0),
  /** Lines of the portal's feed were set aside, for a later version of the program to read. */
  isSetAside: z.boolean().default(false),
  lastGoodAt: z.iso.datetime().nullable(),
  /** An error code with a sentence under `error.CODE`, when the last try did not succeed. */
  problem: z.string().nullable(),
  /** What goes into that sentence. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** How far a new computer has come in receiving its unit's posts; `null` otherwise. In bytes of text. */
  receiving: z.object({ doneBytes: z.int(), totalBytes: z.int(), secondsLeft: z.int().nullable() }).nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/** How a computer's line is paid for. Amounts are in bytes. */
export const linePlanSchema = z.strictObject({
  isMetered: z.boolean(),
  /** May be used in a calendar month; past it only words travel. */
  monthlyBytes: z.int().min(1_000_000).max(1_000_000_000_000),
  /** A picture larger than this waits until the person lets it pass. */
  askAboveBytes: z.int().min(0).max(100_000_000),
});
export type LinePlan = z.infer<typeof linePlanSchema>;

/** What travels apart from the rest: words always first (design 7). */
export const LANES = ['words_up', 'words_down', 'pictures_up', 'pictures_down'] as const;

const laneSchema = z.object({
  lane: z.enum(LANES),
  /** Things that still have to get to the other side. */
  items: count,
  /** Bytes of all of it, those already there included; `null` where nobody can know before the end. */
  bytes: count.nullable(),
  /** Bytes already on the other side. */
  done: count,
});
export type Lane = z.infer<typeof laneSchema>;

const bytesSchema = z.object({ up: count, down: count });

/** Posts listed as being on this computer only, at once. */
export const MOST_HERE = 50;

export const syncOverviewSchema = z.object({
  status: syncStatusSchema,
  /** Posts with something that the portal has not answered yet, or that was not even made ready to send; newest first. */
  here: z.array(
    z.object({
      post: postIdSchema,
      title: z.string(),
      /** `draft`: typed since it was last made ready. `saved_here`: ready, not sent. `sent`: sent, no answer yet. */
      word: z.enum(['draft', 'saved_here', 'sent']),
      at: z.iso.datetime(),
    }),
  ),
  hereTotal: count,
  lanes: z.array(laneSchema),
  /** What the portal is known to have. */
  portal: z.object({ posts: count, revisions: count, pictures: count }),
  /** When the next try is due by itself; `null` when only the person can start one, or one is under way. */
  nextTryAt: z.iso.datetime().nullable(),
  today: bytesSchema,
  month: bytesSchema,
  plan: linePlanSchema,
  /** Pictures that wait for the person to let them pass, each way: how many, how large. */
  heldUp: z.object({ items: count, bytes: count }),
  heldDown: z.object({ items: count, bytes: count }),
  /** Pictures the portal waits for that are not on this computer, and ones it did not have when asked. */
  wantedNotHere: count,
  absent: count,
  /** What the portal turned down and the person has not seen yet. */
  unseen: count,
  /** How far the portal's clock is ahead of this computer's: shown where it is much, never punished. */
  portalAheadMs: z.int(),
  /** What this person has sent today, once it is near what they may send on a day. */
  quota: quotaSchema.nullable(),
});
export type SyncOverview = z.infer<typeof syncOverviewSchema>;

export const SYNC_CONTRACT = {
  'sync.now': { input: z.null(), output: syncStatusSchema },
  'sync.status': { input: z.null(), output: syncStatusSchema },
  /** All that the screen *Đồng bộ* shows. */
  'sync.overview': { input: z.null(), output: syncOverviewSchema },
  'sync.setPlan': { input: linePlanSchema, output: z.null() },
  /** Lets the pictures that are held back now pass, whatever they cost. */
  'sync.letPass': { input: z.null(), output: z.null() },
} as const;

export const SYNC_EVENTS = {
  'sync.changed': syncStatusSchema,
  /** Something has moved: `sync.overview` says what. At most a few times a second. */
  'sync.moved': z.object({}),
} as const;
