import { z } from 'zod';
import { blockSchema, draftFieldsSchema, postIdSchema, revisionIdSchema } from '../content/index.ts';

const onRevision = z.strictObject({ post: postIdSchema, revision: revisionIdSchema });

/** Versions that are listed at most, the newest. */
export const MOST_VERSIONS = 200;

/** One version of a post in its history. */
export const historyEntrySchema = z.object({
  revision: revisionIdSchema,
  /** The version it was made from, if that is known here. */
  previous: revisionIdSchema.nullable(),
  /** `null` for a merge, which is nobody's. */
  authorName: z.string().nullable(),
  /** By its computer's clock, for display only. */
  at: z.string().nullable(),
  /** Whether its text is on this computer: of an old one only this line may be, and opening it fetches the rest. */
  isHere: z.boolean(),
  /** Its text was erased everywhere on legal grounds; who made it and its place stay. */
  isErased: z.boolean(),
  /** It is the post's text now: nothing was written over it since. */
  isNow: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** The versions of a post this person may see. */
export const HISTORY_CONTRACT = {
  /** Newest first; those on this computer, {@link MOST_VERSIONS} at most. */
  'history.list': { input: z.strictObject({ post: postIdSchema }), output: z.array(historyEntrySchema) },
  /**
   * The text of one version, fetched from the portal where only its line is here. Errors: `version_at_portal` without a
   * line to it, `version_gone` where the portal does not give it or it was erased.
   */
  'history.read': { input: onRevision, output: z.object({ fields: draftFieldsSchema, blocks: z.array(blockSchema) }) },
  /**
   * Makes an older version's text the newest one again. What was being written is kept as a version first; words that can
   * be none (a stamp of secrecy, a title past its limit) as a draft of their own on this computer: `aside`.
   */
  'history.restore': { input: onRevision, output: z.object({ aside: postIdSchema.nullable() }) },
} as const;
