import { z } from 'zod';
import { postIdSchema, revisionIdSchema } from '../content/index.ts';

/**
 * How a post stands to its author's bin. `mayBin`: a draft that was never submitted; `mayDrop`: a draft written over a
 * live page; `inBin`; `inBinHere`: in the bin of this computer alone, for nobody else has a word of it; `no`: none of it.
 */
export const binStateSchema = z.enum(['no', 'mayBin', 'mayDrop', 'inBin', 'inBinHere']);
export type BinState = z.infer<typeof binStateSchema>;

const onPost = z.strictObject({ post: postIdSchema });

/** The bin: drafts are put into it and come back whole. */
export const BIN_CONTRACT = {
  /**
   * Returns the title it has now. @throws AppError `denied` `not_binnable` for what the board has seen, or another
   * person's.
   */
  'bin.put': { input: onPost, output: z.object({ title: z.string() }) },
  'bin.restore': { input: onPost, output: z.null() },
  /** Destroys a draft that is on this computer alone. @throws AppError `denied` `not_erasable` for any other. */
  'bin.erase': { input: onPost, output: z.null() },
  /**
   * Goes back to the text of the live page. What was being written is kept as the version `dropped`, to be brought back by
   * `history.restore`, or, where it can be none, as the draft `aside`.
   */
  'bin.dropDraft': {
    input: onPost,
    output: z.object({ dropped: revisionIdSchema.nullable(), aside: postIdSchema.nullable() }),
  },
} as const;
