import { type IncomingHttpHeaders, request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';

/** Counts what went over connections: HTTP heads included, TLS not. */
export type CountBytes = (up: number, down: number) => void;

export interface Asked {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH';
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent, whole. */
  readonly body?: Uint8Array;
  /** Milliseconds without a byte coming back after which the line counts as dead. */
  readonly patienceMs: number;
  /** Ends the request at once; the promise rejects. */
  readonly signal?: AbortSignal;
  readonly count?: CountBytes;
  /** Takes a good answer's bytes as they come; they are not kept then. */
  readonly onPart?: (part: Uint8Array) => void;
  /** Told of the bytes of the body that were handed to the line so far. */
  readonly onSent?: (bytes: number) => void;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** The line said nothing for too long. */
export class SilenceError extends Error {
  readonly code = 'ETIMEDOUT';
}

/** Bytes of a body handed to the line at a time: small enough that progress means something. */
const PIECE = 16_384;

/**
 * One request and its whole answer, on a connection that Node keeps open for the next one. Redirects are not followed.
 * A connection that the other side had closed in the meantime is replaced once.
 *
 * @throws the errors of Node's sockets and TLS as they are, `SilenceError`, an `AbortError`.
 */
export async function exchange(url: URL, asked: Asked): Promise<Answer> {
  try {
    return await once(url, asked);
  } catch (error) {
    // Nothing of it was read there: the connection had been closed before.
    if (error instanceof StaleConnection) return await once(url, asked);
    throw error;
  }
}

class StaleConnection extends Error {}

function once(url: URL, asked: Asked): Promise<Answer> {
  const { method, headers, body, patienceMs, signal, count, onSent, onPart } = asked;
  const open = url.protocol === 'https:' ? secureRequest : plainRequest;
  const options: RequestOptions = {
    method,
    headers: body === undefined ? headers : { ...headers, 'content-length': body.length },
    ...(signal === undefined ? {} : { signal }),
  };
  return new Promise((resolve, reject) => {
    const request = open(url, options);
    let counted = { up: 0, down: 0 };
    let socket: Socket | null = null;
    let isAnswered = false;
    const settle = (): void => {
      clearTimeout(patience);
      if (socket === null) return;
      const [up, down] = [socket.bytesWritten, socket.bytesRead];
      count?.(up - counted.up, down - counted.down);
      counted = { up, down };
    };
    const patience = setTimeout(() => request.destroy(new SilenceError('the line is silent')), patienceMs);
    request.on('socket', (opened) => {
      socket = opened;
      // A kept connection has carried others before.
      counted = request.reusedSocket ? { up: opened.bytesWritten, down: opened.bytesRead } : counted;
    });
    request.on('response', (response) => {
      isAnswered = true;
      patience.refresh();
      const parts: Buffer[] = [];
      const isGood = response.statusCode !== undefined && response.statusCode >= 200 && response.statusCode < 300;
      response.on('data', (part: Buffer) => {
        patience.refresh();
        if (!isGood || onPart === undefined) return void parts.push(part);
        try {
          onPart(part);
        } catch (error) {
          request.destroy(error instanceof Error ? error : new Error(String(error)));
        }
      });
      response.on('end', () => {
        settle();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) });
      });
      response.on('error', fail);
      response.on('aborted', () => fail(Object.assign(new Error('cut in the answer'), { code: 'ECONNRESET' })));
    });
    const fail = (error: Error): void => {
      settle();
      const isStale = request.reusedSocket && !isAnswered && method !== 'PATCH' && isReset(error);
      reject(isStale ? new StaleConnection('closed meanwhile', { cause: error }) : error);
    };
    request.on('error', fail);
    if (body === undefined || onSent === undefined) request.end(body);
    else void send(request, body, onSent);
  });
}

/** Hands a body over no faster than the connection takes it. */
async function send(request: ReturnType<typeof plainRequest>, body: Uint8Array, onSent: (bytes: number) => void) {
  for (let at = 0; at < body.length && !request.destroyed; at += PIECE) {
    const piece = body.subarray(at, at + PIECE);
    if (!request.write(piece)) await new Promise<void>((go) => drained(request, go));
    onSent(Math.min(body.length, at + PIECE));
  }
  if (!request.destroyed) request.end();
}

function drained(request: ReturnType<typeof plainRequest>, go: () => void): void {
  const done = (): void => {
    request.off('drain', done).off('close', done);
    go();
  };
  request.on('drain', done).on('close', done);
}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}
