import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, openStore, type Tables } from './index.ts';

let folder: string;
const file = (): string => join(folder, 'portal.sqlite3');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function schemaOf(path: string): unknown {
  const database = new SqliteDatabase(path, { readonly: true });
  const rows = database
    .prepare("select name, sql from sqlite_master where name not like 'sqlite_%' order by name")
    .all();
  database.close();
  return rows;
}

describe('the store', () => {
  it('is durable: WAL, synchronous FULL, foreign keys on', async () => {
    const store = await openStore(folder);
    const read = async (name: string): Promise<unknown> => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(store);
      return Object.values(rows[0] ?? {})[0];
    };
    expect([await read('journal_mode'), await read('synchronous'), await read('foreign_keys')]).toEqual(['wal', 2, 1]);
    await store.destroy();
  });

  const names = Object.keys(MIGRATIONS);
  for (const [done, version] of ['nothing', ...names].entries()) {
    it(`migrates from ${version} to the newest version and keeps what was in it`, async () => {
      await (await openStore(folder)).destroy();
      const newest = schemaOf(file());
      rmSync(file());

      const old = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new SqliteDatabase(file()) }) });
      const migrator = new Migrator({ db: old, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
      for (const name of names.slice(0, done)) expect((await migrator.migrateTo(name)).error).toBeUndefined();
      if (done > 0) await old.insertInto('person').values({ id: 'p', name: 'Trần Thu Hà' }).execute();
      await old.destroy();

      const store = await openStore(folder);
      expect(await store.selectFrom('person').selectAll().execute()).toEqual(
        done > 0 ? [{ id: 'p', name: 'Trần Thu Hà' }] : [],
      );
      await store.destroy();
      expect(schemaOf(file())).toEqual(newest);
    });
  }

  it('refuses a store that a newer version made, and leaves it as it is', async () => {
    await (await openStore(folder)).destroy();
    const database = new SqliteDatabase(file());
    database.prepare("insert into kysely_migration (name, timestamp) values ('9999-future', '2030')").run();
    database.close();
    const before = schemaOf(file());
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'database_newer' });
    expect(schemaOf(file())).toEqual(before);
  });

  it('says so when the file is not a database', async () => {
    writeFileSync(file(), 'đây không phải là cơ sở dữ liệu, chỉ là một tệp văn bản dài hơn một trăm byte'.repeat(20));
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'database_unreadable', params: { folder } });
  });

  it('says so when the folder cannot be made', async () => {
    writeFileSync(join(folder, 'tệp'), '');
    await expect(openStore(join(folder, 'tệp', 'portal'))).rejects.toMatchObject({ code: 'folder_unwritable' });
  });
});
