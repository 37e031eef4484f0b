import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checkAside } from './check-aside.ts';

/** What backups may take. The newest is always kept; of the others the oldest go first. */
export const BACKUP_LIMITS = {
  kept: 5,
  /** All of them together. */
  bytes: 2_000_000_000,
  /** An erased text leaves backups within 30 days (design 3). */
  ageMs: 30 * 24 * 3_600_000,
  /** Free space that must remain on the disk after a backup. */
  sparedBytes: 500_000_000,
} as const;

/** The clock and the disk's free bytes, where a test steers them. */
export interface BackupSurroundings {
  readonly now: Date;
  readonly freeBytes?: (folder: string) => number;
  readonly limits?: { readonly [Name in keyof typeof BACKUP_LIMITS]: number };
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
 * Writing goes on meanwhile.
 *
 * @returns the backup, or `null` where the disk has no room to spare.
 * @throws Error when the copy does not verify: the database itself is damaged.
 */
export async function makeBackup(
  db: Database.Database,
  folder: string,
  { now, freeBytes = freeBytesOf, limits = BACKUP_LIMITS }: BackupSurroundings,
): Promise<Backup | null> {
  mkdirSync(folder, { recursive: true });
  const making = join(folder, 'making.sqlite');
  rmSync(making, { force: true });
  const size =
    (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number);
  // A disk that fills up takes older backups first, and the next one only if that was enough.
  for (const old of listBackups(folder).slice(1).reverse()) {
    if (freeBytes(folder) >= size + limits.sparedBytes) break;
    rmSync(old.path);
  }
  if (freeBytes(folder) < size + limits.sparedBytes) return null;
  await db.backup(making);
  const lsn = placeInLog(making);
  const damage = await checkAside(making).damage;
  if (damage !== null) throw new Error(`backup does not verify: ${damage}`);
  syncFile(making);
  renameSync(making, join(folder, `${String(lsn).padStart(12, '0')}.sqlite`));
  dropOld(folder, now, limits);
  return listBackups(folder)[0] ?? null;
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

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function dropOld(folder: string, now: Date, limits: NonNullable<BackupSurroundings['limits']>): void {
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
