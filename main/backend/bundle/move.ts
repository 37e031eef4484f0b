import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError, MOVE_RULES } from '../../../shared/contract/index.ts';
import { openStore, readJsonFile, type Store, storeError, writeFileSafely } from '../store/index.ts';
import { type Entry, packEntries, unpackEntries } from './entries.ts';
import { sealFile, unsealFile } from './sealed-file.ts';

/** What a data folder would fill, in bytes, and how many pictures that counts. */
export function measureMove(folder: string): { bytes: number; pictures: number } {
  const pictures = picturesOf(folder);
  const database = statSync(join(folder, 'database.sqlite')).size;
  return { bytes: database + pictures.reduce((sum, { bytes }) => sum + bytes, 0), pictures: pictures.length };
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
  readonly signal: AbortSignal;
}

/**
 * Packs a data folder into one sealed file: all posts, revisions, working copies, outbox and settings (the database as it
 * is now), its pictures, and its device, from which the new computer starts a line of its own. The key that approves
 * stays: it is of this computer. Given up or failed, nothing stays behind.
 *
 * @throws AppError `move_cancelled`, `disk_full`, `folder_unwritable`.
 */
export async function makeMove({ db, folder, target, passphrase, now, onProgress, signal }: MakeMove): Promise<void> {
  if (!isPassphraseGood(passphrase)) throw new AppError('bad_input', { place: 'passphrase' });
  const copy = join(folder, 'moving.sqlite');
  const making = `${target}.part`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(copy, { force: true });
    rmSync(making, { force: true });
    await db.backup(copy);
    const device = join(folder, 'device.json');
    const entries: Entry[] = [
      { name: 'database.sqlite', path: copy, bytes: statSync(copy).size },
      ...(existsSync(device) ? [{ name: 'device.json', path: device, bytes: statSync(device).size }] : []),
      ...picturesOf(folder),
    ];
    const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    await sealFile(making, passphrase, packEntries(entries), (bytes) => {
      if (signal.aborted) throw new AppError('move_cancelled');
      done = Math.min(total, done + bytes);
      onProgress(done, total);
    });
    renameSync(making, target);
    writeFileSafely(movedPath(folder), JSON.stringify({ at: now.toISOString() }));
  } catch (error) {
    throw storeError(error, dirname(target));
  } finally {
    rmSync(making, { force: true });
    rmSync(copy, { force: true });
  }
}

/**
 * Opens a sealed file into a data folder that is not there yet, or not bound to anybody. Everything is laid out and checked
 * beside it first; a file that is not whole changes nothing.
 *
 * @throws AppError `move_not_file`, `move_passphrase`, `move_damaged`, `move_occupied`, `database_newer`, `disk_full`.
 */
export async function openMove(file: string, passphrase: string, folder: string, now: Date): Promise<void> {
  if (existsSync(join(folder, 'device.json'))) throw new AppError('move_occupied');
  const arriving = `${folder}.arriving`;
  rmSync(arriving, { recursive: true, force: true });
  try {
    mkdirSync(arriving, { recursive: true });
    await unpackEntries(unsealFile(file, passphrase), arriving);
    if (!existsSync(join(arriving, 'database.sqlite'))) throw new AppError('move_damaged');
    const db = openStore(join(arriving, 'database.sqlite'));
    try {
      // Checks all of it, and is what a later recovery starts from: the old computer's log stayed there.
      await db.backUp(now);
    } finally {
      db.close();
    }
    // What an unfinished sign-in has left is kept, aside.
    if (existsSync(folder)) renameSync(folder, `${folder}-${now.toISOString().replace(/[:.]/g, '-')}`);
    renameSync(arriving, folder);
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
