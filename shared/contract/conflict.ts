import { z } from 'zod';
import { postIdSchema, revisionIdSchema, revisionSchema, savedChoicesSchema } from '../content/index.ts';

const onPost = z.strictObject({ post: postIdSchema });
const onHeads = z.strictObject({ post: postIdSchema, mine: revisionIdSchema });

/** One of the two texts of a post in conflict: who wrote it, where and when (by that computer's clock). */
const headSchema = z.object({
  id: revisionIdSchema,
  revision: revisionSchema,
  /** `null`: a merge, which is nobody's. */
  authorName: z.string().nullable(),
  isFromHere: z.boolean(),
});

export const conflictSchema = z.object({
  /** The text that is kept beside the post's own. */
  mine: headSchema,
  /** The text the post goes on from. */
  theirs: headSchema,
  /** Where the two parted; `null` when there is no one such place. */
  base: revisionSchema.nullable(),
  choices: savedChoicesSchema,
  /** Texts of this post that wait beside this one. */
  more: z.int().min(0),
});
export type PostConflict = z.infer<typeof conflictSchema>;

/** Two texts of one post that no program may choose between. */
export const CONFLICT_CONTRACT = {
  /** The two texts, after what is being written was kept as a version. `null`: nothing waits any more. */
  'conflict.open': { input: onPost, output: z.object({ conflict: conflictSchema.nullable() }) },
  /** Keeps what was chosen so far, on disk when it returns: written words are among it. */
  'conflict.choose': {
    input: z.strictObject({ ...onHeads.shape, choices: savedChoicesSchema }),
    output: z.null(),
  },
  /** Makes the text of two parents. Refused as `changed_meanwhile` when the post has moved on from `theirs`. */
  'conflict.resolve': {
    input: z.strictObject({ ...onHeads.shape, theirs: revisionIdSchema, choices: savedChoicesSchema }),
    output: z.null(),
  },
} as const;
