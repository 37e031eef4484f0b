import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a line can do to one request or its reply. */
export const LINE_FAULTS = [
  'request_lost',
  'reply_lost',
  'request_duplicated',
  'request_delayed',
  'request_truncated',
  'reply_truncated',
  'request_corrupted',
  'reply_corrupted',
  'server_error',
  'captive_portal',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

/** What happens around the n-th request (from 0) of a sync. */
export interface Trouble {
  readonly request: number;
  readonly fault: LineFault | null;
  /** Where in the bytes it bites, 0 to 1. */
  readonly at: number;
  /** Runs while the request is on its way, before the portal or after it. */
  readonly before?: () => Promise<void>;
  readonly after?: () => Promise<void>;
  /** Who asked dies while it is on its way: nothing comes from there any more. */
  readonly isLast?: boolean;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}
interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;
}

/** The line between one computer and the portal: everything goes through it, and it can do harm. */
export interface Line {
  readonly address: string;
  /** Lets these troubles befall the requests made while the work runs. */
  during<Result>(troubles: readonly Trouble[], work: () => Promise<Result>): Promise<Result>;
  /** Requests that were lost to their sender and have not arrived yet. */
  held(): number;
  /** Lets one held request arrive, long after its sender gave it up. Returns whether there was one. */
  deliver(index: number): Promise<boolean>;
  close(): void;
}

/** Lays a line to a portal that may come back at another address. */
export async function layLine(portal: () => string, onFault: (fault: LineFault) => void): Promise<Line> {
  const held: Sent[] = [];
  let troubles: readonly Trouble[] = [];
  let count = 0;
  let isSilent = false;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sent = await readRequest(request);
    const isCounted = /^\/api\/v1\/(sync|uploads|media|device)/.test(sent.path);
    const own = isCounted ? troubles.filter(({ request: number }) => number === count) : [];
    if (isCounted) count += 1;
    const drop = (): void => void request.socket.destroy();
    if (isSilent) return drop();
    isSilent = own.some(({ isLast }) => isLast === true);
    for (const { before } of own) await before?.();
    // A flipped bit is found by what is hashed or checksummed; elsewhere the line's own TLS finds it.
    const isChecked = /^\/api\/v1\/(sync|media)/.test(sent.path) || sent.method === 'PATCH';
    const trouble = own.find(({ fault }) => fault !== null && (isChecked || !fault.endsWith('_corrupted')));
    const fault = trouble?.fault ?? null;
    if (fault !== null) onFault(fault);
    if (fault === 'request_delayed') held.push(sent);
    if (fault === 'request_lost' || fault === 'request_delayed') return drop();
    if (fault === 'captive_portal') return give(response, HTML);
    if (fault === 'server_error') return give(response, { ...HTML, status: 502 });
    const cut = Math.floor(sent.body.length * (trouble?.at ?? 0));
    if (fault === 'request_truncated') {
      await pass(portal(), { ...sent, body: sent.body.subarray(0, cut) }).catch(() => undefined);
      return drop();
    }
    const body = fault === 'request_corrupted' ? flipped(sent.body, trouble?.at ?? 0) : sent.body;
    let answer: Answer;
    try {
      answer = await pass(portal(), { ...sent, body });
      if (fault === 'request_duplicated') answer = await pass(portal(), sent);
    } catch {
      return drop();
    }
    for (const { after } of own) await after?.();
    if (fault === 'reply_lost') return drop();
    if (fault === 'reply_truncated') {
      response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
      response.write(answer.body.subarray(0, Math.floor(answer.body.length * (trouble?.at ?? 0))), drop);
      return;
    }
    give(response, fault === 'reply_corrupted' ? { ...answer, body: flipped(answer.body, trouble?.at ?? 0) } : answer);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    during: async (planned, work) => {
      const outer = { troubles, count, isSilent };
      [troubles, count, isSilent] = [planned, 0, false];
      try {
        return await work();
      } finally {
        ({ troubles, count, isSilent } = outer);
      }
    },
    held: () => held.length,
    deliver: async (index) => {
      const [sent] = held.splice(index % Math.max(1, held.length), 1);
      if (sent === undefined) return false;
      await pass(portal(), sent).catch(() => undefined);
      return true;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What a guest network says to everybody who has not paid yet. */
const HTML: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<!doctype html><title>Wi-Fi</title><p>Mời đăng nhập mạng khách'),
};

async function readRequest(request: IncomingMessage): Promise<Sent> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const { method = 'GET', url: path = '/' } = request;
  return { method, path, headers: plain(request.headers) as Record<string, string>, body: Buffer.concat(parts) };
}

function pass(portal: string, { method, path, headers, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = method === 'GET' || method === 'HEAD' ? {} : { 'content-length': String(body.length) };
    const asked = ask(new URL(path, portal), { method, headers: { ...headers, ...length } }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 502, headers: plain(reply.headers), body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Headers without those that belong to one connection. */
function plain(headers: IncomingMessage['headers']): Record<string, string | string[]> {
  const own = ['host', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'expect'];
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || own.includes(name) ? [] : [[name, value]],
    ),
  );
}

function give(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': String(body.length) }).end(body);
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  const place = Math.floor(copy.length * at);
  if (place < copy.length) copy[place] = (copy[place] ?? 0) ^ (1 << (Math.floor(at * 8_000) % 8));
  return copy;
}
