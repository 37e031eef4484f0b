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
import { findDamage } from './check.ts';

/** Backups kept beside a database, oldest dropped first. */
const KEPT = 5;
/** All backups together, in bytes; the newest is always kept. */
const MOST_BYTES = 2_000_000_000;
/** Free space that must remain after a backup, in bytes. */
const SPARED_BYTES = 500_000_000;

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
export async function makeBackup(db: Database.Database, folder: string): Promise<Backup | null> {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  const size =
    (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number);
  if (bavail * bsize < size + SPARED_BYTES) return null;
  const making = join(folder, 'making.sqlite');
  rmSync(making, { force: true });
  await db.backup(making);
  const copy = new Database(making);
  let lsn: number;
  try {
    // A backup is one file: no log of its own to lose.
    copy.pragma('journal_mode = DELETE');
    const damage = findDamage(copy, 'full');
    if (damage !== null) throw new Error(`backup does not verify: ${damage}`);
    lsn = (copy.prepare('SELECT lsn FROM log_place').get() as { lsn: number }).lsn;
  } finally {
    copy.close();
  }
  syncFile(making);
  const path = join(folder, `${String(lsn).padStart(12, '0')}.sqlite`);
  renameSync(making, path);
  dropOld(folder);
  return listBackups(folder)[0] ?? null;
}

function dropOld(folder: string): void {
  let bytes = 0;
  for (const [index, backup] of listBackups(folder).entries()) {
    bytes += backup.bytes;
    if (index > 0 && (index >= KEPT || bytes > MOST_BYTES)) rmSync(backup.path);
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
