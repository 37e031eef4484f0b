import type { z } from 'zod';
import { AppError, type ErrorCode } from '../../../shared/contract/index.ts';
import { PACKED_TYPE, type ProblemCode, problemSchema } from '../../../shared/sync/index.ts';
import { type Answer, type Asked, type CountBytes, exchange } from './exchange.ts';
import { pack, unpack } from './packed.ts';

/** How long the line may be silent, in milliseconds, before it counts as dead. */
export const PATIENCE_MS = 30_000;
/** The slowest line that is still a line, in bytes a millisecond (32 kbit/s): what we send gets that much time more. */
const SLOWEST_LINE = 4;

/** What rides along with every request of one data folder. */
export interface Surroundings {
  /** Told of the bytes each request took. */
  readonly count?: CountBytes;
  /** Ends what is under way when the data folder is closed. */
  readonly signal?: AbortSignal;
}

export interface PortalRequest<Schema extends z.ZodType> extends Surroundings {
  readonly address: string;
  readonly path: string;
  readonly token?: string | null;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: unknown;
  /** Sends the body in packed form; the reply comes so too. */
  readonly isPacked?: boolean;
  readonly reply: Schema;
}

/** Asks as the signed-in person, wherever the portal is now. */
export type AskAsMember = <Schema extends z.ZodType>(
  request: Pick<PortalRequest<Schema>, 'path' | 'body' | 'reply'>,
) => Promise<z.infer<Schema>>;

/**
 * Asks the portal for JSON and checks the answer's shape.
 * @throws AppError with a code for everything a line, a proxy or a portal can do wrong.
 */
export async function askPortal<Schema extends z.ZodType>(request: PortalRequest<Schema>): Promise<z.infer<Schema>> {
  const { address, path, token = null, body, isPacked = false, count, signal } = request;
  const sent = body === undefined ? null : bodyOf(body, isPacked);
  const answer = await askForBytes(address, path, {
    method: sent === null ? 'GET' : 'POST',
    headers: { ...authorization(token), ...(sent === null ? {} : { 'content-type': sent.type }) },
    ...(sent === null ? {} : { body: sent.bytes }),
    ...(count && { count }),
    ...(signal && { signal }),
  });
  const parsed = request.reply.safeParse(parseJson(textOf(answer)));
  if (!parsed.success) throw new AppError('not_a_portal', { host: new URL(address).host });
  return parsed.data;
}

/** The bytes of a picture. @throws AppError as `askPortal`. */
export async function fetchBytes(
  address: string,
  path: string,
  token: string,
  around: Surroundings = {},
): Promise<Uint8Array> {
  return (await askForBytes(address, path, { method: 'GET', headers: authorization(token), ...around })).bytes;
}

/** Hands the bytes of a large file on as they come, none of them kept. @throws AppError as `askPortal`; what `onPart` throws. */
export async function fetchParts(
  address: string,
  path: string,
  token: string,
  onPart: (part: Uint8Array) => void,
  around: Surroundings = {},
): Promise<void> {
  let failure: unknown = null;
  const take = (part: Uint8Array): void => {
    try {
      onPart(part);
    } catch (error) {
      // What this computer's disk says is no matter of the line.
      failure = error;
      throw error;
    }
  };
  try {
    await askForBytes(address, path, { method: 'GET', headers: authorization(token), onPart: take, ...around });
  } catch (error) {
    throw failure ?? error;
  }
}

/** What is asked of the portal, but for the patience that everything gets. */
export type AskedOfPortal = Omit<Asked, 'patienceMs'> & { readonly patienceMs?: number };

/** One exchange with the portal. @throws AppError for every answer that is not a good one. */
export async function askForBytes(address: string, path: string, asked: AskedOfPortal): Promise<Answer> {
  const patienceMs = asked.patienceMs ?? PATIENCE_MS + (asked.body?.length ?? 0) / SLOWEST_LINE;
  let answer: Answer;
  try {
    answer = await exchange(new URL(path, address), { ...asked, patienceMs });
  } catch (error) {
    throw networkError(error, address);
  }
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw problemError(answer, address);
}

export function authorization(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

function bodyOf(message: unknown, isPacked: boolean): { type: string; bytes: Uint8Array } {
  if (isPacked) return { type: PACKED_TYPE, bytes: pack(message) };
  return { type: 'application/json', bytes: Buffer.from(JSON.stringify(message), 'utf8') };
}

/** A packed reply that does not unpack is no JSON either, and so no portal's. */
function textOf({ headers, bytes }: Answer): string {
  if (headers['content-type'] !== PACKED_TYPE) return bytes.toString('utf8');
  try {
    return unpack(bytes);
  } catch {
    return '';
  }
}

const PROBLEM_ERRORS: Readonly<Partial<Record<ProblemCode, ErrorCode>>> = {
  wrong_password: 'wrong_password',
  password_needed: 'password_needed',
  password_to_choose: 'password_to_choose',
  password_short: 'password_short',
  password_common: 'password_common',
  password_same: 'password_same',
  signed_out: 'signed_out',
  device_revoked: 'device_revoked',
  forbidden: 'not_a_member',
  not_administrator: 'not_administrator',
  rules_moved: 'rules_moved',
  rules_past: 'rules_past',
  head_only: 'head_only',
  head_erases: 'head_erases',
  head_withdraws: 'head_withdraws',
  no_replacement: 'no_replacement',
  last_head: 'last_head',
  member_moved: 'member_moved',
  account_taken: 'account_taken',
  site_moved: 'site_moved',
  not_an_author: 'not_an_author',
  colour_unreadable: 'colour_unreadable',
  crest_unreadable: 'crest_unreadable',
  device_taken: 'other_person',
  too_many_requests: 'too_many_requests',
  protocol_mismatch: 'protocol_mismatch',
  not_found: 'post_not_found',
  disk_full: 'portal_full',
  quota_reached: 'quota_reached',
};

/**
 * What an answer that is not a good one means. A portal explains itself (RFC 9457); whatever does not stands between it
 * and us: a server put there while the portal is worked on (503), a proxy that will not wait or takes no more (408, 413,
 * 502, 504), a page to sign in to a network (anything else, redirects among them).
 */
function problemError({ status, headers, bytes }: Answer, address: string): AppError {
  const { host } = new URL(address);
  const minutes = minutesOf(headers['retry-after']);
  const problem = problemSchema.safeParse(parseJson(bytes.toString('utf8')));
  const cause = new RefusedAnswer(status);
  const code = problem.success ? PROBLEM_ERRORS[problem.data.code as ProblemCode] : undefined;
  if (code !== undefined) return new AppError(code, { host }, { cause });
  if (status === 503) return new AppError('portal_maintenance', { host, minutes }, { cause });
  if (status === 507) return new AppError('portal_full', { host }, { cause });
  if (!problem.success && CUTTING.includes(status)) return new AppError('line_cut', { host }, { cause });
  const isPortal = problem.success || status >= 500;
  return new AppError(isPortal ? 'portal_failed' : 'not_a_portal', { host }, { cause });
}

/** An answer that was none of the good ones. */
class RefusedAnswer extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`answered ${status}`);
    this.status = status;
  }
}

/** The HTTP status behind an error, or `null` when no answer came. */
export function statusOf(error: unknown): number | null {
  return error instanceof AppError && error.cause instanceof RefusedAnswer ? error.cause.status : null;
}

/** How proxies say that a request was too long for them, in time or in bytes. */
const CUTTING: readonly number[] = [408, 413, 502, 504];
/** What is waited where a portal in maintenance does not say how long, in minutes, and the longest that is believed. */
const USUAL_MINUTES = 5;
const LONGEST_MINUTES = 60;

/** `Retry-After` (seconds, or a date) in whole minutes, at least one. A date is not trusted against our clock. */
function minutesOf(header: string | undefined): number {
  const seconds = Number(header);
  if (header === undefined || header.trim() === '' || !Number.isFinite(seconds)) return USUAL_MINUTES;
  return Math.min(LONGEST_MINUTES, Math.max(1, Math.ceil(seconds / 60)));
}

/** An error of the line as one with words: what failed, by the code Node gives its cause. */
export function networkError(error: unknown, address: string): AppError {
  if (error instanceof AppError) return error;
  const { host } = new URL(address);
  return new AppError(networkCode(causeCodes(error)), { host }, { cause: error });
}

function networkCode(codes: readonly string[]): ErrorCode {
  const has = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code));
  if (has(/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/)) return 'certificate_expired';
  if (has(/^ERR_TLS_CERT_ALTNAME_INVALID$/)) return 'certificate_host';
  if (has(/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_TLS|^ERR_SSL|^EPROTO$/)) return 'certificate_untrusted';
  if (has(/^(ENOTFOUND|EAI_\w+)$/)) return 'portal_not_found';
  // What answers does not speak HTTP.
  if (has(/^HPE_/)) return 'not_a_portal';
  // Only these say for sure that the request never arrived; the loop relies on it.
  if (has(/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/)) return 'portal_refused';
  if (has(/^(ECONNRESET|EPIPE|ECONNABORTED)$/)) return 'line_cut';
  return 'portal_timeout';
}

function causeCodes(error: unknown): string[] {
  const codes: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    codes.push(at.name, at.message);
    if ('code' in at) codes.push(String(at.code));
    if (at instanceof AggregateError)
      for (const inner of at.errors) if (inner instanceof Error && 'code' in inner) codes.push(String(inner.code));
  }
  return codes;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
