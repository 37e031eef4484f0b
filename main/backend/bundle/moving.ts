import { existsSync } from 'node:fs';
import { appendFile, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';
import { makeMove, measureMove, openMove } from './move.ts';

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
  /** Takes the next piece of a file from the window. */
  take(offset: number, data: Uint8Array): Promise<void>;
  /** Opens what was taken into a fresh data folder. The pieces are gone when it has succeeded. */
  open(passphrase: string, folder: string): Promise<void>;
}

export function createMoving(options: {
  readonly home: string;
  readonly downloads: string | undefined;
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number) => void;
}): Moving {
  const own = join(homedir(), 'Downloads');
  const downloads = options.downloads ?? (existsSync(own) ? own : options.home);
  const arrived = join(options.home, 'arrived.banthao-move');
  let making: AbortController | null = null;
  return {
    measure: ({ folder }) => measureMove(folder),
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
    take: async (offset, data) => {
      if (offset === 0) await rm(arrived, { force: true });
      const size = await stat(arrived).then(
        (found) => found.size,
        () => 0,
      );
      // A piece that is missing or comes twice would make another file of it.
      if (size !== offset) throw new AppError('move_damaged');
      await appendFile(arrived, data, { mode: 0o600 });
    },
    open: async (passphrase, folder) => {
      if (!existsSync(arrived)) throw new AppError('move_not_file');
      await openMove(arrived, passphrase, folder, options.now());
      await rm(arrived, { force: true });
    },
  };
}

/** A name that no file has yet. */
function freeName(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${name}${count === 1 ? '' : `-${count}`}.banthao-move`);
    if (!existsSync(path)) return path;
  }
}
