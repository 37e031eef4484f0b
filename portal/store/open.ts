import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import { Migrator } from 'kysely/migration';
import { AppError } from '../../shared/contract/index.ts';
import { MIGRATIONS } from './migrations.ts';
import { explainPostgres, postgresDialect } from './postgres.ts';
import type { Tables } from './schema.ts';
import { keepStatements } from './statements.ts';
import { Turns } from './turns.ts';

/** The portal's database. Inside a transaction, use the transaction and never this: SQLite has one connection. */
export type Store = Kysely<Tables>;

/** The name of the SQLite file in a portal's folder. */
export const STORE_FILE = 'portal.sqlite3';

/**
 * Opens the store and brings it to this version: the SQLite file in the folder, made when it is not there, or the
 * PostgreSQL database under an address. The schema and its migrations are the same for both. Each migration and its
 * record are one transaction: a crash leaves the version before or the version after.
 *
 * @param database `postgres://…`; `null` for SQLite. Pictures are in the folder either way.
 * @param options `migrate: false` leaves a SQLite file at the version it has, to look at a backup.
 * @throws AppError `database_newer`, `database_unreadable`, `folder_unwritable`, `disk_full`; StartError
 * `database_unreachable`, `database_refused`, `database_address`.
 */
export async function openStore(
  folder: string,
  database: string | null = null,
  options: { readonly migrate: boolean } = { migrate: true },
): Promise<Store> {
  return database === null ? openSqlite(folder, options) : openPostgres(folder, database);
}

async function openPostgres(folder: string, address: string): Promise<Store> {
  let store: Store | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    store = new Kysely<Tables>({ dialect: postgresDialect(address) });
    await migrate(store);
    return store;
  } catch (error) {
    await store?.destroy();
    throw explainPostgres(explain(error, folder));
  }
}

async function openSqlite(folder: string, options: { readonly migrate: boolean }): Promise<Store> {
  let database: SqliteDatabase.Database | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = new SqliteDatabase(join(folder, STORE_FILE), { timeout: 5_000 });
    // The portal's secret key is in this file.
    chmodSync(join(folder, STORE_FILE), 0o600);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What is erased or written over leaves no words behind in free pages.
    database.pragma('secure_delete = ON');
    const store = new Kysely<Tables>({ dialect: new Dialect(database) });
    if (options.migrate) await migrate(store);
    return store;
  } catch (error) {
    database?.close();
    throw explain(error, folder);
  }
}

/** SQLite's schema changes are transactional, though Kysely does not count on it. */
class Dialect extends SqliteDialect {
  readonly #database: SqliteDatabase.Database;

  constructor(database: SqliteDatabase.Database) {
    super({ database });
    this.#database = database;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  override createDriver(): SqliteDriver {
    return new RollingBackDriver(this.#database);
  }
}

/**
 * SQLite takes a transaction back by itself when the disk is full. Rolling back once more would be an error in place of
 * the one that says so.
 */
class RollingBackDriver extends SqliteDriver {
  readonly #database: SqliteDatabase.Database;
  readonly #turns = new Turns();

  constructor(database: SqliteDatabase.Database) {
    super({ database: keepStatements(database) });
    this.#database = database;
  }

  /** Queries on SQLite end at once: without a pause those who wait here would all be served before anybody else. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take();
    return super.acquireConnection();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

async function migrate(store: Store): Promise<void> {
  const migrator = new Migrator({
    db: store,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    // Numbers are given out in ranges: one that is written later may have a lower number, and touches other tables.
    allowUnorderedMigrations: true,
  });
  if ((await doneMigrations(store)).some((name) => !Object.hasOwn(MIGRATIONS, name)))
    throw new AppError('database_newer');
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function doneMigrations(store: Store): Promise<string[]> {
  const tables = await store.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await store
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map((row) => row.name);
}

function explain(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|SQLITE_CANTOPEN|SQLITE_READONLY)/.test(code))
    return new AppError('folder_unwritable', { folder }, { cause: error });
  if (/^(SQLITE_NOTADB|SQLITE_CORRUPT)/.test(code))
    return new AppError('database_unreadable', { folder }, { cause: error });
  if (/^(ENOSPC|SQLITE_FULL)/.test(code)) return new AppError('disk_full', {}, { cause: error });
  return error;
}
