import { z } from 'zod';
import {
  addedMemberSchema,
  addMemberRequestSchema,
  adminDeviceSchema,
  eraseRequestSchema,
  handOverRequestSchema,
  memberSchema,
  mergedPostSchema,
  nameDeviceRequestSchema,
  resetPasswordReplySchema,
  resetPasswordRequestSchema,
  revokeRequestSchema,
  setMemberRequestSchema,
  setRulesRequestSchema,
  withdrawMergedRequestSchema,
} from '../sync/index.ts';
import { CHECK_LEVELS, deputySchema, exemptionSchema, HOLD_REASONS, regulationTextSchema } from '../workflow/index.ts';

/** Who let a person decide on words of their own, and by which decision. */
export const exemptionNoteSchema = z.object({ grantedBy: z.string(), decision: z.string() });
export type ExemptionNote = z.infer<typeof exemptionNoteSchema>;

/** What the unit's rules add to a button. */
export const ruledActionShape = {
  /** The checklist before the act. */
  checks: z.array(z.object({ id: z.string(), text: z.string(), level: z.enum(CHECK_LEVELS) })),
  /** The review stage an appraisal would pass, when the rules have more than one. */
  stage: z.string().nullable(),
  /** The exemption the act would rely on. */
  exemption: exemptionNoteSchema.nullable(),
};

/** Where the round stands with its decisions. */
export const decisionSchema = z.object({
  /** The review stages the post needs, when there is more than one; `by` names who passed it. */
  stages: z.array(z.object({ name: z.string(), by: z.string().nullable() })),
  /** Not to be published before. */
  scheduledAt: z.iso.datetime().nullable(),
  /** Why the portal did not publish it at its time. */
  held: z.enum(HOLD_REASONS).nullable(),
  /** The live page was published before anybody else looked at it: by whom. */
  unreviewedBy: z.string().nullable(),
  /** The approval in force was given on words of the approver's own. */
  exemption: exemptionNoteSchema.nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** The unit's regulation, as it is known on this computer. */
export const rulesViewSchema = z.object({
  /** The version set last: what a new one is written over. */
  base: z.string(),
  /** The version in force today. */
  inForce: z.string(),
  /** The text in force today. */
  text: regulationTextSchema,
  /** The versions that will come into force, by their first day. */
  coming: z.array(z.object({ version: z.string(), text: regulationTextSchema })),
  exemptions: z.array(exemptionSchema.extend({ personName: z.string().nullable() })),
  /** Every version, newest first. `setByName` `null`: the portal's operator. */
  history: z.array(
    z.object({
      version: z.string(),
      validFrom: z.iso.date(),
      basis: z.string(),
      setAt: z.iso.datetime(),
      setByName: z.string().nullable(),
    }),
  ),
  mayEdit: z.boolean(),
});
export type RulesView = z.infer<typeof rulesViewSchema>;

export const boardMemberSchema = memberSchema.extend({ deputies: z.array(deputySchema) });
export type BoardMember = z.infer<typeof boardMemberSchema>;

export const BOARD_CONTRACT = {
  'rules.read': { input: z.null(), output: rulesViewSchema },
  /** Online, by the head or the administrator; so are the next three. */
  'rules.set': { input: setRulesRequestSchema, output: z.null() },
  'board.members': { input: z.null(), output: z.array(boardMemberSchema) },
  'board.setMember': { input: setMemberRequestSchema, output: z.null() },
  /** The reply's password is told this once. */
  'board.addMember': { input: addMemberRequestSchema, output: addedMemberSchema },
  /** The reply's password is told this once, and is good for one sign-in. */
  'board.resetPassword': { input: resetPasswordRequestSchema, output: resetPasswordReplySchema },
  /** All posts of one who leaves go to another author. Online. */
  'board.handOver': { input: handOverRequestSchema, output: z.object({ posts: z.int() }) },
  'board.devices': { input: z.null(), output: z.array(adminDeviceSchema) },
  /** By the head alone. */
  'board.erase': { input: eraseRequestSchema, output: z.object({ erased: z.int() }) },
  /** Posts of units that were merged into this one. Online; so is the next. */
  'board.mergedPosts': { input: z.null(), output: z.array(mergedPostSchema) },
  'board.withdrawMerged': { input: withdrawMergedRequestSchema, output: z.null() },
  /** What this computer is called. */
  'board.ownDevice': { input: z.null(), output: z.object({ id: z.uuid(), name: z.string() }) },
  /** A computer of one's own. Online, by anybody. */
  'board.nameDevice': { input: nameDeviceRequestSchema, output: z.null() },
  'board.revoke': { input: revokeRequestSchema, output: z.object({ devices: z.int(), flagged: z.int() }) },
} as const;
