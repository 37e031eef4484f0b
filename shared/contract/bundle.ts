import { z } from 'zod';
import { postIdSchema } from '../content/index.ts';
import { MOVE_RULES } from './move.ts';

const passphrase = z.string().min(1).max(200).nullable();
/** `null`: only what the portal has not decided; a number of days: all that it has decided in them, too; 0: since ever. */
const days = z.union([z.literal(7), z.literal(30), z.literal(0)]).nullable();

/** What is in a bundle, shown before it is taken in. Times are by the clocks of those who wrote. */
export const bundleLookSchema = z.object({
  makerName: z.string(),
  at: z.iso.datetime(),
  /** It was made on this computer. */
  isOwn: z.boolean(),
  /** When it was taken in here before. */
  takenAt: z.iso.datetime().nullable(),
  /** The first posts of it. */
  posts: z.array(z.object({ post: postIdSchema, title: z.string(), people: z.array(z.string()) })),
  postCount: z.int(),
  /** Actions that everybody on the board may see, and how many of them are not here yet. */
  actions: z.int(),
  newActions: z.int(),
  /** Drafts that only the portal opens. */
  drafts: z.int(),
  /** Decisions of the portal. */
  receipts: z.int(),
  pictures: z.int(),
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
});
export type BundleLook = z.infer<typeof bundleLookSchema>;

/** Work without a line: one file out, one file in (docs/spec/bundle.md). */
export const BUNDLE_CONTRACT = {
  /** What a file would hold, and its size in bytes, before anything is written. */
  'bundle.measure': {
    input: z.strictObject({ days }),
    output: z.object({
      posts: z.int(),
      mutations: z.int(),
      pictures: z.int(),
      bytes: z.int(),
      pictureBytes: z.int(),
      /** The portal has told of this device: without that, nobody could check the file. */
      isCertified: z.boolean(),
      /** How many mutations wait for the portal here. */
      waiting: z.int(),
    }),
  },
  /** Makes the file in the person's downloads folder. Progress comes as `bundle.progress`. */
  'bundle.make': {
    input: z.strictObject({ days, passphrase, withPictures: z.boolean() }),
    output: z.object({ savedAt: z.string(), bytes: z.int() }),
  },
  /** Gives up `bundle.make`: it ends with `bundle_cancelled` and leaves nothing behind. */
  'bundle.cancel': { input: z.null(), output: z.null() },
  /** Hands over the next piece of a file of `total` bytes (base64), in order from 0. */
  'bundle.give': {
    input: z.strictObject({
      name: z.string().max(500),
      offset: z.int().min(0),
      total: z.int().min(0),
      data: z.base64().max(Math.ceil((MOVE_RULES.pieceBytes * 4) / 3) + 4),
    }),
    output: z.null(),
  },
  /** Reads what was handed over through and says what is in it. Changes nothing. */
  'bundle.look': { input: z.strictObject({ passphrase }), output: bundleLookSchema },
  /** Takes it in. */
  'bundle.take': {
    input: z.strictObject({ passphrase }),
    output: z.object({ mutations: z.int(), drafts: z.int(), pictures: z.int(), posts: z.array(postIdSchema) }),
  },
  /** The person does not want it: it is deleted here. */
  'bundle.leave': { input: z.null(), output: z.null() },
} as const;

export const BUNDLE_EVENTS = { 'bundle.progress': z.object({ done: z.int(), total: z.int() }) } as const;
