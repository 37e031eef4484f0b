import { z } from 'zod';
import { postIdSchema, revisionIdSchema } from '../content/index.ts';

const personSchema = z.object({ person: z.string(), name: z.string(), isMe: z.boolean() });

/** Who works on a post that is under review, and until when it is to be done. */
export const workStateSchema = z.object({
  /** The step that is awaited; `null` when the post is not under review. */
  step: z.enum(['appraise', 'approve']).nullable(),
  /** The last day of the term that the post stands under, and the working days left; negative when late. */
  due: z.iso.date().nullable(),
  daysLeft: z.int().nullable(),
  assignee: personSchema.nullable(),
  /** Who is at it now; `until` is by the portal's clock, `null` while the portal has not heard of it. */
  holder: personSchema.extend({ until: z.iso.datetime().nullable() }).nullable(),
  /** Whether this person may take it, or why not; `null` where it does not concern them, or is theirs. */
  claim: z.object({ allowed: z.boolean(), code: z.string().nullable() }).nullable(),
  mayRelease: z.boolean(),
  mayAssign: z.boolean(),
  /** Those who may do the step that is awaited. */
  candidates: z.array(z.object({ person: z.string(), name: z.string(), title: z.string() })),
});
export type WorkState = z.infer<typeof workStateSchema>;

const onReview = { post: postIdSchema, revision: revisionIdSchema };

export const WORK_CONTRACT = {
  /** Takes the step that is awaited: *đang thẩm định*, for four hours from the portal's receipt. */
  'work.claim': { input: z.strictObject(onReview), output: z.null() },
  'work.release': { input: z.strictObject(onReview), output: z.null() },
  /** Gives the review to somebody; `to` `null`: to nobody any more. */
  'work.assign': { input: z.strictObject({ ...onReview, to: z.string().max(64).nullable() }), output: z.null() },
} as const;
