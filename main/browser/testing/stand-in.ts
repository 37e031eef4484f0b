import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type Shell, type ShellOptions, startShell } from '../shell.ts';

/**
 * A backend that keeps the host protocol and nothing else: it answers with the name it was asked, says its process id,
 * and on request dies, keeps silent, tells all windows something, or refuses to begin.
 */
const PROGRAM = `
import { existsSync } from 'node:fs';
import { join } from 'node:path';
const settings = JSON.parse(process.argv[2]);
if (existsSync(join(settings.home, 'refuse'))) {
  process.send({ kind: 'failed', code: 'folder_in_use', params: { folder: settings.home } }, () => process.exit(1));
} else {
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message) => {
    if (message.kind === 'close') process.exit(0);
    if (message.kind === 'media')
      return process.send({ kind: 'media', id: message.id, path: message.name.startsWith('a') ? join(settings.home, 'a.webp') : null });
    const { id, name } = message.message;
    if (name === 'die') process.exit(1);
    if (name === 'silence') return;
    if (name === 'demo.start') {
      process.send({ kind: 'notice', message: { event: 'demo.progress', data: { done: 3, total: 30 } } });
      if (existsSync(join(settings.home, 'no-demo')))
        return process.send({ kind: 'reply', connection: 0, message: { id, ok: false, code: 'demo_failed', params: {} } });
    }
    if (name === 'tell') process.send({ kind: 'notice', message: { event: 'profile.changed', data: {} } });
    process.send({ kind: 'reply', connection: message.connection, message: { id, ok: true, output: { name, pid: process.pid } } });
  });
  process.send({ kind: 'ready' });
}
`;

/** A shell over the stand-in backend, in a folder of its own. */
export interface StandIn {
  readonly shell: Shell;
  readonly folder: string;
  readonly options: ShellOptions;
  /** Resolves when the shell ends: with its exit code and sentence. */
  readonly ended: Promise<{ code: number; sentence: string | null }>;
  /** Exchanges the token; the cookie to send from then on. */
  enter(): Promise<string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Files for a shell: a data folder, a page, a picture, and the stand-in backend. */
export function standInFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'browser-shell-'));
  for (const name of ['home', 'pages/assets']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'backend.mjs'), PROGRAM);
  writeFileSync(join(folder, 'home', 'a.webp'), 'picture');
  writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html><title>window</title>');
  writeFileSync(join(folder, 'pages', 'assets', 'index-1a.js'), 'export {};');
  writeFileSync(join(folder, 'secret.json'), '"outside"');
  return folder;
}

/** Starts a shell over the stand-in backend. */
export async function startStandIn(folder = standInFolder(), changes: Partial<ShellOptions> = {}): Promise<StandIn> {
  let onEnd: ShellOptions['onEnd'] = () => {};
  const ended = new Promise<{ code: number; sentence: string | null }>((resolve) => {
    onEnd = (code, problem) => resolve({ code, sentence: problem?.sentence ?? null });
  });
  const options: ShellOptions = {
    settings: { home: join(folder, 'home'), version: '0.0.0', demoCommand: null },
    program: join(folder, 'backend.mjs'),
    pages: join(folder, 'pages'),
    port: 0,
    onEnd,
    ...changes,
  };
  const shell = await startShell(options);
  const { origin } = new URL(shell.entrance);
  return {
    shell,
    folder,
    options,
    ended,
    enter: async () => {
      const answer = await get(shell.entrance);
      return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
    },
    get: (path, headers) => get(`${origin}${path}`, headers),
  };
}

/** One GET that follows nothing and sends just these headers, `Host` too. */
export function get(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    // `path` as written: URL would tidy `..` away.
    const path = address.slice(address.indexOf('/', 'http://'.length));
    request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

/** A window's line to the shell, with all that came over it. */
export interface Line {
  readonly received: unknown[];
  readonly closed: Promise<number>;
  send(message: unknown): void;
  next(isWanted: (message: unknown) => boolean): Promise<unknown>;
}

/** Opens `/channel`; rejects with the HTTP status when refused. */
export function openLine(entrance: string, headers: Record<string, string>): Promise<Line> {
  const socket = new WebSocket(`${new URL(entrance).origin.replace('http', 'ws')}/channel`, { headers });
  const received: unknown[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data) => {
    received.push(JSON.parse(String(data)));
    for (const check of waiting) check();
  });
  const next = (isWanted: (message: unknown) => boolean): Promise<unknown> =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = received.find(isWanted);
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  return new Promise((resolve, reject) => {
    socket.on('error', () => {});
    socket.on('unexpected-response', (_, response) => reject(new Error(`${response.statusCode}`)));
    socket.on('open', () =>
      resolve({ received, closed, next, send: (message) => socket.send(JSON.stringify(message)) }),
    );
  });
}

export function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
