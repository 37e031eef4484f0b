import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPost, openPost, writeDraft } from '../posts/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { BACKUP_LIMITS, listBackups, makeBackup } from './backup.ts';
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

  it('give way on a full disk, oldest first, and the newest stays although no other could be made', async () => {
    const { desk, folder } = deskWith('một');
    const backups = join(folder, 'backups');
    for (const key of ['a', 'b']) {
      desk.db.prepare('INSERT INTO setting (key, value) VALUES (?, ?)').run(key, '1');
      await makeBackup(desk.db, backups, { now: new Date() });
    }
    const [newest] = listBackups(backups);
    expect(await makeBackup(desk.db, backups, { now: new Date(), freeBytes: () => 0 })).toBeNull();
    expect(listBackups(backups)).toEqual([newest]);
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
