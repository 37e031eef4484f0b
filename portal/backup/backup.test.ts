import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postPath } from '../../shared/content/index.ts';
import { createPortal } from '../index.ts';
import { mediaFile } from '../media/index.ts';
import { openStore } from '../store/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  makePicture,
  newDatabase,
  passwordOf,
  signInMember,
  startBoard,
  type TestDatabase,
  upload,
} from '../testing/index.ts';
import { backUp, restore } from './index.ts';

const NOW = new Date('2026-11-21T02:00:00.000Z');
let board: Board;
let folder: string;
let other: TestDatabase;
let author: BoardMember;
let path: string;
let picture: string;
const file = (): string => join(folder, 'sao-luu.banthao');
const elsewhere = () => ({ folder: join(folder, 'portal'), database: other.address });

beforeEach(async () => {
  board = await startBoard();
  folder = mkdtempSync(join(tmpdir(), 'portal-backup-'));
  other = await newDatabase();
  author = await board.signIn('author');
  const [reviewer, head] = [await board.signIn('reviewer'), await board.signIn('head')];
  const { bytes, reference } = await makePicture('tomato');
  picture = reference.hash;
  await upload(author, bytes, picture);
  const cover = { media: picture, alt: 'Sân trường' };
  const { post, revision } = await author.save({ cover, media: [reference] });
  await approveThrough({ author, reviewer, head }, post);
  await author.pull();
  path = postPath(post, revision.title);
});
afterEach(async () => {
  await board.close();
  await other.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('is taken while the portal serves, and restored elsewhere with the same pages, pictures and accounts', async () => {
    expect(await backUp(board, file(), NOW)).toMatchObject({ pictures: 1, missing: [] });
    const [page, image] = [await (await board.get(path)).text(), `/media/${picture}.webp`];
    const shown = Buffer.from(await (await board.get(image)).arrayBuffer());
    await restore(file(), elsewhere());

    const portal = await createPortal({ ...elsewhere(), now: () => board.clock.time });
    const { url } = await portal.listen({ host: '127.0.0.1', port: 0 });
    expect(portal.id).toBe(board.portal.id);
    // A page names its own address.
    expect(await (await fetch(`${url}${path}`)).text()).toBe(page.replaceAll(board.url, url));
    expect(Buffer.from(await (await fetch(`${url}${image}`)).arrayBuffer())).toEqual(shown);
    const again = await signInMember(url, { account: 'author', password: passwordOf('author') });
    const reply = await again.pull();
    expect(again.feed).toEqual(author.feed);
    expect(reply.cursor.epoch).not.toBe((await author.pull()).cursor.epoch);
    await portal.close();
  });

  it('keeps nobody signed in, for who was signed out since must stay so', async () => {
    await backUp(board, file(), NOW);
    await restore(file(), elsewhere());
    const store = await openStore(elsewhere().folder, elsewhere().database);
    expect(await store.selectFrom('session').selectAll().execute()).toEqual([]);
    await store.destroy();
  });

  it('is the same bytes after a restore, overwrites nothing and is not restored over a portal', async () => {
    await backUp(board, file(), NOW);
    const before = await readFile(file());
    await expect(backUp(board, file(), NOW)).rejects.toMatchObject({ code: 'backup_exists' });
    await restore(file(), elsewhere());
    expect((await readFile(file())).equals(before)).toBe(true);
    const code = other.address === null ? 'already_initialised' : 'database_occupied';
    await expect(restore(file(), elsewhere())).rejects.toMatchObject({ code });
  });

  it('says which pictures are gone from the disk, and keeps all else', async () => {
    rmSync(mediaFile(board.folder, picture));
    expect(await backUp(board, file(), NOW)).toMatchObject({ pictures: 0, missing: [picture] });
    expect(await restore(file(), elsewhere())).toMatchObject({ missing: [picture] });
  });

  it('is refused when a row or a picture in it was changed, and leaves no portal behind', async () => {
    for (const change of ["update person set name = 'Người khác'", "update backup_file set bytes = x'00'"]) {
      await backUp(board, file(), NOW);
      const database = new SqliteDatabase(file());
      database.exec(change);
      database.close();
      await expect(restore(file(), elsewhere())).rejects.toMatchObject({ code: 'backup_damaged' });
      await expect(createPortal({ ...elsewhere(), now: () => NOW })).rejects.toMatchObject({ code: 'not_initialised' });
      rmSync(file());
    }
  });

  it('is told from a file that is none', async () => {
    writeFileSync(file(), 'một tệp văn bản');
    for (const name of [file(), join(folder, 'khong-co')])
      await expect(restore(name, elsewhere())).rejects.toMatchObject({ code: 'not_a_backup' });
    const empty = { folder: join(folder, 'trong'), database: other.address };
    await expect(backUp(empty, join(folder, 'b'), NOW)).rejects.toMatchObject({ code: 'not_initialised' });
    expect(existsSync(join(folder, 'b'))).toBe(false);
  });
});
