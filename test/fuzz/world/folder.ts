import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A folder for one world: in memory where the system has a place for that, because a world syncs its disk at each word. */
export function worldFolder(): string {
  const memory = '/dev/shm';
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'ban-thao-fuzz-'));
}

/** Not part of what a dead process leaves: its lock, and what SQLite shares between living ones. */
const isLeft = (path: string): boolean => basename(path) !== 'lock' && !path.endsWith('-shm');

/** Copies a folder as it lies on the disk at this moment: what a process leaves that is killed now. */
export function copyAsKilled(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from))
    if (isLeft(entry)) cpSync(join(from, entry), join(to, entry), { recursive: true, filter: isLeft });
}

/** Puts a copy's files in the place of a folder's own. Folders that are in both stay the same folders. */
export function putBack(copy: string, folder: string): void {
  const folders = new Set(
    readdirSync(copy, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])),
  );
  for (const entry of existsSync(folder) ? readdirSync(folder) : [])
    if (!folders.has(entry)) rmSync(join(folder, entry), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(copy))
    if (folders.has(entry)) putBack(join(copy, entry), join(folder, entry));
    else cpSync(join(copy, entry), join(folder, entry));
}
