import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { translate } from '../../shared/i18n/index.ts';
import { MEDIA_CACHING, mediaNameAt, pageAt, ShellProblem, securityHeaders } from '../shell/index.ts';
import type { Gate } from './gate.ts';

/** Something else that draws the window, in development: answers a request on its own. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => void;

export interface ServerOptions {
  readonly gate: Gate;
  /** The folder of the window's build, or what stands in for it. */
  readonly pages: string | Pages;
  /** The path of a picture by its name in `/media/`; `null` when it is not here. */
  readonly mediaPath: (name: string) => Promise<string | null>;
}

/** The window's HTTP server, not yet listening. */
export function createWindowServer(options: ServerOptions): Server {
  return createServer((request, response) => {
    answer(options, request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500);
      else response.destroy();
    });
  });
}

/** Listens on loopback only. Resolves to the port; throws a {@link ShellProblem} when the one asked for is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(isTaken ? new ShellProblem('shell.port_in_use', { port }) : error);
    });
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function answer(options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { gate, pages } = options;
  // Vite's development client needs inline scripts; the real window gets the strict policy.
  if (typeof pages === 'string')
    for (const [name, value] of Object.entries(securityHeaders([gate.origin.replace('http:', 'ws:')])))
      response.setHeader(name, value);
  const refused = gate.refusesSource(request);
  if (refused !== null) return refuse(response, refused);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const url = new URL(request.url ?? '/', gate.origin);
  if (url.pathname === '/open') return open(gate, url, request, response);
  if (!gate.isMember(request)) return refuse(response, 401);

  const name = mediaNameAt(url.pathname);
  if (name !== null) {
    const path = await options.mediaPath(name);
    return path === null ? refuse(response, 404) : sendFile(request, response, path, 'image/webp', MEDIA_CACHING);
  }
  if (typeof pages !== 'string') return pages(request, response);
  const page = pageAt(pages, url.pathname);
  return page === null ? refuse(response, 404) : sendFile(request, response, page.file, page.type, page.caching);
}

/** Exchanges the one-time token for the cookie; the token then leaves the address bar and the history. */
function open(gate: Gate, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const cookie = gate.exchange(url.searchParams.get('token') ?? '');
  if (cookie !== null) response.setHeader('Set-Cookie', cookie);
  if (cookie !== null || gate.isMember(request))
    response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' }).end();
  else refuse(response, 401);
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  type: string,
  caching: string,
): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return refuse(response, 404);
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': found.size, 'Cache-Control': caching });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response).catch(() => response.destroy());
}

function refuse(response: ServerResponse, status: 400 | 401 | 403 | 404 | 405 | 500): void {
  const text = status === 401 ? translate('vi', 'shell.link_used') : `${status}`;
  const body = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${translate('vi', 'app.name')}</title><p>${text}</p></html>`;
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(body);
}
