import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { API, newKeyPair, signUpdate } from '../../shared/sync/index.ts';
import { type Board, startBoard } from '../testing/index.ts';

let board: Board;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

function put(text: string): void {
  mkdirSync(join(board.folder, 'updates'), { recursive: true });
  writeFileSync(join(board.folder, 'updates', 'manifest.json'), text);
}

it('a portal announces what its administrator put into its folder, as it was signed, and nothing else', async () => {
  const nothing = await board.get(API.update);
  expect([nothing.status, await nothing.json()]).toMatchObject([404, { code: 'not_found' }]);

  const signed = signUpdate(
    { version: '1.3.0', notes: 'Nhanh hơn', files: [], publishedAt: '2026-11-20T00:00:00.000Z', later: 1 },
    newKeyPair().secretKey,
  );
  put(JSON.stringify(signed));
  const found = await board.get(API.update);
  expect([found.status, found.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await found.json()).toEqual(signed);

  for (const wrong of ['{', '"text"', JSON.stringify({ ...signed, signature: 'x' })]) {
    put(wrong);
    expect((await board.get(API.update)).status).toBe(404);
  }
});
