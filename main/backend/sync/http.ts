import type { z } from 'zod';
import { AppError, type ErrorCode } from '../../../shared/contract/index.ts';
import { PACKED_TYPE, type ProblemCode, problemSchema } from '../../../shared/sync/index.ts';
import { pack, unpack } from './packed.ts';

/** How long the line may be silent, in milliseconds, before it counts as dead. */
export const PATIENCE_MS = 30_000;
/** The slowest line that is still a line, in bytes a millisecond (32 kbit/s): what we send gets that much time more. */
const SLOWEST_LINE = 4;

export interface PortalRequest<Schema extends z.ZodType> {
  readonly address: string;
  readonly path: string;
  readonly token?: string | null;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: unknown;
  /** Sends the body in packed form; the reply comes so too. */
  readonly isPacked?: boolean;
  readonly reply: Schema;
}

/**
 * Asks the portal for JSON and checks the answer's shape.
 * @throws AppError with a code for everything a line, a proxy or a portal can do wrong.
 */
export async function askPortal<Schema extends z.ZodType>(request: PortalRequest<Schema>): Promise<z.infer<Schema>> {
  const response = await fetchFromPortal(request.address, request.path, {
    token: request.token ?? null,
    ...(request.body === undefined ? {} : { body: bodyOf(request.body, request.isPacked === true) }),
  });
  const parsed = request.reply.safeParse(parseJson(textOf(response)));
  if (!parsed.success) throw new AppError('not_a_portal', { host: new URL(request.address).host });
  return parsed.data;
}

/** The bytes of a picture. @throws AppError as `askPortal`. */
export async function fetchBytes(address: string, path: string, token: string): Promise<Uint8Array> {
  return (await fetchFromPortal(address, path, { token })).bytes;
}

/** Hands the bytes of a large file on as they come, none of them kept. @throws AppError as `askPortal`. */
export async function fetchParts(
  address: string,
  path: string,
  token: string,
  onPart: (part: Uint8Array) => void,
): Promise<void> {
  await fetchFromPortal(address, path, { token, onPart });
}

interface Body {
  readonly type: string;
  readonly bytes: Uint8Array;
}

function bodyOf(message: unknown, isPacked: boolean): Body {
  if (isPacked) return { type: PACKED_TYPE, bytes: pack(message) };
  return { type: 'application/json', bytes: Buffer.from(JSON.stringify(message), 'utf8') };
}

/** A packed reply that does not unpack is no JSON either, and so no portal's. */
function textOf({ type, bytes }: Body): string {
  if (type !== PACKED_TYPE) return new TextDecoder().decode(bytes);
  try {
    return unpack(bytes);
  } catch {
    return '';
  }
}

/** The body of a good answer, however slowly it comes, as long as it keeps coming. */
async function fetchFromPortal(
  address: string,
  path: string,
  options: { token: string | null; body?: Body; onPart?: (part: Uint8Array) => void },
): Promise<Body> {
  const headers: Record<string, string> = {};
  if (options.token !== null) headers.authorization = `Bearer ${options.token}`;
  const body = options.body ?? null;
  if (body !== null) headers['content-type'] = body.type;
  const silence = new AbortController();
  const patience = setTimeout(
    () => silence.abort(new DOMException('the line is silent', 'TimeoutError')),
    PATIENCE_MS + (body?.bytes.length ?? 0) / SLOWEST_LINE,
  );
  try {
    const response = await fetch(new URL(path, address), {
      method: body === null ? 'GET' : 'POST',
      headers,
      // A captive portal's redirect must not pass for the portal's answer.
      redirect: 'error',
      signal: silence.signal,
      ...(body === null ? {} : { body: body.bytes as Uint8Array<ArrayBuffer> }),
    });
    if (!response.ok) throw await problemError(response, address);
    const parts: Uint8Array[] = [];
    for await (const part of response.body ?? []) {
      if (options.onPart) options.onPart(part);
      else parts.push(part);
      patience.refresh();
    }
    return { type: response.headers.get('content-type') ?? '', bytes: Buffer.concat(parts) };
  } catch (error) {
    throw networkError(error, address);
  } finally {
    clearTimeout(patience);
  }
}

const PROBLEM_ERRORS: Readonly<Partial<Record<ProblemCode, ErrorCode>>> = {
  wrong_password: 'wrong_password',
  signed_out: 'signed_out',
  device_revoked: 'device_revoked',
  forbidden: 'not_a_member',
  not_administrator: 'not_administrator',
  rules_moved: 'rules_moved',
  rules_past: 'rules_past',
  head_only: 'head_only',
  last_head: 'last_head',
  device_taken: 'other_person',
  too_many_requests: 'too_many_requests',
  protocol_mismatch: 'protocol_mismatch',
  not_found: 'post_not_found',
};

async function problemError(response: Response, address: string): Promise<AppError> {
  const { host } = new URL(address);
  const problem = problemSchema.safeParse(parseJson(await response.text().catch(() => '')));
  if (!problem.success) return new AppError(response.status >= 500 ? 'portal_failed' : 'not_a_portal', { host });
  return new AppError(PROBLEM_ERRORS[problem.data.code as ProblemCode] ?? 'portal_failed', { host });
}

/** An error of the line as one with words: what failed, by the code Node gives its cause. */
export function networkError(error: unknown, address: string): AppError {
  if (error instanceof AppError) return error;
  const { host } = new URL(address);
  return new AppError(networkCode(causeCodes(error)), { host }, { cause: error });
}

function networkCode(codes: readonly string[]): ErrorCode {
  const has = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code));
  if (has(/^CERT_HAS_EXPIRED$/)) return 'certificate_expired';
  if (has(/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_TLS|^ERR_SSL|^EPROTO$/)) return 'certificate_untrusted';
  if (has(/^(ENOTFOUND|EAI_\w+)$/)) return 'portal_not_found';
  if (has(/redirect/)) return 'not_a_portal';
  // A port that no site is on, and that fetch refuses to ask.
  if (has(/^bad port$/)) return 'portal_not_found';
  // Only these say for sure that the request never arrived; the loop relies on it.
  if (has(/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT)$/)) return 'portal_refused';
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
