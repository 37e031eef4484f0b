import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makePicture } from '../../../portal/testing/index.ts';
import { FILE_TYPES, hashBytes } from '../../../shared/content/index.ts';
import { type MediaShelf, openMediaShelf } from '../media/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { fetchPictures, type PictureTalk, sendPictures } from './media.ts';
import { Pace } from './upload.ts';

const talk = (isUrgent = (): boolean => false): PictureTalk => ({
  isUrgent,
  mayTravel: () => true,
  onProgress: () => undefined,
});

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
    await expect(sendPictures(shelf, line, { ...talk(), pace: new Pace() })).rejects.toMatchObject({
      code: 'portal_timeout',
    });
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
    await expect(fetchPictures(shelf, line, talk(), new Map(), new Date())).rejects.toMatchObject({
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
    // Two go at once: whoever asks after the first answer is told of words that wait.
    const isUrgent = (): boolean => {
      asked += 1;
      return asked > 2;
    };
    expect(await fetchPictures(shelf, line, talk(isUrgent), new Map(), new Date())).toBe(2);
    expect(await fetchPictures(shelf, line, talk(), new Map(), new Date())).toBe(1);
  });
});

describe('a large file on a line that words need too', () => {
  /** A portal's side of tus (1.0): bytes of one upload, and the requests that came. */
  async function tus(): Promise<{ line: { address: string; token: string }; got: () => Buffer; asked: string[] }> {
    let got = Buffer.alloc(0);
    const asked: string[] = [];
    const line = await portal((request, response) => {
      asked.push(`${request.method} ${request.headers['upload-offset'] ?? ''}`.trim());
      const head = { 'tus-resumable': '1.0.0', 'upload-length': String(FILE.length) };
      if (request.method === 'POST') return void response.writeHead(201, { ...head, location: '/u/1' }).end();
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        got = Buffer.concat([got, ...chunks]);
        response
          .writeHead(request.method === 'HEAD' ? 200 : 204, { ...head, 'upload-offset': String(got.length) })
          .end();
      });
    });
    return { line, got: () => got, asked };
  }
  const FILE = Buffer.alloc(2_500_000, '%PDF-1.7 kế hoạch ');
  const REFERENCE = { hash: hashBytes(FILE), name: 'a.pdf', mime: FILE_TYPES.pdf.mime, bytes: FILE.length };

  it('stops between two parts for them, and goes on from there, after a restart too', async () => {
    const { desk, folder } = openTestDesk();
    const shelf = openMediaShelf(desk.db, join(folder, 'media'));
    const { reference, bytes } = await makePicture('navy');
    shelf.put(REFERENCE, FILE);
    shelf.put(reference, bytes);
    shelf.setWanted([REFERENCE.hash, reference.hash]);
    expect(shelf.toSend().map(({ hash }) => hash)).toEqual([reference.hash, REFERENCE.hash]);
    shelf.clearWanted(reference.hash);
    const { line, got, asked } = await tus();
    const halting = { ...talk(() => got().length >= 1_000_000), pace: new Pace() };
    expect(await sendPictures(shelf, line, halting)).toEqual({ sent: 0, refusal: null });
    const half = got().length;
    expect([half >= 1_000_000, half < FILE.length, shelf.countToSend()]).toEqual([true, true, 1]);
    const before = asked.length;
    const later = openMediaShelf(desk.db, join(folder, 'media'));
    expect(await sendPictures(later, line, { ...talk(), pace: new Pace() })).toEqual({ sent: 1, refusal: null });
    expect(got().equals(FILE)).toBe(true);
    expect(asked.slice(0, 2)).toEqual(['POST', 'PATCH 0']);
    expect(asked.slice(before, before + 2)).toEqual(['HEAD', `PATCH ${half}`]);
    expect(later.uploadOf(REFERENCE.hash)).toBe(null);
  });

  it('is fetched after pictures, and kept only when it is whole', async () => {
    const { shelf, note } = shelfOf();
    note(REFERENCE.hash, REFERENCE);
    const bad = await portal((_request, response) => response.end(FILE.subarray(1)));
    expect(await fetchPictures(shelf, bad, talk(), new Map(), new Date())).toBe(0);
    expect(shelf.path(REFERENCE.hash)).toBe(null);
    const good = await portal((_request, response) => response.end(FILE));
    expect(await fetchPictures(shelf, good, talk(), new Map(), new Date())).toBe(1);
    expect(readFileSync(shelf.path(REFERENCE.hash) ?? '').equals(FILE)).toBe(true);
  });
});
