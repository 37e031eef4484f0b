import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { createConnection } from './connection.ts';
import { keepSocket } from './socket.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** A host on a loopback port that answers `sync.status`, and can be taken away. */
async function host(port = 0) {
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  await once(server, 'listening');
  const status = { state: 'idle', pending: 0, lastGoodAt: null, problem: null };
  server.on('connection', (socket) =>
    socket.on('message', (data) => {
      const { id, name } = JSON.parse(String(data)) as { id: number; name: string };
      if (name === 'sync.status') socket.send(JSON.stringify({ id, ok: true, output: status }));
    }),
  );
  const stop = (): void => {
    for (const client of server.clients) client.terminate();
    server.close();
  };
  endings.push(stop);
  return { port: (server.address() as AddressInfo).port, stop };
}

function connectTo(port: number) {
  const waits: number[] = [];
  const { connection, end } = createConnection();
  const stop = keepSocket(end, {
    open: () => new WebSocket(`ws://127.0.0.1:${port}/channel`),
    wait: (ms, then) => {
      waits.push(ms);
      const timer = setTimeout(then, 10);
      return () => clearTimeout(timer);
    },
  });
  endings.push(stop);
  return { connection, waits };
}

test('a call made before the line is there is answered once it is', async () => {
  const { port } = await host();
  const { connection } = connectTo(port);
  expect(connection.state()).toBe('opening');
  expect(await connection.client.call('sync.status', null)).toMatchObject({ state: 'idle' });
  expect(connection.state()).toBe('up');
});

test('a cut line fails open calls, comes back by itself, and tells those who wait for the backend', async () => {
  const first = await host();
  const { connection } = connectTo(first.port);
  const told: string[] = [];
  connection.client.on('backend.state', ({ state }) => told.push(state));
  await connection.client.call('sync.status', null);

  const unanswered = connection.client.call('inbox.list', null);
  first.stop();
  await expect(unanswered).rejects.toMatchObject({ code: 'backend_down' });
  expect(connection.state()).toBe('down');

  await host(first.port);
  await vi.waitFor(() => expect(connection.state()).toBe('up'));
  expect(told).toEqual(['up']);
  expect(await connection.client.call('sync.status', null)).toMatchObject({ state: 'idle' });
});

test('without a host, calls fail and the waits between tries double up to three seconds', async () => {
  const { port, stop } = await host();
  stop();
  const { connection, waits } = connectTo(port);
  await expect(connection.client.call('sync.status', null)).rejects.toMatchObject({ code: 'backend_down' });
  await vi.waitFor(() => expect(waits.length).toBeGreaterThan(6));
  expect(waits.slice(0, 7)).toEqual([100, 200, 400, 800, 1600, 3000, 3000]);
});
