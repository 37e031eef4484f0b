import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postPath } from '../../shared/content/index.ts';
import { createPortal } from '../index.ts';
import { openStore } from '../store/index.ts';
import { approveThrough, type Board, newDatabase, startBoard, type TestDatabase } from '../testing/index.ts';
import { moveToPostgres } from './index.ts';

let board: Board;
let database: TestDatabase;

beforeEach(async () => {
  database = await newDatabase();
  board = await startBoard({ on: 'sqlite' });
});
afterEach(async () => {
  await board.close();
  await database.drop();
});

describe('the move from SQLite to PostgreSQL', () => {
  it('takes every row, found equal by count and hash, and stays the same portal to its members', async () => {
    const [author, reviewer] = [await board.signIn('author'), await board.signIn('reviewer')];
    const head = await board.signIn('head');
    const { post, revision } = await author.save({ title: 'Chuyển sang máy chủ mới' });
    await approveThrough({ author, reviewer, head }, post);
    await author.pull();
    const page = await (await board.get(postPath(post, revision.title))).text();
    await board.portal.close();

    const { tables } = await moveToPostgres(board.folder, database.address ?? '');
    expect(tables.portal?.rows).toBe(1);
    expect(tables.session?.rows).toBe(3);
    expect(tables.change?.rows).toBeGreaterThan(6);
    for (const { hash } of Object.values(tables)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(existsSync(join(board.folder, 'portal.sqlite3'))).toBe(false);

    const portal = await createPortal({
      folder: board.folder,
      database: database.address,
      now: () => board.clock.time,
    });
    await portal.listen({ host: '127.0.0.1', port: Number(new URL(board.url).port) });
    expect(await (await board.get(postPath(post, revision.title))).text()).toBe(page);
    // Still signed in, at the same place of the same feed.
    expect((await author.send({})).changes).toEqual([]);
    expect((await author.save()).verdict.code).toBe('ok');
    await portal.close();
    await expect(createPortal({ folder: board.folder, now: () => board.clock.time })).rejects.toMatchObject({
      code: 'not_initialised',
    });
  });

  it('is refused while the portal serves, and into a database that has one, and changes nothing', async () => {
    await expect(moveToPostgres(board.folder, database.address ?? '')).rejects.toMatchObject({
      code: 'portal_running',
    });
    expect((await board.get('/')).status).toBe(200);
    const second = await startBoard();
    await board.portal.close();
    await expect(moveToPostgres(board.folder, second.database ?? '')).rejects.toMatchObject({
      code: 'database_occupied',
    });
    await second.close();
    const store = await openStore(board.folder);
    expect(await store.selectFrom('portal').select('id').execute()).toEqual([{ id: board.portal.id }]);
    await store.destroy();
  });
});
