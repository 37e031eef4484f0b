import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds a request in progress is given when the portal stops. A cut upload is resumed. */
const GRACE = 5_000;

/**
 * Watches a server's connections, so that it can stop without waiting for silent ones: by itself Node waits for those
 * that never asked anything, and for those that go quiet just after it looked.
 *
 * @returns what to call when stopping: lets requests in progress end and closes each connection after its last one.
 */
export function watchConnections(server: Server): () => void {
  const busy = new Map<Socket, number>();
  let isStopping = false;
  server.on('connection', (socket) => {
    busy.set(socket, 0);
    socket.once('close', () => busy.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    busy.set(socket, (busy.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (busy.get(socket) ?? 1) - 1;
      if (busy.has(socket)) busy.set(socket, left);
      if (isStopping && left === 0) socket.destroySoon();
    });
  });
  return () => {
    isStopping = true;
    for (const [socket, requests] of busy) if (requests === 0) socket.destroy();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  };
}
