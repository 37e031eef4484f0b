import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** What went over a line. Bytes of TCP payload: HTTP headers included, TLS and TCP's own headers not. */
export interface Traffic {
  readonly bytes_up: number;
  readonly bytes_down: number;
  readonly requests: number;
}

/** A proxy before a portal that counts what passes. */
export interface CountedLine {
  readonly url: string;
  /** Counts what passes while the work runs. */
  during(work: () => Promise<unknown>): Promise<Traffic>;
  /** Cuts every connection once so many more bytes have gone up. */
  cutAfter(bytes: number): void;
  /** All that has passed so far. */
  soFar(): Traffic;
  close(): void;
}

const REQUEST_LINE = /(?:^|\n|\})(?:GET|HEAD|POST|PATCH|PUT|DELETE) \S+ HTTP\/1\.1\r\n/g;

export async function countedLine(portal: string): Promise<CountedLine> {
  const target = new URL(portal);
  let [up, down, requests] = [0, 0, 0];
  let cutAt = Number.POSITIVE_INFINITY;
  const ends = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) ends.add(socket.on('close', () => ends.delete(socket)));
    client.on('data', (chunk) => {
      up += chunk.length;
      if (up >= cutAt) {
        cutAt = Number.POSITIVE_INFINITY;
        for (const socket of ends) socket.destroy();
      }
      requests += chunk.toString('latin1').match(REQUEST_LINE)?.length ?? 0;
    });
    upstream.on('data', (chunk) => {
      down += chunk.length;
    });
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => [client, upstream].map((end) => end.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    during: async (work) => {
      const before = [up, down, requests] as const;
      await work();
      return { bytes_up: up - before[0], bytes_down: down - before[1], requests: requests - before[2] };
    },
    cutAfter: (bytes) => {
      cutAt = up + bytes;
    },
    soFar: () => ({ bytes_up: up, bytes_down: down, requests }),
    close: () => server.close(),
  };
}
