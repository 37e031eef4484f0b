import { existsSync, rmSync } from 'node:fs';
import { appendFile, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/index.ts';
import { type Store, storeError } from '../store/index.ts';
import { makeMove, measureMove, needRoom, openMove } from './move.ts';

interface OpenFolder {
  readonly db: Store;
  readonly folder: string;
}

/** Moving to or from another computer, one at a time. */
export interface Moving {
  measure(from: OpenFolder): { bytes: number; pictures: number };
  /** Makes the file. Returns its path. */
  make(from: OpenFolder, passphrase: string): Promise<{ savedAt: string }>;
  cancel(): void;
  /** Takes the next piece of a file of so many bytes from the window. @throws AppError `move_no_room`, `move_damaged`. */
  take(offset: number, data: Uint8Array, total: number): Promise<void>;
  /** Opens what was taken into a fresh data folder. The pieces are gone afterwards, whether it has succeeded or not. */
  open(passphrase: string, folder: string): Promise<void>;
}

export function createMoving(options: {
  readonly home: string;
  readonly downloads: string | undefined;
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number) => void;
  /** Free bytes of a folder's disk, where a test steers them. */
  readonly freeBytes?: (folder: string) => number;
}): Moving {
  const downloads = downloadsFolder(options);
  const arrived = join(options.home, 'arrived.banthao-move');
  // What a program that was killed had taken of a file.
  rmSync(arrived, { force: true });
  let making: AbortController | null = null;
  return {
    measure: ({ db, folder }) => measureMove(db, folder),
    make: async ({ db, folder }, passphrase) => {
      if (making !== null) throw new AppError('move_busy');
      making = new AbortController();
      const { signal } = making;
      const now = options.now();
      const target = freeName(downloads, `ban-thao-${now.toISOString().slice(0, 10)}`);
      try {
        await makeMove({ db, folder, target, passphrase, now, onProgress: options.onProgress, signal });
        return { savedAt: target };
      } finally {
        making = null;
      }
    },
    cancel: () => making?.abort(),
    take: async (offset, data, total) => {
      if (offset === 0) {
        await rm(arrived, { force: true });
        // What arrives, and then what is unpacked from it.
        needRoom(options.home, total * 2, options.freeBytes);
      }
      const size = await stat(arrived).then(
        (found) => found.size,
        () => 0,
      );
      // A piece that is missing or comes twice would make another file of it.
      if (size !== offset) {
        await rm(arrived, { force: true });
        throw new AppError('move_damaged');
      }
      try {
        await appendFile(arrived, data, { mode: 0o600 });
      } catch (error) {
        await rm(arrived, { force: true });
        throw storeError(error, options.home);
      }
    },
    open: async (passphrase, folder) => {
      if (!existsSync(arrived)) throw new AppError('move_not_file');
      try {
        await openMove(arrived, passphrase, folder, options.now());
      } finally {
        await rm(arrived, { force: true });
      }
    },
  };
}

/** Where the person looks for what a program saves. */
export function downloadsFolder(at: { readonly home: string; readonly downloads?: string | undefined }): string {
  const own = join(homedir(), 'Downloads');
  return at.downloads ?? (existsSync(own) ? own : at.home);
}

/** A name that no file has yet. */
function freeName(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${name}${count === 1 ? '' : `-${count}`}.banthao-move`);
    if (!existsSync(path)) return path;
  }
}
