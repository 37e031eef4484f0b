export { applyEvent, foldStatus, NEW_POST, type PostStatus, type WorkflowEvent } from './fold.ts';
export { type Actor, type DenialCode, type Judgement, judge } from './judge.ts';
export {
  type Action,
  type ApprovalStatement,
  approvalStatementSchema,
  MUTATION_ARGS,
  type MutationArgs,
  type MutationName,
  mutationOfTransition,
  parseAction,
  transitionOfMutation,
} from './mutations.ts';
export { readinessProblems } from './readiness.ts';
export {
  DEFAULT_RULES,
  ROLES,
  type Role,
  type Rules,
  STATES,
  type State,
  TRANSITION_NAMES,
  type Transition,
  type TransitionName,
  transitionOf,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from './transitions.ts';
