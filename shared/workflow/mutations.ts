import { z } from 'zod';
import { anchorSchema, postIdSchema, revisionIdSchema } from '../content/index.ts';
import { HOLD_REASONS, type TransitionName, WITHDRAWAL_REASONS } from './transitions.ts';
import { WORK_ACTS, type WorkAct } from './work.ts';

const hash = revisionIdSchema;
const onRevision = { post: postIdSchema, revision: revisionIdSchema };
/**
 * What a person's act says beside the revision: the rules it was judged by, and the checks that were ticked. Acts from
 * before these were written name neither, and are judged by the rules in force alone.
 */
const act = {
  ...onRevision,
  rules: z.string().min(1).max(64).optional(),
  checks: z.array(z.string().min(1).max(40)).max(100).optional(),
};
const reason = z.string().trim().min(1).max(2_000);
/** The id of the exemption that lets a person decide on what they wrote. */
const exemption = z.string().min(1).max(40).optional();

/** The words an approval signs (design 5), over their canonical form. `previous` is the workflow mutation before it. */
export const approvalStatementSchema = z.strictObject({
  portal: z.string().min(1).max(100),
  unit: z.string().min(1).max(64),
  ...onRevision,
  contentHash: hash,
  htmlHash: hash,
  rules: z.string().min(1).max(64),
  previous: z.uuid(),
});
export type ApprovalStatement = z.infer<typeof approvalStatementSchema>;

/** `key` is the id of the person's key on this device, `seal` its Ed25519 signature over the statement. */
const sealed = { statement: approvalStatementSchema, key: z.string().min(1).max(64), seal: z.string().min(1).max(200) };

/** The portal's word that it heard the device just now: what is done under it is done online. */
export const permitSchema = z.strictObject({ until: z.iso.datetime(), signature: z.string().regex(/^[0-9a-f]{128}$/) });
export type Permit = z.infer<typeof permitSchema>;

/** What readers are told of a correction; nothing when it is minor. */
export const changeNoteSchema = z.strictObject({ note: z.string().trim().max(500), isMinor: z.boolean() });
export type ChangeNote = z.infer<typeof changeNoteSchema>;

/** What a remark says at most, in UTF-16 units, and whom it may call on. */
export const REMARK_LIMITS = { text: 2_000, wording: 5_000, mentions: 20 } as const;

/** The arguments of every mutation this version knows, by name. Each names the revision it was made on. */
export const MUTATION_ARGS = {
  /** Moves the head of a post from `base` (`null`: a new post) to `revision`: compare-and-swap. */
  'post.save': z.strictObject({ ...onRevision, base: revisionIdSchema.nullable() }),
  /** Puts a draft into its author's bin; `revision` is its head, so that a text saved meanwhile wins over the deletion. */
  'post.bin': z.strictObject(onRevision),
  /** Takes a draft out of the bin. So does saving it again. */
  'post.restore': z.strictObject(onRevision),
  /** `categories` are the revision's own, for they decide the stages: without them the post needs every stage. */
  'post.submit': z.strictObject({
    ...act,
    categories: z.array(z.string().max(16)).max(100).optional(),
    change: changeNoteSchema.optional(),
  }),
  'post.recall': z.strictObject(act),
  /** Passes one review stage: the regulation's id of it. */
  'post.appraise': z.strictObject({ ...act, stage: z.string().min(1).max(40).optional(), exemption }),
  'post.return': z.strictObject({ ...act, reason }),
  /** `publishAt`: not before that time, by the portal's clock. */
  'post.approve': z.strictObject({ ...act, ...sealed, publishAt: z.iso.datetime().optional(), exemption }),
  /** Publishes before the review is done. A second person looks at it afterwards. */
  'post.urgent': z.strictObject({ ...act, ...sealed, reason, permit: permitSchema }),
  /** Sets another time for what is approved; `null`: now. */
  'post.schedule': z.strictObject({ ...act, at: z.iso.datetime().nullable() }),
  /** Made by the portal itself when an approved revision becomes public. */
  'post.publish': z.strictObject({ ...onRevision, htmlHash: hash }),
  /**
   * Made by the portal itself when it takes over a page from the site that was there before: public without an approval,
   * as it was, until somebody edits it. `by` is the member who answers for the import, `address` where the page was.
   */
  'post.import': z.strictObject({
    ...onRevision,
    htmlHash: hash,
    publishedAt: z.iso.datetime(),
    by: z.string().min(1).max(64),
    address: z.string().max(2_000),
  }),
  /**
   * Made by the portal itself: it does not publish what was approved, or asks for a second look at what it has
   * published. `approval` is the mutation it is about, `person` who made that.
   */
  'post.hold': z.strictObject({
    ...onRevision,
    approval: z.uuid(),
    person: z.string().min(1).max(64),
    reason: z.enum(HOLD_REASONS),
  }),
  /** A second person has looked at what was published unreviewed, and lets it stand. */
  'post.review': z.strictObject({ ...act, exemption }),
  /** `explanation` is for the board, `publicNote` for readers; `replacement` the post that takes its place. */
  'post.withdraw': z.strictObject({
    ...act,
    reason: z.enum(WITHDRAWAL_REASONS),
    explanation: z.string().trim().max(2_000),
    publicNote: z.string().trim().max(500).optional(),
    replacement: postIdSchema.optional(),
  }),
  /** Made by the portal itself, for the head or the administrator (`by`): the post is another author's from now on. */
  'post.hand_over': z.strictObject({
    ...onRevision,
    from: z.string().min(1).max(64),
    to: z.string().min(1).max(64),
    by: z.string().min(1).max(64).nullable(),
  }),
  /** Gives the review to somebody; `to` `null`: to nobody any more. */
  'post.assign': z.strictObject({ ...onRevision, to: z.string().min(1).max(64).nullable() }),
  /** Says that this person is at it now (*đang thẩm định*), for a while. */
  'post.claim': z.strictObject(onRevision),
  /** Leaves it to others again. */
  'post.release': z.strictObject(onRevision),
  /**
   * A remark on a revision, or a reply: `thread` is then the remark that began it, and the revision is the same.
   * `wording` proposes words in place of those at `anchor`. `mentions` are persons who are called on. Moves no post.
   */
  'post.comment': z
    .strictObject({
      ...onRevision,
      thread: z.uuid().optional(),
      anchor: anchorSchema.optional(),
      text: z.string().trim().max(REMARK_LIMITS.text),
      wording: z.string().max(REMARK_LIMITS.wording).optional(),
      mentions: z.array(z.string().min(1).max(64)).max(REMARK_LIMITS.mentions).optional(),
    })
    .refine(({ text, wording, anchor }) => (wording === undefined ? text !== '' : anchor?.start !== undefined)),
  /** Closes a thread or opens it again. `answer` is the author's to a proposed wording, `note` why. Moves no post. */
  'post.resolveComment': z.strictObject({
    ...onRevision,
    thread: z.uuid(),
    isResolved: z.boolean(),
    answer: z.enum(['taken', 'declined']).optional(),
    note: z.string().trim().max(REMARK_LIMITS.text).optional(),
  }),
} as const;

export type MutationName = keyof typeof MUTATION_ARGS;
export type MutationArgs<Name extends MutationName> = z.infer<(typeof MUTATION_ARGS)[Name]>;

/** A mutation's name and arguments, checked. */
export type Action = { [Name in MutationName]: { name: Name; args: MutationArgs<Name> } }[MutationName];

/** The action a name and its arguments stand for, or `null` when this version does not know it or it is malformed. */
export function parseAction(name: string, args: unknown): Action | null {
  if (!Object.hasOwn(MUTATION_ARGS, name)) return null;
  const parsed = MUTATION_ARGS[name as MutationName].safeParse(args);
  return parsed.success ? ({ name, args: parsed.data } as Action) : null;
}

/**
 * Whether an act that {@link parseAction} does not know may be one of a newer version: another name, or more said about a
 * known one. Such an act is kept and passed on, never turned down: it is read once this side has been brought up to date.
 */
export function isNewerAction(name: string, args: unknown): boolean {
  if (!Object.hasOwn(MUTATION_ARGS, name)) return true;
  const parsed = MUTATION_ARGS[name as MutationName].safeParse(args);
  return !parsed.success && parsed.error.issues.every(({ code }) => code === 'unrecognized_keys');
}

/** What an author does with a draft of their own: nobody else is told of it, and it moves no review. */
export type DraftAct = 'post.save' | 'post.bin' | 'post.restore';
const DRAFT_ACTS: ReadonlySet<string> = new Set<DraftAct>(['post.save', 'post.bin', 'post.restore']);

/** Whether a mutation is its author's alone, a {@link DraftAct}. */
export function isDraftAct(name: string): name is DraftAct {
  return DRAFT_ACTS.has(name);
}

/** The act about who works on a review that a mutation performs, or `null`. */
export function workActOfMutation(name: MutationName): WorkAct | null {
  return WORK_ACTS.find((act) => name === `post.${act}`) ?? null;
}

/** What is said about a post: it moves no post's state, and is seen by whoever may see the revision it names. */
export type RemarkAct = 'post.comment' | 'post.resolveComment';
export const REMARK_ACTS = ['post.comment', 'post.resolveComment'] as const satisfies readonly RemarkAct[];

/** Whether a mutation is a {@link RemarkAct}. */
export function isRemarkAct(name: string): name is RemarkAct {
  return (REMARK_ACTS as readonly string[]).includes(name);
}

/**
 * The transition a mutation performs; `null` for what an author does with a draft, for who works on a review, for what
 * is said, and for what came from elsewhere.
 */
export function transitionOfMutation(name: MutationName): TransitionName | null {
  const isOwn = name === 'post.import' || name === 'post.hand_over';
  const isElse = isRemarkAct(name) || workActOfMutation(name) !== null || isOwn;
  const isNone = isDraftAct(name) || isElse;
  return isNone ? null : (name.slice('post.'.length) as TransitionName);
}
