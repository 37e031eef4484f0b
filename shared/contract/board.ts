import { z } from 'zod';
import { CHECK_LEVELS, HOLD_REASONS } from '../workflow/index.ts';

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
