import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPortal, type Portal } from '../index.ts';
import { type Board, startBoard } from '../testing/index.ts';

let board: Board;
beforeEach(async () => {
  board = await startBoard();
});
afterEach(() => board.close());

/** What has come over a connection, and how it ended. */
interface Line {
  readonly socket: Socket;
  readonly heard: () => string;
  /** The code of its error (`ECONNRESET`), or `''`. */
  readonly error: () => string;
}

async function open(url: string): Promise<Line> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let [text, error] = ['', ''];
  socket.setEncoding('latin1').on('data', (part: string) => {
    text += part;
  });
  socket.on('error', (fault: NodeJS.ErrnoException) => {
    error = fault.code ?? fault.message;
  });
  await once(socket, 'connect');
  return { socket, heard: () => text, error: () => error };
}

const ask = ({ socket }: Line, path: string): boolean => socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`);

/** Resolves when so many whole answers have come, or the connection has ended. */
async function answers({ socket, heard }: Line, count: number): Promise<number[]> {
  const whole = (): number[] => {
    const found: number[] = [];
    for (let rest = heard(); ; ) {
      const end = rest.indexOf('\r\n\r\n');
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(rest.slice(0, end + 2))?.[1] ?? 'NaN');
      if (end === -1 || !(rest.length >= end + 4 + length)) return found;
      found.push(Number(/^HTTP\/1\.1 (\d{3})/.exec(rest)?.[1]));
      rest = rest.slice(end + 4 + length);
    }
  };
  while (whole().length < count && !socket.closed) await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  return whole();
}

/** The process is too busy to look at its sockets. */
function beBusy(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

it('answers a request that came on a kept connection before its told end, though it is read long after it', async () => {
  await board.portal.close();
  const patience = { headers: 60_000, request: 60_000, silent: 1_000 };
  const portal: Portal = await createPortal({ ...board, now: () => board.clock.time, patience });
  const { url } = await portal.listen({ host: '127.0.0.1', port: 0 });
  const lines = await Promise.all(Array.from({ length: 8 }, () => open(url)));
  for (const line of lines) ask(line, '/');
  for (const line of lines) expect(await answers(line, 1)).toEqual([200]);
  expect(lines[0]?.heard()).toMatch(/\r\nkeep-alive: timeout=1\r\n/i);
  for (const line of lines) ask(line, '/luu-tru');
  // Its clocks are looked at before its sockets: to them each of these has been silent for too long.
  beBusy(1_700);
  for (const line of lines) {
    expect([await answers(line, 2), line.error()]).toEqual([[200, 200], '']);
    line.socket.destroy();
  }
  await portal.close();
  await board.restart();
});

it('loses no request that reached it before it stops, on kept connections and on new ones, and says that each is the last', async () => {
  const kept = await Promise.all(Array.from({ length: 12 }, () => open(board.url)));
  for (const line of kept) ask(line, '/');
  for (const line of kept) expect(await answers(line, 1)).toEqual([200]);
  const fresh = await Promise.all(Array.from({ length: 4 }, () => open(board.url)));
  const silent = await open(board.url);
  const paths = ['/', '/luu-tru', '/tim-kiem?q=truong', '/api/v1/info'];
  for (const [index, line] of [...kept, ...fresh].entries()) ask(line, paths[index % paths.length] ?? '/');
  const stopped = board.portal.close();
  for (const line of kept) {
    expect([await answers(line, 2), line.error()]).toEqual([[200, 200], '']);
    expect(line.heard().slice(line.heard().lastIndexOf('HTTP/1.1'))).toMatch(/\r\nconnection: close\r\n/i);
  }
  for (const line of fresh) expect([await answers(line, 1), line.error()]).toEqual([[200], '']);
  await stopped;
  for (const { socket } of [...kept, ...fresh, silent]) if (!socket.closed) await once(socket, 'close');
  await board.restart();
});
