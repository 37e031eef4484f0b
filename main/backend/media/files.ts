import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaReference } from '../../../shared/content/index.ts';
import { type Store, storeError, writeFileSafely } from '../store/index.ts';

/** The pictures of one data folder: files named by their hash, and rows that say where each one is. */
export interface MediaShelf {
  /** The path of a picture that is on this computer, else `null`. */
  path(hash: string): string | null;
  /** What is known of a picture, whether it is here or not. */
  reference(hash: string): MediaReference | null;
  /** Stores a picture's bytes (already checked against the hash) and remembers that it is here. */
  put(reference: MediaReference, data: Uint8Array): void;
  /** Hashes of pictures that some post shows and that are not here. */
  toFetch(): string[];
  /** Pictures the portal waits for and that are here. */
  toSend(): MediaReference[];
  /** Notes exactly which pictures the portal waits for. */
  setWanted(hashes: readonly string[]): void;
  clearWanted(hash: string): void;
  countToSend(): number;
}

export function openMediaShelf(db: Store, folder: string): MediaShelf {
  const fileOf = (hash: string): string => join(folder, hash.slice(0, 2), `${hash}.webp`);
  const read = (row: { reference: string } | undefined): MediaReference | null =>
    row === undefined ? null : (JSON.parse(row.reference) as MediaReference);
  const oneByHash = db.prepare<[string], { reference: string }>('SELECT reference FROM media WHERE hash = ?');
  const oneHere = db.prepare<[string], object>('SELECT 1 FROM media WHERE hash = ? AND is_here = 1');
  const wantedAndHere = db.prepare<[], { reference: string }>(
    'SELECT reference FROM media WHERE is_wanted = 1 AND is_here = 1',
  );
  return {
    path: (hash) => {
      if (!/^[0-9a-f]{64}$/.test(hash)) return null;
      if (existsSync(fileOf(hash))) return fileOf(hash);
      // A file somebody took away: it counts as absent from now on, and is fetched again.
      if (oneHere.get(hash) !== undefined) db.prepare('UPDATE media SET is_here = 0 WHERE hash = ?').run(hash);
      return null;
    },
    reference: (hash) => read(oneByHash.get(hash)),
    put: (reference, data) => {
      try {
        writeFileSafely(fileOf(reference.hash), data);
      } catch (error) {
        throw storeError(error, folder);
      }
      db.prepare(
        `INSERT INTO media (hash, reference, is_here) VALUES (?, ?, 1)
         ON CONFLICT (hash) DO UPDATE SET is_here = 1`,
      ).run(reference.hash, JSON.stringify(reference));
    },
    toFetch: () =>
      db
        .prepare<[], { hash: string }>('SELECT hash FROM media WHERE is_here = 0')
        .all()
        .map(({ hash }) => hash),
    toSend: () => wantedAndHere.all().flatMap((row) => read(row) ?? []),
    setWanted: (hashes) => {
      db.prepare('UPDATE media SET is_wanted = 0 WHERE is_wanted = 1').run();
      const mark = db.prepare('UPDATE media SET is_wanted = 1 WHERE hash = ?');
      for (const hash of hashes) mark.run(hash);
    },
    clearWanted: (hash) => {
      db.prepare('UPDATE media SET is_wanted = 0 WHERE hash = ?').run(hash);
    },
    countToSend: () => wantedAndHere.all().length,
  };
}
