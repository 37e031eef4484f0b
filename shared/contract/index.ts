export type { Decision, ExemptionNote } from './board.ts';
export { answer, type Client, createClient, type Handlers, type Message } from './channel.ts';
export { letThroughSchema } from './checks.ts';
export * from './contract.ts';
export { AppError, ERROR_CODES, type ErrorCode, type ErrorParams, isErrorCode } from './errors.ts';
export type { HistoryEntry } from './history.ts';
export { FILE_PIECE } from './media.ts';
export { MOVE_RULES } from './move.ts';
export { MOST_TASKS, type Task, type Tasks } from './tasks.ts';
