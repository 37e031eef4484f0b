import type { z } from 'zod';
import { AppError, type ErrorCode } from '../../../shared/contract/index.ts';
import { type ProblemCode, problemSchema } from '../../../shared/sync/index.ts';

/** How long a portal may take to answer one request, in milliseconds. */
export const PATIENCE_MS = 30_000;

export interface PortalRequest<Schema extends z.ZodType> {
  readonly address: string;
  readonly path: string;
  readonly token?: string | null;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: unknown;
  readonly reply: Schema;
}

/**
 * Asks the portal for JSON and checks the answer's shape.
 * @throws AppError with a code for everything a line, a proxy or a portal can do wrong.
 */
export async function askPortal<Schema extends z.ZodType>(request: PortalRequest<Schema>): Promise<z.infer<Schema>> {
  const response = await fetchFromPortal(request.address, request.path, {
    token: request.token ?? null,
    ...(request.body === undefined ? {} : { json: request.body }),
  });
  const text = await response.text().catch((error: unknown) => {
    throw networkError(error, request.address);
  });
  const parsed = request.reply.safeParse(parseJson(text));
  if (!parsed.success) throw new AppError('not_a_portal', { host: new URL(request.address).host });
  return parsed.data;
}

/** The bytes of a picture. @throws AppError as `askPortal`. */
export async function fetchBytes(address: string, path: string, token: string): Promise<Uint8Array> {
  const response = await fetchFromPortal(address, path, { token });
  const bytes = await response.arrayBuffer().catch((error: unknown) => {
    throw networkError(error, address);
  });
  return new Uint8Array(bytes);
}

async function fetchFromPortal(
  address: string,
  path: string,
  options: { token: string | null; json?: unknown },
): Promise<Response> {
  const headers: Record<string, string> = {};
  if (options.token !== null) headers.authorization = `Bearer ${options.token}`;
  if (options.json !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(new URL(path, address), {
      method: options.json === undefined ? 'GET' : 'POST',
      headers,
      // A captive portal's redirect must not pass for the portal's answer.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(options.json === undefined ? {} : { body: JSON.stringify(options.json) }),
    });
  } catch (error) {
    throw networkError(error, address);
  }
  if (!response.ok) throw await problemError(response, address);
  return response;
}

const PROBLEM_ERRORS: Readonly<Partial<Record<ProblemCode, ErrorCode>>> = {
  wrong_password: 'wrong_password',
  signed_out: 'signed_out',
  device_revoked: 'device_revoked',
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
