import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase, type TestDatabase } from '../testing/index.ts';
import { MIGRATIONS, openStore, type Tables } from './index.ts';
import { postgresDialect } from './postgres.ts';

let folder: string;
let database: TestDatabase;
const address = (): string => database.address ?? '';
const newFileStore = () => openStore(join(folder, 'sqlite'));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-store-'));
  database = await newDatabase();
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Tables with their columns: name and whether it may be null. */
async function columnsOf(store: Kysely<Tables>): Promise<unknown> {
  const tables = await store.introspection.getTables({ withInternalKyselyTables: true });
  return tables
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => `${column.name}${column.isNullable ? '?' : ''}`).sort(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

describe('the store on PostgreSQL', () => {
  it('has the tables and columns that the SQLite file has', async () => {
    const [onPostgres, onFile] = [await openStore(folder, address()), await newFileStore()];
    // SQLite lets a text primary key be null unless told otherwise; PostgreSQL never does.
    const names = async (store: Kysely<Tables>) =>
      JSON.parse(JSON.stringify(await columnsOf(store)).replaceAll('?', ''));
    expect(await names(onPostgres)).toEqual(await names(onFile));
    await onPostgres.destroy();
    await onFile.destroy();
  });

  it('migrates from every version to the newest and keeps what was in it', async () => {
    const whole = await openStore(folder, address());
    const newest = await columnsOf(whole);
    await whole.destroy();
    const names = Object.keys(MIGRATIONS);
    for (const version of names) {
      const own = await newDatabase();
      const old = new Kysely<Tables>({ dialect: postgresDialect(own.address ?? '') });
      const migrator = new Migrator({ db: old, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
      expect((await migrator.migrateTo(version)).error).toBeUndefined();
      await old.insertInto('person').values({ id: 'p', name: 'Trần Thu Hà' }).execute();
      await old.destroy();
      const store = await openStore(folder, own.address);
      expect(await store.selectFrom('person').selectAll().execute()).toEqual([{ id: 'p', name: 'Trần Thu Hà' }]);
      expect([version, await columnsOf(store)]).toEqual([version, newest]);
      await store.destroy();
      await own.drop();
    }
  });

  it('is opened by many processes at once, and migrated once', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(folder, address())));
    const { rows } = await sql`select name from kysely_migration`.execute(stores[0] as Kysely<Tables>);
    expect(rows).toHaveLength(Object.keys(MIGRATIONS).length);
    for (const store of stores) await store.destroy();
  });

  it('is refused when a newer version made it', async () => {
    const store = await openStore(folder, address());
    await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '2030')`.execute(store);
    await store.destroy();
    await expect(openStore(folder, address())).rejects.toMatchObject({ code: 'database_newer' });
  });

  it('says why it cannot be opened, and nothing of the password', async () => {
    const at = (change: (url: URL) => void): string => {
      const url = new URL(address());
      change(url);
      return url.href;
    };
    const refused = [
      [at((url) => (url.port = '1')), 'database_unreachable'],
      [at((url) => (url.password = 'mat-khau-sai')), 'database_refused'],
      [at((url) => (url.pathname = '/khong_co')), 'database_refused'],
    ] as const;
    for (const [where, code] of refused) {
      const error = await openStore(folder, where).catch((caught: unknown) => caught);
      expect([where, error]).toMatchObject([where, { code }]);
      expect(JSON.stringify(error)).not.toMatch(/mat-khau|postgres:/);
    }
  });
});
