import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checkAside } from './check-aside.ts';
import { renamePatiently } from './files.ts';
import { freeBytesOf } from './free-space.ts';

/** What backups may take. The newest good one is always kept; of the others the oldest go first. */
export const BACKUP_LIMITS = {
  kept: 5,
  /** All of them together. */
  bytes: 2_000_000_000,
  /** An erased text leaves backups within 30 days (design 3). */
  ageMs: 30 * 24 * 3_600_000,
  /** Free space that must remain on the disk after a backup. */
  sparedBytes: 500_000_000,
} as const;

export type BackupLimits = { readonly [Name in keyof typeof BACKUP_LIMITS]: number };

/** The clock and the disk's free bytes, where a test steers them. */
export interface BackupSurroundings {
  readonly now: Date;
  readonly freeBytes?: (folder: string) => number;
  readonly limits?: BackupLimits;
  /** Gives the copy up: nothing of it stays. */
  readonly signal?: AbortSignal;
}

export interface Backup {
  readonly path: string;
  /** The last transaction it holds. */
  readonly lsn: number;
  readonly bytes: number;
  readonly madeAt: Date;
}

/** The backups in a folder, newest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{12}\.sqlite$/.test(name))
    .sort()
    .reverse()
    .map((name) => {
      const path = join(folder, name);
      const { size, mtime } = statSync(path);
      return { path, lsn: Number(name.slice(0, 12)), bytes: size, madeAt: mtime };
    });
}

/**
 * Copies a live database, verifies the copy in full, and only then counts it as a backup and drops older ones.
 * Writing goes on meanwhile. On a short disk older ones go first, but only where that makes room enough.
 *
 * @returns the backup, or `null` where the disk has no room to spare or it was given up.
 * @throws Error when the copy does not verify: the database itself is damaged.
 */
export async function makeBackup(
  db: Database.Database,
  folder: string,
  { now, freeBytes = freeBytesOf, limits = BACKUP_LIMITS, signal }: BackupSurroundings,
): Promise<Backup | null> {
  mkdirSync(folder, { recursive: true });
  const making = join(folder, 'making.sqlite');
  try {
    rmSync(making, { force: true });
    if (!(await makeRoom(folder, sizeOf(db) + limits.sparedBytes, freeBytes))) return null;
    await db.backup(making, { progress: () => goOn(signal) });
    const lsn = placeInLog(making);
    const check = checkAside(making);
    const stop = (): void => void check.stop();
    signal?.addEventListener('abort', stop);
    const damage = await check.damage.finally(() => signal?.removeEventListener('abort', stop));
    goOn(signal);
    if (damage !== null) throw new Error(`backup does not verify: ${damage}`);
    syncFile(making);
    renamePatiently(making, join(folder, `${String(lsn).padStart(12, '0')}.sqlite`));
    dropOld(folder, now, limits);
    return listBackups(folder)[0] ?? null;
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  } finally {
    rmSync(making, { force: true });
  }
}

class GivenUp extends Error {}

/** Between two pieces of the copy. Returns how many pages the next one has. */
function goOn(signal: AbortSignal | undefined): number {
  if (signal?.aborted) throw new GivenUp();
  return 100;
}

/** How large a copy of the database would be, what is in its WAL included, in bytes. */
export function sizeOf(db: Database.Database): number {
  return (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number);
}

/**
 * Drops older backups until so many bytes are free; none where dropping all that may go would not be enough. The newest
 * one that verifies now stays, whatever else must go: age and a disk may have turned the newest of all.
 */
async function makeRoom(folder: string, wanted: number, freeBytes: (folder: string) => number): Promise<boolean> {
  if (freeBytes(folder) >= wanted) return true;
  const backups = listBackups(folder);
  const good = await findGood(backups);
  const others = backups.filter(({ path }) => path !== good?.path);
  const gain = good === null ? 0 : others.reduce((sum, { bytes }) => sum + bytes, 0);
  if (freeBytes(folder) + gain < wanted) return false;
  for (const old of others.reverse()) {
    if (freeBytes(folder) >= wanted) break;
    rmSync(old.path);
  }
  return freeBytes(folder) >= wanted;
}

async function findGood(backups: readonly Backup[]): Promise<Backup | null> {
  for (const backup of backups) {
    const damage = await checkAside(backup.path).damage.catch(() => 'unreadable');
    if (damage === null) return backup;
  }
  return null;
}

/** The last transaction a copy holds. Makes it one file: a backup has no log of its own to lose. */
function placeInLog(path: string): number {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
    return (copy.prepare('SELECT lsn FROM log_place').get() as { lsn: number }).lsn;
  } finally {
    copy.close();
  }
}

function dropOld(folder: string, now: Date, limits: BackupLimits): void {
  let bytes = 0;
  for (const [index, backup] of listBackups(folder).entries()) {
    bytes += backup.bytes;
    const isOld = now.getTime() - backup.madeAt.getTime() > limits.ageMs;
    if (index > 0 && (index >= limits.kept || bytes > limits.bytes || isOld)) rmSync(backup.path);
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
