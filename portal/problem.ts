import type { Problem, ProblemCode } from '../shared/sync/index.ts';

const STATUS: Readonly<Record<ProblemCode, number>> = {
  bad_request: 400,
  wrong_password: 401,
  password_needed: 403,
  password_to_choose: 403,
  password_short: 422,
  password_common: 422,
  password_same: 422,
  signed_out: 401,
  device_revoked: 403,
  device_taken: 409,
  forbidden: 403,
  not_administrator: 403,
  rules_moved: 409,
  rules_past: 422,
  head_only: 403,
  head_erases: 403,
  head_withdraws: 403,
  no_replacement: 409,
  last_head: 409,
  member_moved: 409,
  account_taken: 409,
  not_an_author: 409,
  site_moved: 409,
  colour_unreadable: 422,
  crest_unreadable: 422,
  not_found: 404,
  too_large: 413,
  too_many_requests: 429,
  quota_reached: 429,
  hash_mismatch: 422,
  erased: 410,
  protocol_mismatch: 400,
  disk_full: 507,
  unavailable: 503,
  internal: 500,
};

/** The media type of an error reply (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** An error reply of the API. The program shows its own sentence for the code; nothing of the cause is told. */
export function problemOf(code: ProblemCode): Problem {
  return { type: `urn:banthao:problem:${code}`, title: code, status: STATUS[code], code };
}

/** Thrown where a request ends in a problem. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ProblemError';
    this.problem = problemOf(code);
  }
}

/** The problem that an error of the disk or the database stands for, or `null` for a bug. */
export function problemOfDisk(error: unknown): Problem | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // 53100 is PostgreSQL's `disk_full`.
  return /^(ENOSPC|EDQUOT|SQLITE_FULL|53100)/.test(code) ? problemOf('disk_full') : null;
}
