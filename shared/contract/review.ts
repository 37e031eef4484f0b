import { z } from 'zod';
import { postIdSchema, revisionIdSchema } from '../content/index.ts';

const onPost = z.strictObject({ post: postIdSchema });

/** What a look at the signatures behind an act came to. */
export const PROOFS = [
  'proven',
  'unknown_device',
  'unknown_key',
  'bad_signature',
  'bad_seal',
  'other_text',
  'no_text',
] as const;
export type Proof = (typeof PROOFS)[number];

/** For whoever reads a post to decide on it: what is new to them, and what is proven. */
export const REVIEW_CONTRACT = {
  /** The text this person looked at last, on this computer, and the one that readers see; `null` where there is none. */
  'review.before': {
    input: onPost,
    output: z.object({ seen: revisionIdSchema.nullable(), live: revisionIdSchema.nullable() }),
  },
  /** The person has looked at that text. */
  'review.saw': { input: z.strictObject({ post: postIdSchema, revision: revisionIdSchema }), output: z.null() },
  /**
   * Checks the signatures of all that happened to a post, with what is on this computer alone: the portal's over whose a
   * device is, the device's over each act, and of an approval that the text here is the very text and page it names.
   */
  'review.prove': {
    input: onPost,
    output: z.object({ proofs: z.array(z.object({ mutation: z.string(), proof: z.enum(PROOFS) })) }),
  },
} as const;
