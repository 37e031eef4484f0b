import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/contract/index.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';

export type Store = Database.Database;

/**
 * Opens (and makes or migrates) one person's database. WAL with `synchronous=FULL`: what a call has written when it
 * returns survives a power cut.
 *
 * @throws AppError `database_newer` for a database of a later version (left untouched), `database_unreadable` for one
 * that is damaged or not SQLite, `folder_unwritable`, `disk_full`.
 */
export function openStore(path: string, migrations: readonly Migration[] = MIGRATIONS): Store {
  const folder = dirname(path);
  let db: Store | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    db = new Database(path);
    db.pragma('busy_timeout = 5000');
    const version = readVersion(db);
    if (version > migrations.length) throw new AppError('database_newer');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    migrate(db, version, migrations);
    keepStatements(db);
    return db;
  } catch (error) {
    db?.close();
    throw storeError(error, folder);
  }
}

/** Compiles each statement once for the life of the connection: most are asked for again within milliseconds. */
function keepStatements(db: Store): void {
  const compile = db.prepare.bind(db);
  const statements = new Map<string, Database.Statement>();
  db.prepare = ((sql: string) => {
    const kept = statements.get(sql) ?? compile(sql);
    statements.set(sql, kept);
    return kept;
  }) as Store['prepare'];
}

function readVersion(db: Store): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Runs each step with its number in one transaction: a power cut in between leaves the step before. */
function migrate(db: Store, version: number, migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
}

/** An error of SQLite or the file system as one a person can act on; anything else as it is. */
export function storeError(error: unknown, folder: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL'))
    return new AppError('disk_full', {}, { cause: error });
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(code) || /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code))
    return new AppError('folder_unwritable', { folder }, { cause: error });
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return new AppError('database_unreadable', { folder }, { cause: error });
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new AppError('folder_in_use', { folder }, { cause: error });
  return error;
}
