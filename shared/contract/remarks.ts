import { z } from 'zod';
import { anchorSchema, postIdSchema, revisionIdSchema } from '../content/index.ts';
import { REMARK_LIMITS } from '../workflow/index.ts';

/** Both clocks of a thing said: its computer's, for display only, and the portal's, `null` while it waits. */
const clocks = { at: z.string(), receivedAt: z.string().nullable() };

const remarkSchema = z.object({
  id: z.string(),
  personName: z.string(),
  isMine: z.boolean(),
  text: z.string(),
  ...clocks,
});

/** A remark on a post with what was said to it. */
export const remarkThreadSchema = z.object({
  thread: z.string(),
  /** The revision it was made on. */
  revision: revisionIdSchema,
  /** The words it is about, as they were; '' for a whole block, `null` for the whole post, or a text not on this computer. */
  quote: z.string().nullable(),
  /** Where they stand in the text that is shown now. */
  anchor: anchorSchema.nullable(),
  /** They stand there no more. */
  isGone: z.boolean(),
  wording: z.string().nullable(),
  remarks: z.array(remarkSchema),
  resolved: z
    .object({ personName: z.string(), answer: z.enum(['taken', 'declined']).nullable(), note: z.string(), ...clocks })
    .nullable(),
  waitsForMe: z.boolean(),
});
export type RemarkThread = z.infer<typeof remarkThreadSchema>;

/** Where words are being written: a new remark, a reply to a thread, or why its wording is not taken. */
const remarkPlaceSchema = z.union([z.literal('new'), z.templateLiteral([z.enum(['reply', 'decline']), ':', z.uuid()])]);
export type RemarkPlace = z.infer<typeof remarkPlaceSchema>;

/** What is being written and not said yet. `about`: the selected words, in the revision in which they were. */
export const remarkWordsSchema = z.object({
  text: z.string().max(20_000),
  wording: z.string().max(20_000).nullable(),
  about: z.object({ revision: revisionIdSchema, anchor: anchorSchema }).nullable(),
});
export type RemarkWords = z.infer<typeof remarkWordsSchema>;

export const remarksViewSchema = z.object({
  threads: z.array(remarkThreadSchema),
  /** The person wrote the post: proposed wordings are theirs to answer. */
  isMine: z.boolean(),
  /** What a new remark would be made on; `null` before the post was submitted, when nobody else sees it. */
  revision: revisionIdSchema.nullable(),
  /** Whom one can call on. */
  people: z.array(z.object({ person: z.string(), name: z.string() })),
  /** What this person began to write and has not said yet, with the words it is about. */
  kept: z.array(
    remarkWordsSchema.extend({
      place: z.string(),
      about: z.object({ revision: revisionIdSchema, anchor: anchorSchema, quote: z.string() }).nullable(),
    }),
  ),
});
export type RemarksView = z.infer<typeof remarksViewSchema>;

export const REMARKS_CONTRACT = {
  /** What was said about a post. `revision`: the text that is shown; `null` for the working copy. */
  'remarks.list': {
    input: z.strictObject({ post: postIdSchema, revision: revisionIdSchema.nullable() }),
    output: remarksViewSchema,
  },
  /** `thread`: what is answered, `null` for a new remark, which is made on `revision`. */
  'remarks.add': {
    input: z.strictObject({
      post: postIdSchema,
      revision: revisionIdSchema.nullable(),
      thread: z.uuid().nullable(),
      anchor: anchorSchema.nullable(),
      text: z.string().trim().max(REMARK_LIMITS.text),
      wording: z.string().max(REMARK_LIMITS.wording).nullable(),
      mentions: z.array(z.string().min(1).max(64)).max(REMARK_LIMITS.mentions),
    }),
    output: z.null(),
  },
  /** Keeps what is being written, at each key; `null`: nothing any more. */
  'remarks.keep': {
    input: z.strictObject({ post: postIdSchema, place: remarkPlaceSchema, words: remarkWordsSchema.nullable() }),
    output: z.null(),
  },
  'remarks.resolve': {
    input: z.strictObject({
      post: postIdSchema,
      thread: z.uuid(),
      isResolved: z.boolean(),
      answer: z.enum(['taken', 'declined']).nullable(),
      note: z.string().trim().max(REMARK_LIMITS.text),
    }),
    output: z.null(),
  },
} as const;
