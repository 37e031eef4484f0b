import { existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError, MOVE_RULES } from '../../../shared/contract/index.ts';
import {
  freeBytesOf,
  isSameDisk,
  openStore,
  readJsonFile,
  renamePatiently,
  type Store,
  sizeOf,
  storeError,
  writeFileSafely,
} from '../store/index.ts';
import { type Entry, packEntries, unpackEntries } from './entries.ts';
import { sealFile, unsealFile } from './sealed-file.ts';

/** Free space that must remain on a disk, in bytes, after all that moving writes: for what goes on meanwhile. */
export const SPARED_BYTES = 50_000_000;

/** What a data folder would fill, in bytes (words still in the WAL included), and how many pictures that counts. */
export function measureMove(db: Store, folder: string): { bytes: number; pictures: number } {
  const pictures = picturesOf(folder);
  const bytes = sizeOf(db) + pictures.reduce((sum, { bytes }) => sum + bytes, 0);
  return { bytes, pictures: pictures.length };
}

/** @throws AppError `move_no_room` when the disk of a folder has not so many bytes and some to spare. */
export function needRoom(folder: string, bytes: number, freeBytes: typeof freeBytesOf = freeBytesOf): void {
  const [free, needed] = [freeBytes(folder), bytes + SPARED_BYTES];
  if (free < needed) throw new AppError('move_no_room', { needed: megabytesUp(needed), free: megabytesUp(free) });
}

function megabytesUp(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}

export interface MakeMove {
  readonly db: Store;
  /** The data folder. */
  readonly folder: string;
  /** Where the file is to be, with its name; it must not be there yet. */
  readonly target: string;
  readonly passphrase: string;
  readonly now: Date;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: Pick<AbortSignal, 'aborted'>;
  /** Free bytes of a folder's disk, where a test steers them. */
  readonly freeBytes?: typeof freeBytesOf;
}

/**
 * Packs a data folder into one sealed file: all posts, revisions, working copies, outbox and settings (the database as it
 * is now), its pictures, and its device, from which the new computer starts a line of its own. The key that approves
 * stays: it is of this computer. Given up (at any moment) or failed, nothing stays behind.
 *
 * @throws AppError `move_cancelled`, `move_no_room`, `disk_full`, `folder_unwritable`.
 */
export async function makeMove(wanted: MakeMove): Promise<void> {
  const { db, folder, target, passphrase, now, onProgress, signal, freeBytes } = wanted;
  if (!isPassphraseGood(passphrase)) throw new AppError('bad_input', { place: 'passphrase' });
  const copy = join(folder, 'moving.sqlite');
  const making = `${target}.part`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(copy, { force: true });
    rmSync(making, { force: true });
    const { bytes } = measureMove(db, folder);
    const isOneDisk = isSameDisk(folder, dirname(target));
    needRoom(folder, sizeOf(db) + (isOneDisk ? bytes : 0), freeBytes);
    if (!isOneDisk) needRoom(dirname(target), bytes, freeBytes);
    await db.backup(copy, { progress: () => goOn(signal) });
    const device = join(folder, 'device.json');
    const entries: Entry[] = [
      { name: 'database.sqlite', path: copy, bytes: statSync(copy).size },
      ...(existsSync(device) ? [{ name: 'device.json', path: device, bytes: statSync(device).size }] : []),
      ...picturesOf(folder),
    ];
    const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    await sealFile(making, passphrase, whileWanted(packEntries(entries), signal), (bytes) => {
      done = Math.min(total, done + bytes);
      onProgress(done, total);
    });
    goOn(signal);
    renamePatiently(making, target);
    writeFileSafely(movedPath(folder), JSON.stringify({ at: now.toISOString() }));
  } catch (error) {
    throw storeError(error, dirname(target));
  } finally {
    rmSync(making, { force: true });
    rmSync(copy, { force: true });
  }
}

/** Pages of the database copied between two looks at whether it is still wanted. */
const PAGES = 100;

function goOn(signal: MakeMove['signal']): number {
  if (signal.aborted) throw new AppError('move_cancelled');
  return PAGES;
}

/** Passes on what is read, and stops within a few kilobytes of being given up. */
async function* whileWanted(parts: AsyncIterable<Uint8Array>, signal: MakeMove['signal']): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    goOn(signal);
    yield part;
  }
  goOn(signal);
}

/**
 * Opens a sealed file into a data folder that is not there yet, or not bound to anybody. Everything is laid out and checked
 * beside it first; a file that is not whole changes nothing.
 *
 * @throws AppError `move_not_file`, `move_passphrase`, `move_damaged`, `move_occupied`, `move_no_room`, `database_newer`,
 * `disk_full`.
 */
export async function openMove(
  file: string,
  passphrase: string,
  folder: string,
  now: Date,
  freeBytes: typeof freeBytesOf = freeBytesOf,
): Promise<void> {
  if (existsSync(join(folder, 'device.json'))) throw new AppError('move_occupied');
  const arriving = `${folder}.arriving`;
  rmSync(arriving, { recursive: true, force: true });
  try {
    mkdirSync(arriving, { recursive: true });
    needRoom(arriving, statSync(file).size, freeBytes);
    await unpackEntries(unsealFile(file, passphrase), arriving);
    if (!existsSync(join(arriving, 'database.sqlite'))) throw new AppError('move_damaged');
    const db = openStore(join(arriving, 'database.sqlite'));
    try {
      needRoom(arriving, sizeOf(db), freeBytes);
      // Checks all of it, and is what a later recovery starts from: the old computer's log stayed there.
      if (!(await db.backUp(now, 0))) throw new AppError('disk_full');
    } finally {
      db.close();
    }
    // What an unfinished sign-in has left is kept, aside.
    if (existsSync(folder)) renamePatiently(folder, `${folder}-${now.toISOString().replace(/[:.]/g, '-')}`);
    renamePatiently(arriving, folder);
  } catch (error) {
    rmSync(arriving, { recursive: true, force: true });
    throw storeError(error, folder);
  }
}

/** Whether a passphrase keeps the rules that the window shows. */
export function isPassphraseGood(passphrase: string): boolean {
  return passphrase.normalize('NFC').trim().length >= MOVE_RULES.passphraseLength;
}

/** When a file was last made to move from here, until the person has read it. */
export function readMoved(folder: string): string | null {
  return movedSchema.safeParse(readJsonFile(movedPath(folder))).data?.at ?? null;
}

export function forgetMoved(folder: string): void {
  rmSync(movedPath(folder), { force: true });
}

const movedSchema = z.object({ at: z.iso.datetime() });

function movedPath(folder: string): string {
  return join(folder, 'moved.json');
}

function picturesOf(folder: string): Entry[] {
  return globSync('media/*/*', { cwd: folder })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^media\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,5}$/.test(name))
    .sort()
    .map((name) => ({ name, path: join(folder, name), bytes: statSync(join(folder, name)).size }));
}
