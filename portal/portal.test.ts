import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPortal } from './index.ts';
import { type Board, startBoard } from './testing/index.ts';

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
