import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/contract/index.ts';
import { BACKUP_LIMITS, listBackups, makeBackup } from './backup.ts';
import { findDamage, isDamage } from './check.ts';
import { type CheckAside, checkAside } from './check-aside.ts';
import { readJsonFile, writeFileSafely } from './files.ts';
import { dropLogBefore, isLogged, measureLog, openLogWriter } from './log-file.ts';
import { logChanges } from './logged.ts';
import { MIGRATIONS, type Migration, migrate } from './migrations.ts';
import { catchUp, lsnOf, placesOf, recover, type StorePlaces } from './recover.ts';

/** A backup is due when the newest is older than this, or the log has grown past the other. */
const BACKUP_AGE_MS = 24 * 3_600_000;
const BACKUP_LOG_BYTES = 32_000_000;
/** The full check waits until nobody has written for so long, and is made again after a day. */
const QUIET_MS = 60_000;
const CHECK_AGE_MS = 24 * 3_600_000;

/** What syncing notes by itself, every half minute: nobody writes then, and the idle check need not wait for it. */
const HOUSEKEEPING = /\b(INTO|UPDATE|FROM) (setting|traffic)\b/;

/** One person's database. Every committed transaction is also in the log beside it. */
export type Store = Database.Database & {
  /**
   * Makes a verified backup when one is due. Returns whether one was made. `sparedBytes`: what must stay free on the disk
   * after it, where that is not the usual.
   */
  backUp(now: Date, sparedBytes?: number): Promise<boolean>;
  /** Gives up a backup and a check under way; resolves when nothing of them is left. To be called before `close`. */
  settle(): Promise<void>;
  /**
   * Looks the live file over in full, in a thread of its own, when nobody has written for a while and the last check is
   * old enough. Returns whether it did. @throws an error that `isDamage` knows, when the file is damaged.
   */
  checkIdle(now: Date): Promise<boolean>;
  /** Marks the file as damaged: the next start rebuilds it. */
  markDamaged(): void;
};

/**
 * Opens (and makes, migrates or rebuilds) one person's database. WAL with `synchronous=FULL`: what a call has written
 * when it returns survives a power cut; a log with checksums beside it survives damage of the database itself.
 *
 * @throws AppError `database_newer` for a database of a later version (left untouched), `database_unreadable` for one
 * that is damaged beyond backup and log, `folder_unwritable`, `disk_full`, `folder_in_use`.
 */
export function openStore(path: string, migrations: readonly Migration[] = MIGRATIONS): Store {
  const folder = dirname(path);
  const places = placesOf(path, folder);
  let db = null as Database.Database | null;
  const isClean = wasClosedInOrder(places);
  try {
    mkdirSync(folder, { recursive: true });
    try {
      db = openSound(places, migrations, isClean);
    } catch (error) {
      if (!isDamage(error)) throw error;
      recover(places, migrations, new Date());
      db = openSound(places, migrations, false);
    }
    if (!isClean) catchUp(db, places.log, migrations);
    const hasGap = !isClean && hasLogGap(db, places);
    migrate(db, versionOf(db), migrations);
    return attach(db, places, hasGap);
  } catch (error) {
    db?.close();
    throw storeError(error, folder);
  }
}

/** Opens the file and looks it over, unless it was closed in order and nobody has touched it since. */
function openSound(places: StorePlaces, migrations: readonly Migration[], isClean: boolean): Database.Database {
  const isNew = !existsSync(places.database);
  const marked = join(places.folder, 'damaged');
  const isMarked = existsSync(marked);
  if (isMarked) rmSync(marked);
  const hasHistory = listBackups(places.backups).length > 0 || measureLog(places.log).first === 1;
  if (isMarked || (isNew && hasHistory)) throw damaged('marked or missing');
  const db = new Database(places.database);
  try {
    db.pragma('busy_timeout = 5000');
    const version = versionOf(db);
    if (version > migrations.length) throw new AppError('database_newer');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What is erased or written over leaves no words behind in free pages.
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    if (version === 0) {
      if (hasHistory) throw damaged('empty');
      migrate(db, 0, migrations);
    } else if (!isClean) {
      const damage = findDamage(db, 'quick');
      if (damage !== null) throw damaged(damage);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function attach(db: Database.Database, places: StorePlaces, hasNewGap: boolean): Store {
  const log = openLogWriter(places.log, versionOf(db));
  let writtenAt = 0;
  let check: CheckAside | null = null;
  let backup: Promise<boolean> | null = null;
  // Of this start or an earlier one that was ended before it came to the backup.
  let hasGap = hasNewGap || existsSync(gapOf(places));
  if (hasNewGap) writeIfRoom(gapOf(places), '');
  const closing = new AbortController();
  logChanges(db, (lsn, steps) => {
    if (steps.some(([sql]) => !HOUSEKEEPING.test(sql))) writtenAt = Date.now();
    try {
      log.append(lsn, steps);
    } catch (error) {
      throw storeError(error, places.folder);
    }
  });
  const close = db.close.bind(db);
  const backUp = async (now: Date, sparedBytes: number): Promise<boolean> => {
    const newest = listBackups(places.backups)[0];
    const age = newest === undefined ? Number.POSITIVE_INFINITY : now.getTime() - newest.madeAt.getTime();
    if (!hasGap && age < BACKUP_AGE_MS && measureLog(places.log).bytes < BACKUP_LOG_BYTES) return false;
    log.rotate();
    const limits = { ...BACKUP_LIMITS, sparedBytes };
    const made = await makeBackup(db, places.backups, { now, limits, signal: closing.signal });
    // The log since the backup before the newest stays: should the newest be damaged too, nothing is missing.
    const before = listBackups(places.backups)[1];
    if (made !== null) {
      hasGap = false;
      rmSync(gapOf(places), { force: true });
    }
    if (made !== null && before !== undefined) dropLogBefore(places.log, before.lsn);
    return made !== null;
  };
  return Object.assign(db, {
    backUp: (now: Date, sparedBytes: number = BACKUP_LIMITS.sparedBytes): Promise<boolean> => {
      backup ??= backUp(now, sparedBytes).finally(() => {
        backup = null;
      });
      return backup;
    },
    settle: async (): Promise<void> => {
      closing.abort();
      await Promise.allSettled([backup, check?.stop()]);
    },
    checkIdle: async (now: Date): Promise<boolean> => {
      if (check !== null || now.getTime() - writtenAt < QUIET_MS) return false;
      if (now.getTime() - lastCheck(places) < CHECK_AGE_MS) return false;
      check = checkAside(places.database);
      const { damage } = check;
      try {
        const found = await damage;
        if (found !== null) throw damaged(found);
        // A check that `close` stopped has said nothing.
        if (!db.open) return false;
        writeFileSafely(checkedAt(places), JSON.stringify({ at: now.toISOString() }));
        return true;
      } finally {
        check = null;
      }
    },
    markDamaged: () => writeFileSync(join(places.folder, 'damaged'), ''),
    close: () => {
      const isLogWhole = log.close();
      void check?.stop();
      close();
      const { size, mtimeMs } = statSync(places.database);
      // Without it the next start looks the file over.
      if (isLogWhole) writeIfRoom(markOf(places), JSON.stringify({ size, mtimeMs }));
      return db;
    },
  });
}

/** Written when the database is closed in order; says what the file looked like. Used once. */
function wasClosedInOrder(places: StorePlaces): boolean {
  try {
    const mark = readJsonFile(markOf(places)) as { size: number; mtimeMs: number } | null;
    rmSync(markOf(places), { force: true });
    if (mark === null || existsSync(`${places.database}-wal`)) return false;
    const { size, mtimeMs } = statSync(places.database);
    return mark.size === size && mark.mtimeMs === mtimeMs;
  } catch {
    return false;
  }
}

/**
 * Whether the log lacks the database's last transaction, and no backup has it: power was cut, or the disk was full, between
 * the two. A database rebuilt from the log would end there, so a new backup is due at once.
 */
function hasLogGap(db: Database.Database, places: StorePlaces): boolean {
  const lsn = lsnOf(db);
  return lsn > (listBackups(places.backups)[0]?.lsn ?? 0) && !isLogged(places.log, lsn);
}

/** Writes a mark that a full disk may do without. */
function writeIfRoom(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    // Nothing is lost without it.
  }
}

function gapOf(places: StorePlaces): string {
  return join(places.folder, 'log-gap');
}

function markOf(places: StorePlaces): string {
  return join(places.folder, 'closed-in-order.json');
}

function checkedAt(places: StorePlaces): string {
  return join(places.folder, 'checked.json');
}

/** When the live file was last found whole, in ms; 0 for never. */
function lastCheck(places: StorePlaces): number {
  try {
    const mark = readJsonFile(checkedAt(places)) as { at?: unknown } | null;
    const at = Date.parse(String(mark?.at));
    return Number.isNaN(at) ? 0 : at;
  } catch {
    return 0;
  }
}

function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

function damaged(what: string): Error {
  return Object.assign(new Error(`database is damaged: ${what}`), { code: 'SQLITE_CORRUPT' });
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
