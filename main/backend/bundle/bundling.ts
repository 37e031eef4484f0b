import { existsSync, rmSync } from 'node:fs';
import { appendFile, copyFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError, type BundleLook, type Input, type Output } from '../../../shared/contract/index.ts';
import { BUNDLE_LIMITS } from '../../../shared/sync/index.ts';
import { certificateOf, countSealed } from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { countOutbox, type Desk } from '../posts/index.ts';
import { freeBytesOf, storeError } from '../store/index.ts';
import { fetchReceipts, type Login } from '../sync/index.ts';
import { acceptedIn } from './gather.ts';
import { makeBundle, measureBundle } from './make.ts';
import { downloadsFolder } from './moving.ts';
import { lookIntoBundle, takeBundle } from './take.ts';

/** Whose work is exported, or takes a file in. */
export interface BundlePlace {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly login: Login;
  readonly titleOfCopy: (original: string) => string;
}

/** Files to carry and files that came, one of each at a time. */
export interface Bundling {
  measure(place: BundlePlace, days: Days): Output<'bundle.measure'>;
  make(place: BundlePlace, wanted: Input<'bundle.make'>): Promise<Output<'bundle.make'>>;
  cancel(): void;
  /** Takes the next piece of a file from the window. @throws AppError `bundle_no_room`, `bundle_damaged`. */
  give(piece: { name: string; offset: number; total: number; data: Uint8Array }): Promise<void>;
  /** Takes a file that was opened with the program. `look` tells why it could not. */
  accept(path: string): Promise<void>;
  /** The name of the file that came and was not taken in or left yet. */
  arrived(): string | null;
  look(place: BundlePlace, passphrase: string | null): Promise<BundleLook>;
  take(place: BundlePlace, passphrase: string | null): Promise<Output<'bundle.take'>>;
  leave(): void;
}

type Days = Input<'bundle.measure'>['days'];

const DAY_MS = 86_400_000;
/** Receipts asked for in one request, and in all, before a file is made. */
const RECEIPTS = { atOnce: 200, most: 2_000 } as const;

export function createBundling(options: {
  readonly home: string;
  readonly downloads: string | undefined;
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number) => void;
  /** Free bytes of a folder's disk, where a test steers them. */
  readonly freeBytes?: (folder: string) => number;
}): Bundling {
  const { home, now, freeBytes = freeBytesOf } = options;
  const downloads = downloadsFolder(options);
  const file = join(home, 'arrived.banthao');
  // What a program that was killed had taken of a file.
  rmSync(file, { force: true });
  let making: AbortController | null = null;
  let name: string | null = null;
  /** Why the file that was opened with the program could not be taken. */
  let refusal: unknown = null;
  const since = (days: Days): string | null => {
    if (days === null) return null;
    return days === 0 ? '' : new Date(now().getTime() - days * DAY_MS).toISOString();
  };
  const needRoom = (bytes: number): void => {
    if (bytes > BUNDLE_LIMITS.fileBytes) throw new AppError('bundle_too_large');
    const free = freeBytes(home);
    const need = bytes * 2;
    if (free < need)
      throw new AppError('bundle_no_room', { need: Math.ceil(need / 1_000_000), free: Math.floor(free / 1_000_000) });
  };
  const leave = (): void => {
    name = null;
    refusal = null;
    rmSync(file, { force: true });
  };
  return {
    measure: ({ desk, shelf }, days) => ({
      ...measureBundle(desk, shelf, { since: since(days) }),
      isCertified: certificateOf(desk.db, desk.device.id) !== null,
      waiting: countOutbox(desk.db) + countSealed(desk.db),
    }),
    make: async ({ desk, shelf, login }, { days, passphrase, withPictures }) => {
      if (making !== null) throw new AppError('bundle_busy');
      making = new AbortController();
      const choice = { since: since(days) };
      try {
        if (login.token() !== null) await askForReceipts(desk, login, acceptedIn(desk, choice));
        const day = now().toISOString().slice(0, 10);
        const savedAt = freeName(downloads, `ban-thao-${day}-${plainName(desk.me().name)}`);
        const { onProgress } = options;
        const { signal } = making;
        const wanted = { desk, shelf, ...choice, target: savedAt, passphrase, withPictures };
        return { savedAt, ...(await makeBundle({ ...wanted, onProgress, signal, freeBytes })) };
      } finally {
        making = null;
      }
    },
    cancel: () => making?.abort(),
    give: async (piece) => {
      if (piece.offset === 0) {
        leave();
        needRoom(piece.total);
      }
      const size = await stat(file).then(
        (found) => found.size,
        () => 0,
      );
      // A piece that is missing or comes twice would make another file of it.
      if (size !== piece.offset || size + piece.data.length > piece.total) {
        leave();
        throw new AppError('bundle_damaged');
      }
      try {
        await appendFile(file, piece.data, { mode: 0o600 });
      } catch (error) {
        leave();
        throw storeError(error, home);
      }
      if (size + piece.data.length === piece.total) name = basename(piece.name);
    },
    accept: async (path) => {
      leave();
      // The window asks what is in it, and is told then why it could not be taken.
      name = basename(path);
      try {
        const found = await stat(path).catch(() => null);
        if (!found?.isFile()) throw new AppError('bundle_not_file');
        needRoom(found.size);
        // Its own copy: the stick may be pulled out while the person looks at what is in it.
        await copyFile(path, file);
      } catch (error) {
        rmSync(file, { force: true });
        refusal = storeError(error, home);
      }
    },
    arrived: () => name,
    look: async ({ desk }, passphrase) => {
      if (refusal !== null) throw refusal;
      return lookIntoBundle(desk, file, passphrase);
    },
    take: async ({ desk, shelf, titleOfCopy }, passphrase) => {
      const { mutations, boxes, pictures, posts } = await takeBundle({
        desk,
        shelf,
        path: file,
        passphrase,
        titleOfCopy,
      });
      leave();
      return { mutations, drafts: boxes, pictures, posts: [...posts] };
    },
    leave,
  };
}

/** Verdicts signed by the portal, for whoever gets the file without a line. Without a line here, it goes without. */
async function askForReceipts(desk: Desk, login: Login, ids: readonly string[]): Promise<void> {
  const address = desk.address();
  const newest = ids.slice(-RECEIPTS.most);
  try {
    for (let at = 0; at < newest.length; at += RECEIPTS.atOnce)
      await login.during((token) => fetchReceipts(desk, { address, token }, newest.slice(at, at + RECEIPTS.atOnce)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** A name in letters that every stick and system takes. */
function plainName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'tep';
}

/** A name that no file has yet. */
function freeName(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${name}${count === 1 ? '' : `-${count}`}.banthao`);
    if (!existsSync(path)) return path;
  }
}
