import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that after a power cut it is whole, old or new: temporary name, fsync, rename, fsync of the folder.
 * `mode` 0o600 for secrets.
 */
export function writeFileSafely(path: string, data: string | Uint8Array, mode = 0o600, rename = renameSync): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  const file = openSync(temporary, 'w', mode);
  try {
    writeFileSync(file, data);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renamePatiently(temporary, path, rename);
  syncFolder(folder);
}

/** Gives a file that is flushed already its place, so that a power cut leaves it there whole or not at all. */
export function moveFileSafely(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renamePatiently(from, to);
  syncFolder(dirname(to));
}

/**
 * Renames a file or folder. Virus scanners on Windows hold a file for a moment after it was written; its rename is tried
 * again for two seconds.
 */
export function renamePatiently(from: string, to: string, rename: typeof renameSync = renameSync): void {
  const waits = [10, 20, 50, 100, 200, 400, 600, 600];
  for (const wait of waits) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!/^(EPERM|EACCES|EBUSY)$/.test(code)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
  rename(from, to);
}

/** Windows cannot open folders; there the rename itself is journaled by NTFS. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * The JSON in a file, or `null` when there is no such file, or none in it: a disk fault in a small file must not keep the
 * program from opening. Throws for one that cannot be read.
 */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent || error instanceof SyntaxError) return null;
    throw error;
  }
}
