import { dirname } from 'node:path';
import { AppError, type SyncStatus } from '../../../shared/contract/index.ts';
import type { Desk } from '../posts/index.ts';
import { isDamage, storeError } from '../store/index.ts';

/** Failures that say for sure that the portal saw nothing. */
const NEVER_ARRIVED: readonly string[] = ['portal_not_found', 'portal_refused'];
const OFFLINE_CODES: readonly string[] = [...NEVER_ARRIVED, 'portal_timeout', 'line_cut'];
/** Failures of a line that does not bear long requests. */
const CUT_CODES: readonly string[] = ['line_cut', 'portal_timeout'];
const SIGNED_OUT_CODES: readonly string[] = ['signed_out', 'device_revoked'];

/** What a failed sync is for the person: how the program stands now, and why. */
export interface Failure {
  readonly state: SyncStatus['state'];
  readonly problem: string;
  readonly params: SyncStatus['params'];
  /** Whether smaller requests may get through where this one did not. */
  readonly isCut: boolean;
}

/** Tells a failure by its error. One without a code is a bug, and none of the person's business beyond that. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof AppError)) return { state: 'failed', problem: 'internal', params: {}, isCut: false };
  const { code } = error;
  const state = OFFLINE_CODES.includes(code) ? 'offline' : SIGNED_OUT_CODES.includes(code) ? 'signed_out' : 'failed';
  return { state, problem: code, params: { ...error.params }, isCut: CUT_CODES.includes(code) };
}

/** Whether the portal cannot have seen a request that ended so. */
export function neverArrived(error: unknown): boolean {
  return error instanceof AppError && NEVER_ARRIVED.includes(error.code);
}

/** Whether there is no line at all, as against a portal or something in its place that answers. */
export function isOffline(error: unknown): boolean {
  return error instanceof AppError && OFFLINE_CODES.includes(error.code);
}

/** What the disk says, in words; damage stays what it is, for whoever has the database rebuilt. */
export function inWords({ db }: Desk, error: unknown): unknown {
  return isDamage(error) ? error : storeError(error, dirname(db.name));
}

/** Whether it failed with that code. */
export function isCode(error: unknown, code: AppError['code']): error is AppError {
  return error instanceof AppError && error.code === code;
}
