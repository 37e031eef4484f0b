import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MediaReference, PICTURE_WIDTHS } from '../../../shared/content/index.ts';
import { moveFileSafely, type Store, storeError, writeFileSafely } from '../store/index.ts';

/** The pictures and attached files of one data folder: files named by their hash, and rows that say where each one is. */
export interface MediaShelf {
  /** The path of a picture that is on this computer, else `null`. */
  path(hash: string): string | null;
  /** What is known of a picture, whether it is here or not. */
  reference(hash: string): MediaReference | null;
  /** Stores a picture's bytes (already checked against the hash) and remembers that it is here. */
  put(reference: MediaReference, data: Uint8Array): void;
  /** The same for a file that lies in this data folder already, flushed to the disk: it is moved, not copied. */
  adopt(reference: MediaReference, from: string): void;
  /** Where a file may lie while it arrives from the portal. */
  arrivingPath(hash: string): string;
  /** Files that some post shows and that are not here: pictures, then the others, small ones first. */
  toFetch(): MediaReference[];
  /** Files the portal waits for and that are here, in the same order. */
  toSend(): MediaReference[];
  /** Notes exactly which pictures the portal waits for. */
  setWanted(hashes: readonly string[]): void;
  clearWanted(hash: string): void;
  countToSend(): number;
  /** Pictures the portal waits for that are not here either: nobody can send them from this computer. */
  countWantedNotHere(): number;
  /** Where on the portal an upload goes on that was begun, also before a restart; `null` for one not begun. */
  uploadOf(hash: string): string | null;
  noteUpload(hash: string, path: string | null): void;
  /** Hashes of pictures that the person let pass on a metered line. */
  allowed(): ReadonlySet<string>;
  allow(hashes: readonly string[]): void;
  /** Drops a file that was erased everywhere: it is neither fetched nor taken in again. */
  erase(hash: string): void;
}

/** The lanes of design 7: pictures, then other files. */
const IN_LANES = "reference ->> '$.mime' <> 'image/webp', CAST(reference ->> '$.bytes' AS INTEGER), hash";

/** Where small versions of a picture may lie, beside the folder of what is stored: see `small.ts`. */
export function smallFiles(folder: string, hash: string): string[] {
  return PICTURE_WIDTHS.map((width) => join(dirname(folder), 'small', hash.slice(0, 2), `${hash}-${width}.webp`));
}

/**
 * Every file is kept as `HASH.webp`, whatever it is: its type stands in its row, is checked where it comes in, and no
 * program is tempted to open it from here.
 */
export function openMediaShelf(db: Store, folder: string): MediaShelf {
  const fileOf = (hash: string): string => join(folder, hash.slice(0, 2), `${hash}.webp`);
  const read = (row: { reference: string } | undefined): MediaReference | null =>
    row === undefined ? null : (JSON.parse(row.reference) as MediaReference);
  const oneByHash = db.prepare<[string], { reference: string }>('SELECT reference FROM media WHERE hash = ?');
  const oneHere = db.prepare<[string], object>('SELECT 1 FROM media WHERE hash = ? AND is_here = 1');
  const wantedAndHere = db.prepare<[], { reference: string }>(
    `SELECT reference FROM media WHERE is_wanted = 1 AND is_here = 1 ORDER BY ${IN_LANES}`,
  );
  const isErased = db.prepare<[string], object>('SELECT 1 FROM erased WHERE hash = ?');
  const erase = (hash: string): void => {
    for (const path of [fileOf(hash), ...smallFiles(folder, hash)]) rmSync(path, { force: true });
    db.prepare('UPDATE media SET is_here = 0, is_wanted = 0, upload = NULL WHERE hash = ?').run(hash);
  };
  const noteHere = (reference: MediaReference): void => {
    if (isErased.get(reference.hash) !== undefined) {
      erase(reference.hash);
      return;
    }
    db.prepare(
      `INSERT INTO media (hash, reference, is_here) VALUES (?, ?, 1)
       ON CONFLICT (hash) DO UPDATE SET is_here = 1, is_allowed = 0`,
    ).run(reference.hash, JSON.stringify(reference));
  };
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
      noteHere(reference);
    },
    adopt: (reference, from) => {
      try {
        moveFileSafely(from, fileOf(reference.hash));
      } catch (error) {
        throw storeError(error, folder);
      }
      noteHere(reference);
    },
    arrivingPath: (hash) => `${fileOf(hash)}.part`,
    toFetch: () =>
      db
        .prepare<[], { reference: string }>(
          `SELECT reference FROM media WHERE is_here = 0 AND hash NOT IN (SELECT hash FROM erased) ORDER BY ${IN_LANES}`,
        )
        .all()
        .flatMap((row) => read(row) ?? []),
    toSend: () => wantedAndHere.all().flatMap((row) => read(row) ?? []),
    setWanted: (hashes) => {
      db.prepare('UPDATE media SET is_wanted = 0 WHERE is_wanted = 1').run();
      const mark = db.prepare('UPDATE media SET is_wanted = 1 WHERE hash = ?');
      for (const hash of hashes) mark.run(hash);
    },
    clearWanted: (hash) => {
      db.prepare('UPDATE media SET is_wanted = 0, upload = NULL, is_allowed = 0 WHERE hash = ?').run(hash);
    },
    countToSend: () => wantedAndHere.all().length,
    countWantedNotHere: () =>
      db.prepare<[], { n: number }>('SELECT count(*) AS n FROM media WHERE is_wanted = 1 AND is_here = 0').get()?.n ??
      0,
    uploadOf: (hash) =>
      db.prepare<[string], { upload: string | null }>('SELECT upload FROM media WHERE hash = ?').get(hash)?.upload ??
      null,
    noteUpload: (hash, path) => {
      db.prepare('UPDATE media SET upload = ? WHERE hash = ?').run(path, hash);
    },
    allowed: () =>
      new Set(
        db
          .prepare<[], { hash: string }>('SELECT hash FROM media WHERE is_allowed = 1')
          .all()
          .map(({ hash }) => hash),
      ),
    allow: (hashes) => {
      const mark = db.prepare('UPDATE media SET is_allowed = 1 WHERE hash = ?');
      for (const hash of hashes) mark.run(hash);
    },
    erase,
  };
}
