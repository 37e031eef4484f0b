import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds a request in progress is given when the portal stops. A cut upload is resumed. */
const GRACE = 5_000;
/** Turns of the event loop without anything new, after which all that had come is read: one ends that runs, one accepts, one reads. */
const QUIET_TURNS = 3;
/** Turns in all: readers who never stop asking do not keep the portal from stopping. */
const MOST_TURNS = 500;

/** A server's connections, to stop with. */
export interface Connections {
  /**
   * Begins to stop: what has reached this machine, on connections kept from earlier requests too, is read and will be
   * answered; each connection is told that this was its last request. Resolves when it is read.
   */
  settle(): Promise<void>;
  /** Closes what asks nothing, each other one after its answer, and those that are left after a while. */
  close(): void;
}

/**
 * Watches a server's connections, so that it can stop without waiting for silent ones: by itself Node waits for those
 * that never asked anything, and for those that go quiet just after it looked. It also cuts those that have just asked and
 * that it has not read yet.
 */
export function watchConnections(server: Server): Connections {
  const busy = new Map<Socket, number>();
  let isStopping = false;
  let arrived = 0;
  server.on('connection', (socket) => {
    arrived += 1;
    busy.set(socket, 0);
    socket.once('close', () => busy.delete(socket));
  });
  // Before the answer is made: it says whether the connection goes on.
  server.prependListener('request', ({ socket }, response) => {
    arrived += 1;
    if (isStopping) response.shouldKeepAlive = false;
    busy.set(socket, (busy.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (busy.get(socket) ?? 1) - 1;
      if (busy.has(socket)) busy.set(socket, left);
      if (isStopping && left === 0) socket.destroySoon();
    });
  });
  return {
    async settle() {
      isStopping = true;
      for (let [quiet, turns] = [0, 0]; quiet < QUIET_TURNS && turns < MOST_TURNS; turns += 1) {
        const before = arrived;
        await turn();
        quiet = arrived === before ? quiet + 1 : 0;
      }
    },
    close() {
      isStopping = true;
      for (const [socket, requests] of busy) if (requests === 0) socket.destroy();
      setTimeout(() => server.closeAllConnections(), GRACE).unref();
    },
  };
}
