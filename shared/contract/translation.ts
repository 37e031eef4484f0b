import { z } from 'zod';
import { blockSchema, postIdSchema, revisionIdSchema } from '../content/index.ts';

const onPost = z.strictObject({ post: postIdSchema });
const wordsShape = { title: z.string(), summary: z.string(), blocks: z.array(blockSchema) };
/** What is laid beside a translation. */
export const sourceWordsSchema = z.object(wordsShape);
export type SourceWords = z.infer<typeof sourceWordsSchema>;

/** Each language of a post is a post of its own that names the one it translates (design 3). */
export const TRANSLATION_CONTRACT = {
  /** Opens the English version of a post, made from it when there is none. */
  'translation.start': { input: onPost, output: onPost },
  /** The post that this one translates, as this person may see it. */
  'translation.source': {
    input: onPost,
    output: z.object({
      /** `null`: not on this computer, or not theirs to see. */
      source: z.object({ revision: revisionIdSchema, ...wordsShape }).nullable(),
      /** Whether it is another text than the one this translation was last laid beside. */
      hasChanged: z.boolean(),
      /** That text, where it changed and is still here. */
      before: sourceWordsSchema.nullable(),
    }),
  },
  /** The person has laid their translation beside that revision of its source. */
  'translation.seen': { input: z.strictObject({ post: postIdSchema, revision: revisionIdSchema }), output: z.null() },
} as const;
