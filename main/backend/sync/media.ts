import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hashBytes, type MediaReference } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { API } from '../../../shared/sync/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { isCode } from './failure.ts';
import { fetchBytes, fetchParts } from './http.ts';
import { Pace, type UploadLine, uploadFile } from './upload.ts';

/** Pictures on their way at once, each way: enough to fill a line, few enough to leave others room on it. */
const AT_ONCE = 2;

/** What decides about pictures, and what is told of them. */
export interface PictureTalk {
  /** Whether words wait: pictures then let them pass, in the middle of one if need be (design 7). */
  readonly isUrgent: () => boolean;
  /** Which may travel: on a metered line not all. */
  readonly mayTravel: (picture: MediaReference) => boolean;
  /** Bytes of one picture that have come to the other side so far. */
  readonly onProgress: (picture: MediaReference, done: number) => void;
}

/**
 * Sends the pictures the portal waits for, then the files. What was begun goes on from where it stopped. One that the
 * portal will not take does not stop the rest; a full portal, or a limit for the day, stops pictures, not words.
 *
 * @returns how many arrived, and why one was not taken.
 * @throws AppError when the line is down.
 */
export async function sendPictures(
  shelf: MediaShelf,
  line: UploadLine,
  talk: PictureTalk & { readonly pace: Pace },
): Promise<{ sent: number; refusal: AppError | null }> {
  let sent = 0;
  let refusal = null as AppError | null;
  let isFull = false;
  const send = async (reference: MediaReference, isHalted: () => boolean): Promise<void> => {
    const { hash } = reference;
    const path = shelf.path(hash);
    if (path === null) return;
    // A file cut short or grown on this disk is not what was promised.
    if (statSync(path).size !== reference.bytes) {
      refusal = new AppError('portal_failed', { host: new URL(line.address).host });
      return;
    }
    try {
      if ((await uploadMedia(shelf, reference, path, line, { ...talk, isHalted })) === 'stopped') return;
      shelf.clearWanted(hash);
      sent += 1;
    } catch (error) {
      const isNoMore = isCode(error, 'portal_full') || isCode(error, 'quota_reached');
      if (!isNoMore && !isCode(error, 'portal_failed')) throw error;
      refusal = error;
      if (isNoMore) isFull = true;
      else shelf.noteUpload(hash, null);
    }
  };
  await severalAtOnce(shelf.toSend().filter(talk.mayTravel), () => isFull || talk.isUrgent(), send);
  return { sent, refusal };
}

/** Pictures the portal did not have, with the time (ms) from which on to ask again. */
export type AbsentPictures = Map<string, number>;
const ASK_AGAIN_MS = 5 * 60_000;

/**
 * Fetches pictures that posts show and that are not here. One that the portal lacks (or has wrong) does not stop the
 * rest, and is not asked for again at once.
 */
export async function fetchPictures(
  shelf: MediaShelf,
  line: UploadLine,
  talk: PictureTalk,
  absent: AbsentPictures,
  now: Date,
): Promise<number> {
  let fetched = 0;
  const passOver = (hash: string): void => void absent.set(hash, now.getTime() + ASK_AGAIN_MS);
  const fetchOne = async (reference: MediaReference): Promise<void> => {
    const { hash } = reference;
    try {
      if (!(await fetchMedia(shelf, reference, line))) return passOver(hash);
      talk.onProgress(reference, reference.bytes);
      fetched += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'post_not_found') throw error;
      passOver(hash);
    }
  };
  const wanted = shelf.toFetch().filter((one) => now.getTime() >= (absent.get(one.hash) ?? 0) && talk.mayTravel(one));
  await severalAtOnce(wanted, talk.isUrgent, fetchOne);
  return fetched;
}

/** Returns whether what came is what was asked for; then it is kept. */
async function fetchMedia(shelf: MediaShelf, reference: MediaReference, line: UploadLine): Promise<boolean> {
  const { address, token } = line;
  const path = `${API.media}/${reference.hash}`;
  if (reference.mime === 'image/webp') {
    const bytes = await fetchBytes(address, path, token, line);
    if (hashBytes(bytes) !== reference.hash) return false;
    shelf.put(reference, bytes);
    return true;
  }
  const arriving = shelf.arrivingPath(reference.hash);
  mkdirSync(dirname(arriving), { recursive: true });
  const digest = createHash('sha256');
  const file = openSync(arriving, 'w', 0o600);
  try {
    const take = (part: Uint8Array): void => {
      digest.update(part);
      for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
    };
    await fetchParts(address, path, token, take, line);
    fsyncSync(file);
  } catch (error) {
    rmSync(arriving, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  const isWhole = digest.digest('hex') === reference.hash;
  if (isWhole) shelf.adopt(reference, arriving);
  else rmSync(arriving, { force: true });
  return isWhole;
}

/** How an upload goes on, where it need not run alone to its end. */
interface UploadTalk {
  readonly pace: Pace;
  readonly isHalted: () => boolean;
  readonly onProgress: (picture: MediaReference, done: number) => void;
}

/** Uploads one file, from where it stopped the last time. */
export async function uploadMedia(
  shelf: MediaShelf,
  reference: MediaReference,
  path: string,
  line: UploadLine,
  talk: UploadTalk = { pace: new Pace(), isHalted: () => false, onProgress: () => undefined },
): Promise<'sent' | 'stopped'> {
  const { hash, mime } = reference;
  const file = await open(path, 'r');
  try {
    const isThere = await uploadFile(
      line,
      {
        ...{ hash, type: mime === 'image/webp' ? null : mime, size: reference.bytes, begunAt: shelf.uploadOf(hash) },
        read: async (offset, length) => {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
          return buffer.subarray(0, bytesRead);
        },
      },
      {
        pace: talk.pace,
        isHalted: talk.isHalted,
        onBegun: (at) => shelf.noteUpload(hash, at),
        onProgress: (done) => talk.onProgress(reference, done),
      },
    );
    if (isThere) shelf.noteUpload(hash, null);
    return isThere ? 'sent' : 'stopped';
  } finally {
    await file.close();
  }
}

/** Works through items, a few at once, until one fails or it is to stop. Throws the first failure, once all have ended. */
async function severalAtOnce<Item>(
  items: readonly Item[],
  isStopped: () => boolean,
  work: (item: Item, isHalted: () => boolean) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const failures: unknown[] = [];
  const isHalted = (): boolean => failures.length > 0 || isStopped();
  const worker = async (): Promise<void> => {
    while (!isHalted()) {
      const item = queue.shift();
      if (item === undefined) return;
      await work(item, isHalted).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failures.length > 0) throw failures[0];
}
