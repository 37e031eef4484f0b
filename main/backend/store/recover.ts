import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/index.ts';
import { listBackups } from './backup.ts';
import { findDamage } from './check.ts';
import { readJsonFile, renamePatiently, writeFileSafely } from './files.ts';
import { type LogRecord, readLog, setLogAside } from './log-file.ts';
import { repeatChanges } from './logged.ts';
import { type Migration, migrate } from './migrations.ts';

const reportSchema = z.object({
  at: z.iso.datetime(),
  /** Folder, inside the data folder, that holds the damaged files. */
  setAside: z.string(),
  /** Whether a backup was the start; otherwise the log alone was. */
  isFromBackup: z.boolean(),
  /** Transactions repeated from the log. */
  repeated: z.int(),
});

/** What was done about a damaged database, for the person to read. */
export type RecoveryReport = z.infer<typeof reportSchema>;

/** Where a database's files are. */
export interface StorePlaces {
  readonly folder: string;
  readonly database: string;
  readonly log: string;
  readonly backups: string;
  readonly report: string;
}

export function placesOf(database: string, folder: string): StorePlaces {
  return {
    folder,
    database,
    log: join(folder, 'log'),
    backups: join(folder, 'backups'),
    report: join(folder, 'recovery.json'),
  };
}

/**
 * Rebuilds a damaged database: its files are set aside (never deleted), the newest backup that verifies is put in its
 * place, or an empty database where the log reaches back to its beginning, and every transaction since is repeated
 * from the log. What the log holds beyond a gap is set aside too, and newer backups that do not verify.
 *
 * @throws AppError `database_unreadable` when neither a backup nor the log's beginning is there: all is put back.
 */
export function recover(places: StorePlaces, migrations: readonly Migration[], now: Date): RecoveryReport {
  const name = `damaged-${now.toISOString().replace(/[:.]/g, '-')}`;
  const aside = join(places.folder, name);
  mkdirSync(aside, { recursive: true });
  move(places, places.folder, aside);
  const start = findStart(places);
  if (start === null) {
    move(places, aside, places.folder);
    rmSync(aside, { recursive: true, force: true });
    throw new AppError('database_unreadable', { folder: places.folder });
  }
  setBackupsAside(places, start.backup, aside);
  if (start.backup !== null) copyFileSync(start.backup, places.database);
  const db = new Database(places.database);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    if (start.backup === null) migrate(db, 0, migrations.slice(0, start.version));
    const repeated = catchUp(db, places.log, migrations);
    setLogAside(places.log, lsnOf(db), aside);
    const report: RecoveryReport = {
      at: now.toISOString(),
      setAside: name,
      isFromBackup: start.backup !== null,
      repeated,
    };
    writeFileSafely(places.report, JSON.stringify(report));
    return report;
  } finally {
    db.close();
  }
}

/**
 * Repeats what the log holds and the database does not: after a restore, or when the disk lost a commit it had
 * promised to keep. Each transaction runs at the database version it was made for.
 *
 * @returns how many were repeated.
 */
export function catchUp(db: Database.Database, log: string, migrations: readonly Migration[]): number {
  if (db.pragma('user_version', { simple: true }) === 0) return 0;
  let repeated = 0;
  for (const record of readLog(log, lsnOf(db))) {
    const version = db.pragma('user_version', { simple: true }) as number;
    if (record.version > version) migrate(db, version, migrations.slice(0, record.version));
    repeatChanges(db, record.lsn, record.steps);
    repeated += 1;
  }
  return repeated;
}

/** The last transaction a database holds. */
export function lsnOf(db: Database.Database): number {
  return (db.prepare('SELECT lsn FROM log_place').get() as { lsn: number }).lsn;
}

/** The last recovery the person has not been told of. */
export function readRecovery(folder: string): RecoveryReport | null {
  const parsed = reportSchema.safeParse(readJsonFile(placesOf('', folder).report));
  return parsed.success ? parsed.data : null;
}

/** The person has read it. */
export function forgetRecovery(folder: string): void {
  rmSync(placesOf('', folder).report, { force: true });
}

function findStart(places: StorePlaces): { backup: string | null; version: number } | null {
  for (const backup of listBackups(places.backups)) {
    try {
      const db = new Database(backup.path, { readonly: true });
      const damage = findDamage(db, 'full');
      db.close();
      if (damage === null) return { backup: backup.path, version: 0 };
    } catch {
      // A backup that does not even open is passed over like one that does not verify.
    }
  }
  const first: LogRecord | undefined = readLog(places.log, 0).next().value ?? undefined;
  return first === undefined ? null : { backup: null, version: first.version };
}

/** Those newer than the good one, or all: left where they are, one of them would be taken for the newest for ever. */
function setBackupsAside(places: StorePlaces, good: string | null, aside: string): void {
  for (const { path } of listBackups(places.backups)) {
    if (path === good) return;
    renamePatiently(path, join(aside, basename(path)));
  }
}

function move(places: StorePlaces, from: string, to: string): void {
  for (const ending of ['', '-wal', '-shm']) {
    const name = `${places.database.slice(places.folder.length + 1)}${ending}`;
    if (existsSync(join(from, name))) renamePatiently(join(from, name), join(to, name));
  }
}
