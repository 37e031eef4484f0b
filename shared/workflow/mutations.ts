import { z } from 'zod';
import { postIdSchema, revisionIdSchema } from '../content/index.ts';
import { type TransitionName, WITHDRAWAL_REASONS } from './transitions.ts';

const hash = revisionIdSchema;
const onRevision = { post: postIdSchema, revision: revisionIdSchema };

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

/** The arguments of every mutation this version knows, by name. Each names the revision it was made on. */
export const MUTATION_ARGS = {
  /** Moves the head of a post from `base` (`null`: a new post) to `revision`: compare-and-swap. */
  'post.save': z.strictObject({ ...onRevision, base: revisionIdSchema.nullable() }),
  'post.submit': z.strictObject(onRevision),
  'post.recall': z.strictObject(onRevision),
  'post.appraise': z.strictObject(onRevision),
  'post.return': z.strictObject({ ...onRevision, reason: z.string().trim().min(1).max(2_000) }),
  /** `key` is the id of the person's key on this device, `seal` its Ed25519 signature over the statement. */
  'post.approve': z.strictObject({
    ...onRevision,
    statement: approvalStatementSchema,
    key: z.string().min(1).max(64),
    seal: z.string().min(1).max(200),
  }),
  /** Made by the portal itself when an approved revision becomes public. */
  'post.publish': z.strictObject({ ...onRevision, htmlHash: hash }),
  'post.withdraw': z.strictObject({
    ...onRevision,
    reason: z.enum(WITHDRAWAL_REASONS),
    explanation: z.string().trim().max(2_000),
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

/** The transition a mutation performs; `null` for one that only moves text (`post.save`). */
export function transitionOfMutation(name: MutationName): TransitionName | null {
  return name === 'post.save' ? null : (name.slice('post.'.length) as TransitionName);
}

/** The mutation that performs a transition. */
export function mutationOfTransition(name: TransitionName): MutationName {
  return `post.${name}`;
}
