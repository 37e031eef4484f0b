import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePicture } from '../../../portal/testing/index.ts';
import { writeDevice } from '../identity/index.ts';
import { openMediaShelf } from '../media/index.ts';
import { createPost, mint, writeDraft } from '../posts/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { openTestDesk, temporaryFolder } from '../testing/folder.ts';
import { makeMove, measureMove, openMove, readMoved, SPARED_BYTES } from './move.ts';
import { createMoving } from './moving.ts';

const PASSPHRASE = 'bốn con trâu đi bừa';
const NOW = new Date('2026-03-01T08:00:00Z');

/** A desk with minted and unminted words, a picture and an outbox, and the file made from it. */
async function makeOne(root: string) {
  const folder = join(root, 'old');
  const { desk } = openTestDesk({ folder });
  writeDevice(folder, desk.device);
  for (let count = 0; count < 6; count += 1) {
    const post = createPost(desk);
    const write = (text: string, base: string | null): { base: string | null } =>
      writeDraft(desk, {
        post,
        base,
        fields: { title: `Bài ${count}` },
        order: ['a'],
        blocks: [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text: text.repeat(200) }] }],
      });
    const { base } = write(`câu ${count} `, null);
    if (count % 2 === 0) mint(desk, post);
    if (count % 4 === 1) write(`câu ${count} viết dở `, base);
  }
  const shelf = openMediaShelf(desk.db, join(folder, 'media'));
  const picture = await makePicture('navy');
  shelf.put(picture.reference, picture.bytes);
  const target = join(root, 'tep.banthao-move');
  const progress: number[] = [];
  const onProgress = (done: number): void => void progress.push(done);
  const { signal } = new AbortController();
  await makeMove({ db: desk.db, folder, target, passphrase: PASSPHRASE, now: NOW, onProgress, signal });
  return { desk, folder, target, progress, picture };
}

/** What asks for a file, but for how it may be given up. */
const wish = (db: Store, folder: string, target: string) =>
  ({ db, folder, target, passphrase: PASSPHRASE, now: NOW, onProgress: () => undefined }) as const;

/** Everything that a person has written or sent, whole. */
function wordsOf(db: Store): unknown {
  return ['revision', 'working', 'working_block', 'mutation', 'setting', 'media', 'post'].map((table) =>
    db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  );
}

const root = mkdtempSync(join(tmpdir(), 'ban-thao-move-'));
let made: Awaited<ReturnType<typeof makeOne>>;
beforeAll(async () => {
  made = await makeOne(root);
});
afterAll(() => {
  made.desk.db.close();
  rmSync(root, { recursive: true, force: true });
});

describe('moving to another computer', () => {
  it('brings every revision, working copy, mutation and picture over, and tells the old one', async () => {
    const { desk, folder, target, progress, picture } = made;
    const before = wordsOf(desk.db);
    expect(JSON.stringify(before)).toContain('viết dở');
    const there = join(temporaryFolder(), 'profiles', 'unit');
    await openMove(target, PASSPHRASE, there, NOW);
    const db = openStore(join(there, 'database.sqlite'));
    expect(wordsOf(db)).toEqual(before);
    expect(openMediaShelf(db, join(there, 'media')).path(picture.reference.hash)).not.toBeNull();
    db.close();
    expect(readFileSync(join(there, 'device.json'))).toEqual(readFileSync(join(folder, 'device.json')));
    expect(readdirSync(there)).not.toContain('approval-key.json');
    expect(readMoved(folder)).toBe(NOW.toISOString());
    expect(readMoved(there)).toBeNull();
    expect(progress.length).toBeGreaterThan(0);
  });

  it('can be rebuilt from its first minute there, although the log stayed at the old one', async () => {
    const { desk, target } = made;
    const before = wordsOf(desk.db);
    const there = join(temporaryFolder(), 'unit');
    await openMove(target, PASSPHRASE, there, NOW);
    writeFileSync(join(there, 'database.sqlite'), 'x'.repeat(40_000));
    const db = openStore(join(there, 'database.sqlite'));
    expect(wordsOf(db)).toEqual(before);
    db.close();
  });

  it('takes the passphrase however a keyboard composes its tones', async () => {
    const { target } = made;
    const there = join(temporaryFolder(), 'unit');
    await openMove(target, PASSPHRASE.normalize('NFD'), there, NOW);
    expect(existsSync(join(there, 'database.sqlite'))).toBe(true);
  });

  it('refuses a wrong passphrase and a folder that is in use, and changes nothing', async () => {
    const { folder, target } = made;
    const there = join(temporaryFolder(), 'unit');
    await expect(openMove(target, 'bốn con trâu đi cày', there, NOW)).rejects.toMatchObject({
      code: 'move_passphrase',
    });
    await expect(openMove(target, PASSPHRASE, folder, NOW)).rejects.toMatchObject({ code: 'move_occupied' });
    expect(readdirSync(join(there, '..'))).toEqual([]);
  });

  it('refuses whole a file that was cut, added to or altered anywhere', async () => {
    const { target } = made;
    const whole = readFileSync(target);
    const flip = (at: number): Buffer => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const cases: [string, Buffer][] = [
      ['move_not_file', whole.subarray(0, 5)],
      ['move_passphrase', flip(10)],
      ['move_damaged', whole.subarray(0, whole.length >> 1)],
      ['move_damaged', whole.subarray(0, -1)],
      ['move_damaged', Buffer.concat([whole, Buffer.from('x')])],
      ['move_damaged', flip(60)],
      ['move_damaged', flip(whole.length - 1)],
    ];
    for (const [code, bytes] of cases) {
      const there = join(temporaryFolder(), 'unit');
      const file = join(temporaryFolder(), 'tep');
      writeFileSync(file, bytes);
      await expect(openMove(file, PASSPHRASE, there, NOW)).rejects.toMatchObject({ code });
      expect(readdirSync(join(there, '..'))).toEqual([]);
    }
  });

  it('leaves nothing behind when it is given up', async () => {
    const { desk, folder } = openTestDesk();
    const downloads = temporaryFolder();
    const giveUp = new AbortController();
    giveUp.abort();
    const target = join(downloads, 'tep.banthao-move');
    const wanted = { db: desk.db, folder, target, passphrase: PASSPHRASE, now: NOW, onProgress: () => {} };
    await expect(makeMove({ ...wanted, signal: giveUp.signal })).rejects.toMatchObject({ code: 'move_cancelled' });
    expect(readdirSync(downloads)).toEqual([]);
    expect(readMoved(folder)).toBeNull();
    expect(readdirSync(folder)).not.toContain('moving.sqlite');
    desk.db.close();
  });

  it('counts, before anything is written, what the file will hold, words still in the WAL included', async () => {
    const { desk, folder: at } = openTestDesk();
    const post = createPost(desk);
    const blocks = [{ id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'x' }] }];
    writeDraft(desk, { post, base: null, fields: null, order: ['a'], blocks });
    desk.db.pragma('wal_checkpoint(TRUNCATE)');
    const text = randomBytes(300_000).toString('hex');
    const more = [{ id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];
    writeDraft(desk, { post, base: null, fields: null, order: null, blocks: more });
    expect(statSync(join(at, 'database.sqlite')).size).toBeLessThan(600_000);

    const target = join(temporaryFolder(), 'tep.banthao-move');
    const { bytes } = measureMove(desk.db, at);
    await makeMove({ ...wish(desk.db, at, target), signal: new AbortController().signal });
    expect(bytes).toBeGreaterThan(600_000);
    expect(Math.abs(statSync(target).size - bytes)).toBeLessThan(2_000);
    desk.db.close();
  });

  it('says that the disk is too small before it writes, and before it unpacks', async () => {
    const { desk, folder, target } = made;
    const downloads = temporaryFolder();
    const wanted = wish(desk.db, folder, join(downloads, 'tep.banthao-move'));
    const { bytes } = measureMove(desk.db, folder);
    const { signal } = new AbortController();
    const short = bytes + SPARED_BYTES - 1;
    await expect(makeMove({ ...wanted, signal, freeBytes: () => short })).rejects.toMatchObject({
      code: 'move_no_room',
      params: { free: Math.ceil(short / 1_000_000) },
    });
    expect(readdirSync(downloads)).toEqual([]);
    expect(readdirSync(folder)).not.toContain('moving.sqlite');

    const there = join(temporaryFolder(), 'unit');
    const few = statSync(target).size + SPARED_BYTES - 1;
    await expect(openMove(target, PASSPHRASE, there, NOW, () => few)).rejects.toMatchObject({ code: 'move_no_room' });
    expect(readdirSync(join(there, '..'))).toEqual([]);
  });

  it('can be given up inside a piece, whenever it is, and leaves nothing behind', async () => {
    const { desk, folder } = made;
    let looks = 0;
    const run = async (most: number): Promise<{ progress: number; left: string[] }> => {
      const downloads = temporaryFolder();
      let progress = 0;
      looks = 0;
      const signal = {
        get aborted() {
          looks += 1;
          return looks > most;
        },
      };
      const target = join(downloads, 'tep.banthao-move');
      const onProgress = (): void => {
        progress += 1;
      };
      const making = makeMove({ ...wish(desk.db, folder, target), signal, onProgress });
      if (most === Number.POSITIVE_INFINITY) await making;
      else await expect(making).rejects.toMatchObject({ code: 'move_cancelled' });
      expect(readdirSync(folder)).not.toContain('moving.sqlite');
      return { progress, left: readdirSync(downloads) };
    };
    const whole = await run(Number.POSITIVE_INFINITY);
    expect(whole.left).toEqual(['tep.banthao-move']);
    const all = looks;
    const given: number[] = [];
    for (let most = 0; most < all; most += 5) {
      const { progress, left } = await run(most);
      expect(left).toEqual([]);
      given.push(progress);
    }
    // All of it is one piece: whoever is heard before its end is heard inside it.
    expect(given.filter((progress) => progress === 0).length).toBeGreaterThan(1);
  });

  it('keeps aside what an unfinished sign-in has left in the new folder', async () => {
    const { target } = made;
    const there = join(temporaryFolder(), 'unit');
    mkdirSync(there);
    copyFileSync(target, join(there, 'something'));
    await openMove(target, PASSPHRASE, there, NOW);
    expect(readdirSync(join(there, '..'))).toHaveLength(2);
  });
});

describe('a file that arrives from the window', () => {
  const moving = (home: string, freeBytes?: () => number) =>
    createMoving({
      home,
      downloads: home,
      now: () => NOW,
      onProgress: () => undefined,
      ...(freeBytes && { freeBytes }),
    });
  const arrived = (home: string): boolean => readdirSync(home).some((name) => name.startsWith('arrived'));

  it('is gone after it was opened, and after it was refused for whatever reason', async () => {
    const { target } = made;
    const whole = readFileSync(target);
    const cases = [
      ['bốn con trâu đi cày', whole, 'move_passphrase'],
      [PASSPHRASE, whole.subarray(0, -1), 'move_damaged'],
      [PASSPHRASE, Buffer.from('không phải'), 'move_not_file'],
      [PASSPHRASE, whole, null],
    ] as const;
    for (const [passphrase, bytes, code] of cases) {
      const home = temporaryFolder();
      const one = moving(home);
      await one.take(0, bytes, bytes.length);
      expect(arrived(home)).toBe(true);
      const opening = one.open(passphrase, join(home, 'unit'));
      if (code === null) await opening;
      else await expect(opening).rejects.toMatchObject({ code });
      expect(arrived(home)).toBe(false);
    }
  });

  it('is gone when a piece is missing, when nobody finished it, and does not come where there is no room', async () => {
    const home = temporaryFolder();
    const one = moving(home);
    await one.take(0, Buffer.from('một'), 100);
    await expect(one.take(50, Buffer.from('ba'), 100)).rejects.toMatchObject({ code: 'move_damaged' });
    expect(arrived(home)).toBe(false);

    await one.take(0, Buffer.from('một'), 100);
    moving(home);
    expect(arrived(home)).toBe(false);

    const full = moving(home, () => SPARED_BYTES + 199);
    await expect(full.take(0, Buffer.from('một'), 100)).rejects.toMatchObject({ code: 'move_no_room' });
    expect(arrived(home)).toBe(false);
  });
});
