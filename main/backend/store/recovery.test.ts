import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPost, type Desk, openPost, writeDraft } from '../posts/index.ts';
import { openTestDesk, temporaryFolder } from '../testing/folder.ts';
import { openStore, readRecovery } from './index.ts';
import { openLogWriter, readLog } from './log-file.ts';

function write(desk: Desk, text: string, post = createPost(desk)): string {
  writeDraft(desk, {
    post,
    fields: { title: 'Bài' },
    order: ['a'],
    blocks: [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] }],
  });
  return post;
}
const textOf = (desk: Desk, post: string): string => JSON.stringify(openPost(desk, post).blocks);
/** Power was cut between the last commit of the database and its record in the log. */
function losePower(folder: string): void {
  const newest = readdirSync(join(folder, 'log')).sort().at(-1) ?? '';
  truncateSync(join(folder, 'log', newest), statSync(join(folder, 'log', newest)).size - 1);
  rmSync(join(folder, 'closed-in-order.json'));
}
const ruin = (folder: string): void => writeFileSync(join(folder, 'database.sqlite'), 'x'.repeat(40_000));

describe('a damaged database', () => {
  it('is rebuilt from the log alone, word for word, and its files are set aside', () => {
    const { desk, folder } = openTestDesk();
    const post = write(desk, 'câu đã gõ');
    desk.db.close();
    ruin(folder);
    const again = openTestDesk({ folder }).desk;
    expect(textOf(again, post)).toContain('câu đã gõ');
    const report = readRecovery(folder);
    expect(report).toMatchObject({ isFromBackup: false });
    expect(readFileSync(join(folder, report?.setAside ?? '', 'database.sqlite'), 'utf8')).toMatch(/^xxx/);
    again.db.close();
  });

  it('is rebuilt from a backup and what was typed since', async () => {
    const { desk, folder } = openTestDesk();
    const before = write(desk, 'trước khi sao lưu');
    expect(await desk.db.backUp(new Date())).toBe(true);
    expect(await desk.db.backUp(new Date())).toBe(false);
    const after = write(desk, 'sau khi sao lưu');
    write(desk, 'trước khi sao lưu, thêm chữ', before);
    desk.db.close();
    ruin(folder);
    const again = openTestDesk({ folder }).desk;
    expect(textOf(again, after)).toContain('sau khi sao lưu');
    expect(textOf(again, before)).toContain('thêm chữ');
    expect(readRecovery(folder)).toMatchObject({ isFromBackup: true });
    again.db.close();
  });

  it('goes back to an older backup when the newest is damaged too', async () => {
    const { desk, folder } = openTestDesk();
    const post = write(desk, 'một');
    const day = 86_400_000;
    await desk.db.backUp(new Date());
    write(desk, 'hai', post);
    await desk.db.backUp(new Date(Date.now() + 2 * day));
    write(desk, 'ba', post);
    desk.db.close();
    const newest = readdirSync(join(folder, 'backups')).sort().at(-1) ?? '';
    writeFileSync(join(folder, 'backups', newest), 'hỏng');
    ruin(folder);
    const again = openTestDesk({ folder }).desk;
    expect(textOf(again, post)).toContain('ba');
    again.db.close();
  });

  it('leaves no damaged backup before the good ones, which would be taken for the newest for ever', async () => {
    const { desk, folder } = openTestDesk();
    const post = write(desk, 'một');
    const day = 86_400_000;
    const now = Date.now();
    await desk.db.backUp(new Date(now));
    for (const text of ['hai', 'ba', 'bốn']) write(desk, text, post);
    desk.db.close();
    const backups = join(folder, 'backups');
    // Of a time that the log does not reach any more: the rebuilt database counts less.
    writeFileSync(join(backups, '000000000999.sqlite'), 'hỏng');
    utimesSync(join(backups, '000000000999.sqlite'), new Date(now), new Date(now));
    ruin(folder);
    const again = openTestDesk({ folder }).desk;
    expect(textOf(again, post)).toContain('bốn');
    const setAside = readRecovery(folder)?.setAside ?? '';
    expect(readFileSync(join(folder, setAside, '000000000999.sqlite'), 'utf8')).toBe('hỏng');
    expect(await again.db.backUp(new Date(now + 2 * day))).toBe(true);
    const [newest] = readdirSync(backups).sort().reverse();
    expect(Number(newest?.slice(0, 12))).toBeLessThan(999);
    again.db.close();
  });

  it('repeats what the disk lost although it had promised to keep it', () => {
    const { desk, folder } = openTestDesk();
    const post = write(desk, 'còn');
    desk.db.close();
    const kept = readFileSync(join(folder, 'database.sqlite'));
    const second = openTestDesk({ folder }).desk;
    write(second, 'còn, và thêm', post);
    second.db.close();
    writeFileSync(join(folder, 'database.sqlite'), kept);
    const third = openTestDesk({ folder }).desk;
    expect(textOf(third, post)).toContain('và thêm');
    third.db.close();
  });

  it('is rebuilt when a bit of somebody’s words has turned, which SQLite itself does not notice', () => {
    const { desk, folder } = openTestDesk();
    const post = write(desk, 'một chữ mang bit lật');
    desk.db.close();
    const path = join(folder, 'database.sqlite');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('mang bit');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    rmSync(join(folder, 'closed-in-order.json'));
    const again = openTestDesk({ folder }).desk;
    expect(textOf(again, post)).toContain('một chữ mang bit lật');
    again.db.close();
  });

  it('costs nothing where the log lacks what the database had when power was cut: a new backup is due at once', async () => {
    const { desk, folder } = openTestDesk();
    const post = write(desk, 'trước');
    await desk.db.backUp(new Date());
    write(desk, 'lúc mất điện', post);
    desk.db.close();
    losePower(folder);
    // The program may be ended before it came to the backup.
    const second = openTestDesk({ folder }).desk;
    second.db.close();
    const third = openTestDesk({ folder }).desk;
    expect(await third.db.backUp(new Date())).toBe(true);
    expect(await third.db.backUp(new Date())).toBe(false);
    write(third, 'sau khi có điện', post);
    third.db.close();
    ruin(folder);
    const again = openTestDesk({ folder }).desk;
    expect(textOf(again, post)).toContain('sau khi có điện');
    again.db.close();
  });

  it('costs nothing where the disk had no room for the log until the program ended', async () => {
    const { desk, folder } = openTestDesk();
    const post = write(desk, 'trước');
    await desk.db.backUp(new Date());
    renameSync(join(folder, 'log'), join(folder, 'log-kept'));
    writeFileSync(join(folder, 'log'), 'a file where the folder should be');
    expect(() => write(desk, 'khi hết chỗ', post)).toThrow(expect.objectContaining({ code: 'folder_unwritable' }));
    desk.db.close();
    rmSync(join(folder, 'log'));
    renameSync(join(folder, 'log-kept'), join(folder, 'log'));
    const second = openTestDesk({ folder }).desk;
    expect(textOf(second, post)).toContain('khi hết chỗ');
    expect(await second.db.backUp(new Date())).toBe(true);
    second.db.close();
  });

  it('goes on from what it was rebuilt to: what the log holds beyond a gap is never repeated over later words', () => {
    const { desk, folder } = openTestDesk();
    const post = write(desk, 'một');
    write(desk, 'hai', post);
    desk.db.close();
    losePower(folder);
    const second = openTestDesk({ folder }).desk;
    for (const text of ['ba', 'bốn', 'năm', 'sáu']) write(second, text, post);
    second.db.close();
    ruin(folder);
    const third = openTestDesk({ folder }).desk;
    write(third, 'chữ mới', post);
    third.db.close();
    rmSync(join(folder, 'closed-in-order.json'));
    const fourth = openTestDesk({ folder }).desk;
    expect(textOf(fourth, post)).toContain('chữ mới');
    fourth.db.close();
  });

  it('is closed, whole, though the disk has no room to note that it was', () => {
    const { desk, folder } = openTestDesk();
    const post = write(desk, 'chữ cuối');
    mkdirSync(join(folder, 'closed-in-order.json'));
    desk.db.close();
    const again = openTestDesk({ folder }).desk;
    expect(textOf(again, post)).toContain('chữ cuối');
    again.db.close();
  });

  it('is left exactly as it is when nothing is there to rebuild it from', () => {
    const folder = temporaryFolder();
    ruin(folder);
    expect(() => openStore(join(folder, 'database.sqlite'))).toThrow(
      expect.objectContaining({ code: 'database_unreadable' }),
    );
    expect(readFileSync(join(folder, 'database.sqlite'), 'utf8')).toMatch(/^xxx/);
    expect(readdirSync(folder)).toEqual(['database.sqlite']);
  });
});

describe('the log', () => {
  it('writes first what it could not write the time before, so that it has no gap', () => {
    const folder = join(temporaryFolder(), 'log');
    writeFileSync(folder, 'a file where the folder should be');
    const log = openLogWriter(folder, 1);
    expect(() => log.append(1, [['INSERT 1', []]])).toThrow();
    rmSync(folder);
    log.append(2, [
      ['INSERT 1', ['a']],
      ['INSERT 1', ['b']],
    ]);
    log.close();
    expect([...readLog(folder, 0)]).toEqual([
      { lsn: 1, version: 1, steps: [['INSERT 1', []]] },
      {
        lsn: 2,
        version: 1,
        steps: [
          ['INSERT 1', ['a']],
          ['INSERT 1', ['b']],
        ],
      },
    ]);
  });

  it('gives nothing after a record that is damaged', () => {
    const folder = join(temporaryFolder(), 'log');
    const log = openLogWriter(folder, 1);
    for (const lsn of [1, 2, 3]) log.append(lsn, [['INSERT 1', [`giá trị ${lsn}`]]]);
    log.close();
    const path = join(folder, '000000000001.log');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('trị 2');
    bytes[at] = 0;
    writeFileSync(path, bytes);
    expect([...readLog(folder, 0)].map(({ lsn }) => lsn)).toEqual([1]);
  });

  it('starts a new piece with each backup and drops what two backups hold', async () => {
    const { desk, folder } = openTestDesk();
    for (let day = 0; day < 4; day += 1) {
      write(desk, `ngày ${day}`);
      await desk.db.backUp(new Date(Date.now() + day * 2 * 86_400_000));
    }
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(4);
    expect(readdirSync(join(folder, 'log')).length).toBeLessThanOrEqual(2);
    expect(existsSync(join(folder, 'backups', 'making.sqlite'))).toBe(false);
    desk.db.close();
  });
});
