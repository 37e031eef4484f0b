import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { storeError } from './open.ts';

/**
 * Takes the data folder for this process alone. The lock is the operating system's own (SQLite's exclusive lock on an
 * empty database), so it goes with the process however that ends, and no stale lock can keep a person out.
 *
 * @returns the function that gives the folder back.
 * @throws AppError `folder_in_use` while another process holds it; `folder_unwritable`; `disk_full`.
 */
export function lockFolder(folder: string): () => void {
  let db: Database.Database | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    db = new Database(join(folder, 'lock'), { timeout: 500 });
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return () => held.close();
  } catch (error) {
    db?.close();
    throw storeError(error, folder);
  }
}
