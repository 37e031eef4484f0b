import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type { CountedLine } from './counted-line.ts';
import { seeded } from './many-posts.ts';

/** A line as `tc netem` would make it, where the kernel has it not: what passes is paced, delayed and sometimes lost. */
export interface SlowLine {
  /** Bits a second, each way. */
  readonly bitsPerSecond: number;
  /** There and back, in milliseconds. */
  readonly roundTripMs: number;
  /** Share of segments that are lost and come a timeout later; what is behind them on the same connection waits. */
  readonly loss: number;
}

/** Bytes of a TCP segment. */
const SEGMENT = 1_448;
/** Bytes that may be under way before the sender is held up, as a router's queue is. */
const QUEUE = 32_000;

/** Lays a slow line before a counted one: bytes and requests are counted there, without what is lost. */
export async function slowLine(
  before: CountedLine,
  { bitsPerSecond, roundTripMs, loss }: SlowLine,
): Promise<CountedLine> {
  const random = seeded(5);
  const msOf = (bytes: number): number => (bytes * 8_000) / bitsPerSecond;
  const ends = new Set<Socket>();
  /** When each way is free again: connections share it. */
  const freeAt = { up: 0, down: 0 };
  const carry = (from: Socket, to: Socket, way: 'up' | 'down', openAt: number): void => {
    let lastAt = openAt;
    let underWay = 0;
    const pass = (bytes: Buffer): void => {
      let tries = 1;
      while (random() < loss) tries += 1;
      const leaves = Math.max(performance.now(), freeAt[way]);
      freeAt[way] = leaves + msOf(bytes.length) * tries;
      // Each loss is noticed after a round trip and a bit, as by a retransmission timer.
      const arrives = freeAt[way] + roundTripMs / 2 + (tries - 1) * (roundTripMs + 200);
      lastAt = Math.max(lastAt, arrives);
      underWay += bytes.length;
      setTimeout(() => {
        underWay -= bytes.length;
        if (!to.destroyed) to.write(bytes);
        if (underWay < QUEUE) from.resume();
      }, lastAt - performance.now());
    };
    from.on('data', (chunk) => {
      for (let at = 0; at < chunk.length; at += SEGMENT) pass(chunk.subarray(at, at + SEGMENT));
      if (underWay >= QUEUE) from.pause();
    });
    from.on('close', () => setTimeout(() => to.destroy(), Math.max(0, lastAt - performance.now()) + 1));
    from.on('error', () => from.destroy());
  };
  const target = new URL(before.url);
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) ends.add(socket.on('close', () => ends.delete(socket)));
    // The handshake takes a round trip before the first byte.
    carry(client, upstream, 'up', performance.now() + roundTripMs * 1.5);
    carry(upstream, client, 'down', 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    ...before,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of ends) socket.destroy();
      server.close();
      before.close();
    },
  };
}
