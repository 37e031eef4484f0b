import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../testing/folder.ts';
import { lockFolder, MIGRATIONS, openStore, readSetting, writeFileSafely, writeSetting } from './index.ts';

const shapeOf = (path: string): unknown[] => {
  const db = new Database(path, { readonly: true });
  const rows = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  db.close();
  return rows;
};

describe('the store', () => {
  it('writes through to the disk with every commit', () => {
    const db = openStore(join(temporaryFolder(), 'database.sqlite'));
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.close();
  });

  it('reaches the same shape from every earlier version, and keeps what was there', () => {
    const next = { name: 'the next version', up: (db: Database.Database) => db.exec('CREATE TABLE later (a)') };
    const all = [...MIGRATIONS, next];
    const fresh = join(temporaryFolder(), 'database.sqlite');
    openStore(fresh, all).close();
    for (let version = 1; version < all.length; version += 1) {
      const path = join(temporaryFolder(), 'database.sqlite');
      const old = openStore(path, all.slice(0, version));
      writeSetting(old, 'word', 'giữ nguyên');
      old.close();
      const db = openStore(path, all);
      expect(db.pragma('user_version', { simple: true })).toBe(all.length);
      expect(readSetting(db, 'word', z.string())).toBe('giữ nguyên');
      db.close();
      expect(shapeOf(path)).toEqual(shapeOf(fresh));
    }
  });

  it('leaves the step before in place when a step fails', () => {
    const path = join(temporaryFolder(), 'database.sqlite');
    const broken = {
      name: 'breaks half way',
      up: (db: Database.Database) => db.exec('CREATE TABLE half (a); CREATE TABLE half (a);'),
    };
    expect(() => openStore(path, [...MIGRATIONS, broken])).toThrow();
    const db = openStore(path);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
    db.close();
  });

  it('refuses a database of a newer program and does not touch it', () => {
    const path = join(temporaryFolder(), 'database.sqlite');
    const db = openStore(path);
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    expect(() => openStore(path)).toThrow(expect.objectContaining({ code: 'database_newer' }));
    const again = new Database(path, { readonly: true });
    expect(again.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length + 1);
    again.close();
  });

  it('says that a file is no database, and leaves it as it is', () => {
    const path = join(temporaryFolder(), 'database.sqlite');
    writeFileSync(path, 'this is not SQLite, it is a letter to nobody in particular'.repeat(100));
    expect(() => openStore(path)).toThrow(expect.objectContaining({ code: 'database_unreadable' }));
  });

  it('says that a folder cannot be written', () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    expect(() => openStore(join(file, 'database.sqlite'))).toThrow(
      expect.objectContaining({ code: 'folder_unwritable' }),
    );
  });
});

describe('the lock of a data folder', () => {
  it('keeps a second program out until the first has ended', () => {
    const folder = temporaryFolder();
    const free = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'folder_in_use' }));
    free();
    lockFolder(folder)();
  });
});

describe('writing a file', () => {
  it('waits for a virus scanner that holds it for a moment', () => {
    const path = join(temporaryFolder(), 'state.json');
    let isHeld = 3;
    writeFileSafely(path, 'nội dung', 0o600, (from, to) => {
      isHeld -= 1;
      if (isHeld > 0) throw Object.assign(new Error('held'), { code: 'EPERM' });
      renameSync(from, to);
    });
    expect(readFileSync(path, 'utf8')).toBe('nội dung');
  });

  it('replaces it whole and leaves no temporary file', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'state.json');
    writeFileSafely(path, 'old');
    writeFileSafely(path, 'new');
    expect(readdirSync(folder)).toEqual(['state.json']);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});
