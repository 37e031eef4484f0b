import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../shared/content/index.ts';
import { API, newKeyPair } from '../shared/sync/index.ts';
import { createPortal } from './index.ts';
import { type Board, passwordOf, startBoard } from './testing/index.ts';

let board: Board;
beforeEach(async () => {
  board = await startBoard();
});
afterEach(() => board.close());

describe('a portal', () => {
  it('stops at once though connections are open that ask nothing, or have just asked', async () => {
    const port = Number(new URL(board.url).port);
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');
    const replies = Array.from({ length: 8 }, () => board.get('/'));
    await Promise.all(replies.map(async (reply) => (await reply).text()));
    const begun = performance.now();
    await board.restart();
    expect(performance.now() - begun).toBeLessThan(4_500);
    silent.destroy();
  });

  it('answers when it stops what was begun before', async () => {
    const body = JSON.stringify({
      ...{ account: 'author', password: passwordOf('author') },
      device: { id: newId(), publicKey: newKeyPair().publicKey, name: 'Máy thử' },
    });
    const asking = request(`${board.url}${API.session}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        expect: '100-continue',
      },
    });
    const answered = once(asking, 'response') as Promise<[IncomingMessage]>;
    asking.flushHeaders();
    // The portal has the head of the request and waits for the rest.
    await once(asking, 'continue');
    const stopped = board.portal.close();
    asking.end(body);
    const [reply] = await answered;
    reply.resume();
    expect(reply.statusCode).toBe(200);
    await stopped;
    await board.restart();
  });

  it('may be told to listen again after an address was taken', async () => {
    await board.portal.close();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const portal = await createPortal({ folder: board.folder, database: board.database, now: () => board.clock.time });
    await expect(portal.listen({ host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'port_in_use' });
    const { url } = await portal.listen({ host: '127.0.0.1', port: 0 });
    expect((await fetch(url)).status).toBe(200);
    await portal.close();
    taken.close();
    await board.restart();
  });
});
