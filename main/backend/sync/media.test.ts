import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makePicture } from '../../../portal/testing/index.ts';
import { type MediaShelf, openMediaShelf } from '../media/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { fetchPictures, sendPictures } from './media.ts';

/** A portal that answers as told, on loopback. */
async function portal(answer: RequestListener): Promise<{ address: string; token: string }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'x'.repeat(43) };
}

function shelfOf(): { shelf: MediaShelf; note: (hash: string, reference: object) => void } {
  const { desk, folder } = openTestDesk();
  const shelf = openMediaShelf(desk.db, join(folder, 'media'));
  const insert = desk.db.prepare('INSERT INTO media (hash, reference, is_here) VALUES (?, ?, 0)');
  return { shelf, note: (hash, reference) => void insert.run(hash, JSON.stringify(reference)) };
}

describe('pictures on a bad line', () => {
  it('give up when the portal says nothing more, instead of keeping the sync waiting for ever', async () => {
    const { shelf } = shelfOf();
    const { reference, bytes } = await makePicture('navy');
    shelf.put(reference, bytes);
    shelf.setWanted([reference.hash]);
    const line = { ...(await portal(() => undefined)), patienceMs: 50 };
    await expect(sendPictures(shelf, line, () => false)).rejects.toMatchObject({ code: 'portal_timeout' });
    expect(shelf.countToSend()).toBe(1);
  });

  it('are an error of the line, not a bug, when it breaks in the middle of one', async () => {
    const { shelf, note } = shelfOf();
    const { reference } = await makePicture('navy');
    note(reference.hash, reference);
    const line = await portal((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('RIFF', () => response.destroy());
    });
    await expect(fetchPictures(shelf, line, () => false, new Map(), new Date())).rejects.toMatchObject({
      name: 'AppError',
    });
  });

  it('let words pass: after each one they ask whether something waits', async () => {
    const { shelf, note } = shelfOf();
    const files = new Map<string, Buffer>();
    for (const colour of ['navy', 'gold', 'teal']) {
      const { reference, bytes } = await makePicture(colour);
      note(reference.hash, reference);
      files.set(reference.hash, bytes);
    }
    const line = await portal((request, response) => response.end(files.get(request.url?.split('/').at(-1) ?? '')));
    let asked = 0;
    const isUrgent = (): boolean => {
      asked += 1;
      return asked > 1;
    };
    expect(await fetchPictures(shelf, line, isUrgent, new Map(), new Date())).toBe(1);
    expect(await fetchPictures(shelf, line, () => false, new Map(), new Date())).toBe(2);
  });
});
