import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { DetailedError, Upload } from 'tus-js-client';
import { hashBytes, type MediaReference } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { API } from '../../../shared/sync/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { fetchBytes, fetchParts, networkError, PATIENCE_MS } from './http.ts';

/** Bytes sent in one PATCH: small enough that a cut line costs little, large enough for few requests. */
const CHUNK = 1_000_000;

interface Line {
  readonly address: string;
  readonly token: string;
  /** Milliseconds without a byte moving after which the line counts as dead. */
  readonly patienceMs?: number;
}

/**
 * Sends the pictures the portal waits for, then the files, until `isUrgent` says that words wait: an approval never
 * waits behind a picture, nor behind the rest of a film (design 7). What was begun goes on from where it stopped. One
 * that the portal will not take does not stop the rest.
 *
 * @returns how many arrived, and why one was not taken.
 * @throws AppError when the line is down.
 */
export async function sendPictures(
  shelf: MediaShelf,
  line: Line,
  isUrgent: () => boolean,
): Promise<{ sent: number; refusal: AppError | null }> {
  let sent = 0;
  let refusal: AppError | null = null;
  for (const reference of shelf.toSend()) {
    const path = shelf.path(reference.hash);
    if (path === null) continue;
    // A file cut short or grown on this disk: read as a stream, it would end the line for all the others.
    if (statSync(path).size !== reference.bytes) {
      refusal = new AppError('portal_failed');
      continue;
    }
    try {
      if ((await uploadMedia(shelf, reference, path, line, isUrgent)) === 'stopped') break;
      shelf.clearWanted(reference.hash);
      sent += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'portal_failed') throw error;
      refusal = error;
    }
    if (isUrgent()) break;
  }
  return { sent, refusal };
}

/** Pictures the portal did not have, with the time (ms) from which on to ask again. */
export type AbsentPictures = Map<string, number>;
const ASK_AGAIN_MS = 5 * 60_000;

/**
 * Fetches pictures that posts show and that are not here, until `isUrgent` says that words wait. One that the portal
 * lacks (or has wrong) does not stop the rest, and is not asked for again at once.
 */
export async function fetchPictures(
  shelf: MediaShelf,
  line: Line,
  isUrgent: () => boolean,
  absent: AbsentPictures,
  now: Date,
): Promise<number> {
  let fetched = 0;
  const passOver = (hash: string): void => void absent.set(hash, now.getTime() + ASK_AGAIN_MS);
  for (const hash of shelf.toFetch()) {
    if (isUrgent()) break;
    if (now.getTime() < (absent.get(hash) ?? 0)) continue;
    const reference = shelf.reference(hash);
    if (reference === null) continue;
    try {
      if (await fetchOne(shelf, reference, line)) fetched += 1;
      else passOver(hash);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'post_not_found') throw error;
      passOver(hash);
    }
  }
  return fetched;
}

/** Returns whether what came is what was asked for; then it is kept. */
async function fetchOne(shelf: MediaShelf, reference: MediaReference, { address, token }: Line): Promise<boolean> {
  const path = `${API.media}/${reference.hash}`;
  if (reference.mime === 'image/webp') {
    const bytes = await fetchBytes(address, path, token);
    if (hashBytes(bytes) !== reference.hash) return false;
    shelf.put(reference, bytes);
    return true;
  }
  const arriving = shelf.arrivingPath(reference.hash);
  mkdirSync(dirname(arriving), { recursive: true });
  const digest = createHash('sha256');
  const file = openSync(arriving, 'w', 0o600);
  try {
    await fetchParts(address, path, token, (part) => {
      digest.update(part);
      for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
    });
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

/** Ends in an error, too, when the portal says nothing for so long: tus itself would wait for ever on a dead line. */
export function uploadMedia(
  shelf: MediaShelf,
  reference: MediaReference,
  path: string,
  line: Line,
  isUrgent: () => boolean = () => false,
): Promise<'sent' | 'stopped'> {
  const begun = shelf.uploadOf(reference.hash);
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(path), {
      endpoint: new URL(API.uploads, line.address).href,
      ...(begun === null ? {} : { uploadUrl: new URL(begun, line.address).href }),
      uploadSize: reference.bytes,
      chunkSize: CHUNK,
      // Retrying is the sync loop's task, with its own back-off.
      retryDelays: null,
      metadata: { hash: reference.hash, ...(reference.mime === 'image/webp' ? {} : { type: reference.mime }) },
      headers: { authorization: `Bearer ${line.token}` },
      onUploadUrlAvailable: () => {
        if (upload.url !== null) shelf.noteUpload(reference.hash, new URL(upload.url).pathname);
      },
      onProgress: () => patience.refresh(),
      onChunkComplete: (_size, sent) => {
        if (sent < reference.bytes && isUrgent()) stop('stopped');
      },
      onError: (error) => {
        clearTimeout(patience);
        reject(uploadError(error, line.address));
      },
      onSuccess: () => {
        clearTimeout(patience);
        resolve('sent');
      },
    });
    const stop = (end: 'stopped' | 'silent'): void => {
      clearTimeout(patience);
      const { host } = new URL(line.address);
      void upload.abort().finally(() => {
        if (end === 'stopped') resolve(end);
        else reject(new AppError('portal_timeout', { host }));
      });
    };
    const patience = setTimeout(() => stop('silent'), line.patienceMs ?? PATIENCE_MS);
    upload.start();
  });
}

function uploadError(error: Error, address: string): AppError {
  const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
  if (status === 401) return new AppError('signed_out', {}, { cause: error });
  if (status !== undefined) return new AppError('portal_failed', {}, { cause: error });
  return networkError(error instanceof DetailedError ? (error.causingError ?? error) : error, address);
}
