import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPost, dropErasedText, mint, openPost, writeDraft } from '../posts/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { BACKUP_LIMITS, listBackups, makeBackup, sizeOf } from './backup.ts';
import { isDamage } from './index.ts';

const DAY = 86_400_000;
const later = (days: number): Date => new Date(Date.now() + days * DAY);

function deskWith(text: string) {
  const opened = openTestDesk();
  const post = createPost(opened.desk);
  writeDraft(opened.desk, {
    post,
    base: null,
    fields: { title: 'Bài' },
    order: ['a'],
    blocks: [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] }],
  });
  return { ...opened, post };
}

describe('the full check of the live file', () => {
  it('waits while somebody writes, then is made once a day', async () => {
    const { desk } = deskWith('đang gõ');
    expect(await desk.db.checkIdle(new Date())).toBe(false);
    expect(await desk.db.checkIdle(later(0.01))).toBe(true);
    expect(await desk.db.checkIdle(later(0.5))).toBe(false);
    expect(await desk.db.checkIdle(later(1.1))).toBe(true);
    desk.db.close();
  });

  it('lets writing go on meanwhile', async () => {
    const { desk, post } = deskWith('một');
    const check = desk.db.checkIdle(later(1));
    const step = {
      post,
      base: null,
      fields: null,
      order: null,
      blocks: [{ id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'hai' }] }],
    };
    writeDraft(desk, step);
    expect(await check).toBe(true);
    expect(JSON.stringify(openPost(desk, post).blocks)).toContain('hai');
    desk.db.close();
  });

  it('takes a text that was erased for no damage', async () => {
    const { desk, post } = deskWith('phải xóa');
    dropErasedText(desk, mint(desk, post) ?? '');
    expect(await desk.db.checkIdle(later(1))).toBe(true);
    desk.db.close();
  });

  it('finds a turned bit in somebody’s words, and the next start brings them back', async () => {
    const { desk, folder, post } = deskWith('một chữ mang bit lật');
    desk.db.pragma('wal_checkpoint(TRUNCATE)');
    const path = join(folder, 'database.sqlite');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('mang bit');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const found: unknown = await desk.db.checkIdle(later(1)).catch((error: unknown) => error);
    expect(isDamage(found)).toBe(true);
    desk.db.markDamaged();
    desk.db.close();
    const again = openTestDesk({ folder }).desk;
    expect(JSON.stringify(openPost(again, post).blocks)).toContain('một chữ mang bit lật');
    again.db.close();
  });

  it('is ended by closing the database, and has then said nothing', async () => {
    const { desk, folder } = deskWith('một');
    const check = desk.db.checkIdle(later(1));
    desk.db.close();
    expect(await check).toBe(false);
    expect(readdirSync(folder)).not.toContain('checked.json');
  });
});

describe('backups', () => {
  it('are dropped past 30 days, past their number and past their size, the newest never', async () => {
    const { desk, folder } = deskWith('một');
    const backups = join(folder, 'backups');
    const make = async (limits: object, now = new Date()): Promise<number> => {
      desk.db.prepare("INSERT OR REPLACE INTO setting (key, value) VALUES ('a', ?)").run(String(Math.random()));
      await makeBackup(desk.db, backups, { now, limits: { ...BACKUP_LIMITS, ...limits } });
      return listBackups(backups).length;
    };
    for (let made = 1; made <= 3; made += 1) expect(await make({ kept: 3 })).toBe(made);
    expect(await make({ kept: 3 })).toBe(3);
    const oldest = listBackups(backups).at(-1)?.path ?? '';
    utimesSync(oldest, later(-31), later(-31));
    expect(await make({ kept: 4 })).toBe(3);
    expect(await make({ bytes: 1 })).toBe(1);
    desk.db.close();
  });

  /** A folder with so many backups, and how its disk looks to the next one: what is dropped is free again. */
  async function shortDisk(count: number) {
    const opened = deskWith('một');
    const backups = join(opened.folder, 'backups');
    for (let made = 0; made < count; made += 1) {
      opened.desk.db.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run('a', String(made));
      await makeBackup(opened.desk.db, backups, { now: new Date() });
    }
    const before = listBackups(backups);
    const held = (): number => listBackups(backups).reduce((sum, { bytes }) => sum + bytes, 0);
    const full = held();
    /** Makes one more on a disk that lacks so many bytes for it. */
    const make = (lacking: number) => {
      const wanted = sizeOf(opened.desk.db) + BACKUP_LIMITS.sparedBytes;
      const freeBytes = (): number => wanted - lacking + (full - held());
      return makeBackup(opened.desk.db, backups, { now: new Date(), freeBytes });
    };
    return { ...opened, backups, before, make };
  }

  it('are all kept on a disk so full that dropping the older ones would not make room', async () => {
    const { desk, backups, before, make } = await shortDisk(3);
    const [, second, third] = before;
    expect(await make((second?.bytes ?? 0) + (third?.bytes ?? 0) + 1)).toBeNull();
    expect(listBackups(backups)).toEqual(before);
    desk.db.close();
  });

  it('give way one by one, oldest first, where that makes room enough', async () => {
    const { desk, backups, before, make } = await shortDisk(3);
    desk.db.prepare("UPDATE setting SET value = 'mới' WHERE key = 'a'").run();
    const made = await make(before[2]?.bytes ?? 0);
    expect(made).not.toBeNull();
    expect(listBackups(backups)).toEqual([made, before[0], before[1]]);
    desk.db.close();
  });

  it('give way without the one good backup: when the newest has gone bad, the one before it stays', async () => {
    const { desk, backups, before, make } = await shortDisk(3);
    const [newest, second, third] = before;
    writeFileSync(newest?.path ?? '', Buffer.alloc(newest?.bytes ?? 0, 'x'));
    desk.db.prepare("UPDATE setting SET value = 'mới' WHERE key = 'a'").run();
    expect(await make((newest?.bytes ?? 0) + (third?.bytes ?? 0))).not.toBeNull();
    expect(listBackups(backups).map(({ path }) => path)).toContain(second?.path);
    desk.db.close();
  });

  it('stay as they are when not one of them is good any more and the disk is short', async () => {
    const { desk, backups, before, make } = await shortDisk(2);
    for (const { path, bytes } of before) writeFileSync(path, Buffer.alloc(bytes, 'x'));
    expect(await make(1)).toBeNull();
    expect(listBackups(backups)).toHaveLength(2);
    desk.db.close();
  });

  it('that are under way are given up whole when the database is about to be closed, and fail nobody', async () => {
    const { desk, folder } = deskWith('một');
    const backup = desk.db.backUp(new Date());
    const second = desk.db.backUp(new Date());
    await desk.db.settle();
    desk.db.close();
    expect(await Promise.all([backup, second])).toEqual([false, false]);
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
    const again = openTestDesk({ folder }).desk;
    expect(await again.db.backUp(new Date())).toBe(true);
    again.db.close();
  });

  it('that do not verify leave no copy behind', async () => {
    const { desk, folder } = deskWith('một');
    desk.db.exec('UPDATE working_block SET sum = sum + 1');
    await expect(desk.db.backUp(new Date())).rejects.toThrow('does not verify');
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
    desk.db.close();
  });

  it('does not take a copy that a crash cut short for a backup', async () => {
    const { desk, folder } = deskWith('một');
    await desk.db.backUp(new Date());
    writeFileSync(join(folder, 'backups', 'making.sqlite'), 'nửa chừng');
    expect(listBackups(join(folder, 'backups'))).toHaveLength(1);
    desk.db.close();
  });
});
