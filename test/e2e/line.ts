import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** One computer's own network line to a portal, which a test can cut or hold up. */
export interface Line {
  readonly address: string;
  /** No network: what is under way ends, and nobody answers. */
  cut(): Promise<void>;
  /** What is sent arrives, but no answer comes back. */
  hold(): void;
  /** The same, once that many bytes more have come from the portal. */
  holdAfter(bytes: number): void;
  /** All is well again; held answers come. */
  mend(): Promise<void>;
}

/** Lays a line to the portal at this address, for the length of the test. */
export async function layLine(portal: string): Promise<Line> {
  const farPort = Number(new URL(portal).port);
  const calls = new Set<{ near: Socket; far: Socket }>();
  let isHeld = false;
  let left = Number.POSITIVE_INFINITY;
  let port = 0;

  const server: Server = createServer((near) => {
    const call = { near, far: dial(farPort, '127.0.0.1') };
    calls.add(call);
    const end = (): void => {
      near.destroy();
      call.far.destroy();
      calls.delete(call);
    };
    for (const socket of [near, call.far]) socket.on('error', end).on('close', end);
    call.far.on('data', (bytes) => {
      left -= bytes.length;
      if (left <= 0 && !isHeld) hold();
    });
    near.pipe(call.far);
    if (isHeld) call.far.pause();
    else call.far.pipe(near);
  });
  const hold = (): void => {
    isHeld = true;
    for (const { near, far } of calls) far.unpipe(near).pause();
  };
  const listen = (): Promise<void> =>
    new Promise((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        if (typeof address === 'object' && address !== null) port = address.port;
        resolve();
      });
    });
  const cut = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const { near, far } of calls) {
      near.destroy();
      far.destroy();
    }
    await closed;
  };

  await listen();
  onTestFinished(cut);
  return {
    address: `http://127.0.0.1:${port}`,
    cut,
    hold,
    holdAfter: (bytes) => {
      left = bytes;
    },
    mend: async () => {
      isHeld = false;
      left = Number.POSITIVE_INFINITY;
      for (const { near, far } of calls) far.pipe(near);
      if (!server.listening) await listen();
    },
  };
}
