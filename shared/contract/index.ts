export type { BinState } from './bin.ts';
export type { BoardMember, Decision, ExemptionNote, RulesView } from './board.ts';
export type { BundleLook } from './bundle.ts';
export type { Calendar, CalendarEntry } from './calendar.ts';
export { answer, type Client, clientOf, createClient, type Handlers, type Message } from './channel.ts';
export { fileFindingSchema, letThroughSchema } from './checks.ts';
export type { PostConflict } from './conflict.ts';
export * from './contract.ts';
export { AppError, ERROR_CODES, type ErrorCode, type ErrorParams, isErrorCode } from './errors.ts';
export { type HistoryEntry, MOST_VERSIONS } from './history.ts';
export { FILE_PIECE } from './media.ts';
export { MOVE_RULES } from './move.ts';
export {
  type RemarkPlace,
  type RemarksView,
  type RemarkThread,
  type RemarkWords,
  remarkWordsSchema,
} from './remarks.ts';
export type { Proof } from './review.ts';
export type { SiteShown } from './site.ts';
export {
  LANES,
  type Lane,
  type LinePlan,
  linePlanSchema,
  MOST_HERE,
  type SyncOverview,
  type SyncStatus,
  syncOverviewSchema,
  syncStatusSchema,
} from './sync.ts';
export { MOST_TASKS, type Task, type Tasks } from './tasks.ts';
export { TEXT_SIZES, type TextSize, textSizeSchema, USUAL_TEXT_SIZE } from './text-size.ts';
export type { SourceWords } from './translation.ts';
export type { WorkState } from './work.ts';
