export {
  answeredFor,
  applyEvent,
  foldStatus,
  isBinnable,
  NEW_POST,
  type PostStatus,
  type WorkflowEvent,
} from './fold.ts';
export {
  type Actor,
  type Circumstances,
  checksLeft,
  type DenialCode,
  hasPassed,
  type Judgement,
  judge,
  judgeUnderBoth,
} from './judge.ts';
export {
  type Action,
  type ApprovalStatement,
  approvalStatementSchema,
  type ChangeNote,
  changeNoteSchema,
  isDraftAct,
  isNewerAction,
  isRemarkAct,
  MUTATION_ARGS,
  type MutationArgs,
  type MutationName,
  type Permit,
  parseAction,
  permitSchema,
  REMARK_ACTS,
  REMARK_LIMITS,
  type RemarkAct,
  transitionOfMutation,
  workActOfMutation,
} from './mutations.ts';
export { readinessProblems } from './readiness.ts';
export {
  CHECK_LEVELS,
  CHECKED_TRANSITIONS,
  type Check,
  DEFAULT_REGULATION,
  DEFAULT_RULES,
  type Exemption,
  exemptionSchema,
  FIRST_STAGE,
  MOST_DAYS,
  type RegulationText,
  type RegulationVersion,
  regulationTextSchema,
  regulationVersionSchema,
  rulesInForce,
  rulesNamed,
  type Stage,
} from './regulation.ts';
export { foldThreads, type Remark, type Thread, waitsFor } from './remarks.ts';
export { type Deputy, deputySchema, ROLES, type Role, rolesOn } from './roles.ts';
export { daysFor, exemptionFor, stagesFor, stagesLeft, stateUnder } from './stages.ts';
export {
  HOLD_REASONS,
  type HoldReason,
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
export {
  CLAIM_MS,
  claimEnd,
  judgeWork,
  stepAwaited,
  WORK_ACTS,
  type WorkAbout,
  type WorkAct,
} from './work.ts';
