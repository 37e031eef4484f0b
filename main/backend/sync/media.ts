import { readFileSync } from 'node:fs';
import { DetailedError, Upload } from 'tus-js-client';
import { hashBytes, type MediaReference } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { API } from '../../../shared/sync/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { fetchBytes, networkError, PATIENCE_MS } from './http.ts';

/** Bytes sent in one PATCH: small enough that a cut line costs little, large enough for few requests. */
const CHUNK = 1_000_000;

interface Line {
  readonly address: string;
  readonly token: string;
  /** Milliseconds without a byte moving after which the line counts as dead. */
  readonly patienceMs?: number;
}

/**
 * Sends the pictures the portal waits for, until `isUrgent` says that words wait: an approval never waits behind
 * pictures (design 7). One that the portal will not take does not stop the rest.
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
    try {
      await uploadPicture(reference, readFileSync(path), line);
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
      const bytes = await fetchBytes(line.address, `${API.media}/${hash}`, line.token);
      if (hashBytes(bytes) !== hash) {
        passOver(hash);
        continue;
      }
      shelf.put(reference, bytes);
      fetched += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'post_not_found') throw error;
      passOver(hash);
    }
  }
  return fetched;
}

/** Ends in an error, too, when the portal says nothing for so long: tus itself would wait for ever on a dead line. */
export function uploadPicture(reference: MediaReference, bytes: Buffer, line: Line): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: new URL(API.uploads, line.address).href,
      chunkSize: CHUNK,
      // Retrying is the sync loop's task, with its own back-off.
      retryDelays: null,
      metadata: { hash: reference.hash },
      headers: { authorization: `Bearer ${line.token}` },
      onProgress: () => patience.refresh(),
      onError: (error) => {
        clearTimeout(patience);
        reject(uploadError(error, line.address));
      },
      onSuccess: () => {
        clearTimeout(patience);
        resolve();
      },
    });
    const giveUp = (): void => {
      const { host } = new URL(line.address);
      void upload.abort().finally(() => reject(new AppError('portal_timeout', { host })));
    };
    const patience = setTimeout(giveUp, line.patienceMs ?? PATIENCE_MS);
    upload.start();
  });
}

function uploadError(error: Error, address: string): AppError {
  const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
  if (status === 401) return new AppError('signed_out', {}, { cause: error });
  if (status !== undefined) return new AppError('portal_failed', {}, { cause: error });
  return networkError(error instanceof DetailedError ? (error.causingError ?? error) : error, address);
}
