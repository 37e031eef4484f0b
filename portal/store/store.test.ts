import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstSettings, lookOf } from '../../shared/site/index.ts';
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

  it('says that the disk is full, though SQLite has taken the transaction back by itself', async () => {
    const store = await openStore(folder);
    await sql`pragma cache_size = 5`.execute(store);
    await sql`pragma max_page_count = 1`.execute(store);
    const fill = store.transaction().execute(async (tx) => {
      const row = (index: number) => ({ id: `p${index}`, name: 'chữ '.repeat(5_000) });
      for (let index = 0; index < 200; index += 1) await tx.insertInto('person').values(row(index)).execute();
    });
    await expect(fill).rejects.toMatchObject({ code: 'SQLITE_FULL' });
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

  it('knows after 0002 who showed which picture, what is still wanted, and which approval a withdrawal ended', async () => {
    const old = new SqliteDatabase(file());
    const before = new Kysely<Tables>({ dialect: new SqliteDialect({ database: old }) });
    const migrator = new Migrator({ db: before, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    expect((await migrator.migrateTo('0001-spine')).error).toBeUndefined();
    const at = '2026-11-20T02:00:00.000Z';
    old.exec(`
      insert into unit (id, name, level, address, phone, email, responsible) values ('u', '', 'school', '', '', '', '');
      insert into person values ('ha', 'Hà'), ('tám', 'Tám');
      insert into media values ('here', 1, '${at}');
      insert into revision values ('r1', 'u', 'p', 'ha', '{}', '${at}'), ('r2', 'u', 'q', 'tám', '{}', '${at}');
      insert into revision_media values ('r1', 'here'), ('r1', 'away'), ('r2', 'here');
      insert into post values ('p', 'u', '{"state":"approved","last":"withdraw"}', 'approve'),
                              ('q', 'u', '{"state":"approved","last":"approve"}', 'approve');`);
    const insert = old.prepare(
      "insert into mutation values (?, 'u', 'd', 1, ?, ?, 'p', ?, '{}', '[]', ?, 'ok', '2026-11-20T02:00:00.000Z', 1)",
    );
    insert.run('save', 'post.save', 'ha', 'r1', 'accepted');
    insert.run('submit', 'post.submit', 'ha', 'r1', 'accepted');
    insert.run('refused', 'post.save', 'tám', 'r2', 'refused');
    insert.run('approve', 'post.approve', 'tám', 'r1', 'accepted');
    insert.run('withdraw', 'post.withdraw', 'tám', 'r1', 'accepted');
    await before.destroy();

    const store = await openStore(folder);
    expect(await store.selectFrom('media_grant').selectAll().execute()).toEqual([
      { media: 'here', person: 'ha', unit: 'u' },
    ]);
    expect(await store.selectFrom('wanted_media').selectAll().execute()).toEqual([
      { media: 'away', person: 'ha', unit: 'u' },
    ]);
    const posts = await store.selectFrom('post').select(['status', 'approval']).orderBy('id').execute();
    expect(posts.map(({ status, approval }) => [JSON.parse(status).state, approval])).toEqual([
      ['appraised', null],
      ['approved', 'approve'],
    ]);
    await store.destroy();
  });

  it('tells after 0591 the look and the crest of sites that were set before, each in its own feed', async () => {
    const old = new SqliteDatabase(file());
    const before = new Kysely<Tables>({ dialect: new SqliteDialect({ database: old }) });
    const migrator = new Migrator({ db: before, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    expect((await migrator.migrateTo('0590-erased-by-unit')).error).toBeUndefined();
    const unit = old.prepare(
      `insert into unit (id, name, level, address, phone, email, responsible, last_number)
       values (?, '', 'school', '', '', '', '', ?)`,
    );
    for (const [id, number] of [
      ['u', 7],
      ['v', 0],
      ['w', 3],
    ] as const)
      unit.run(id, number);
    const first = firstSettings({ address: '', phone: '', email: '', responsible: '' });
    const own = { ...first, about: { ...first.about, slogan: 'Học để làm người' }, crest: 'a'.repeat(64) };
    const { crest: _, categories: _none, menu: _menu, ...older } = first;
    const settings = old.prepare('insert into site_settings (unit, version, words) values (?, 1, ?)');
    settings.run('u', JSON.stringify(own));
    // As the first version wrote it: without what came later.
    settings.run('w', JSON.stringify(older));
    old.prepare("insert into site_crest (unit, hash, data) values ('u', ?, 'AA==')").run(own.crest);
    await before.destroy();

    const store = await openStore(folder);
    const lines = await store.selectFrom('change').selectAll().orderBy('unit').orderBy('number').execute();
    const everyone = { audience: null, post: null };
    expect(lines.map(({ payload, ...line }) => ({ ...line, payload: JSON.parse(payload ?? '') }))).toEqual([
      { ...everyone, unit: 'u', number: 8, kind: 'site', object: 'u', payload: lookOf(own) },
      { ...everyone, unit: 'u', number: 9, kind: 'crest', object: 'u', payload: { hash: own.crest, data: 'AA==' } },
      { ...everyone, unit: 'w', number: 4, kind: 'site', object: 'w', payload: lookOf(first) },
    ]);
    await store.destroy();
  });

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
