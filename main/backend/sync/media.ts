import { readFileSync } from 'node:fs';
import { DetailedError, Upload } from 'tus-js-client';
import { hashBytes, type MediaReference } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { API } from '../../../shared/sync/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { fetchBytes, networkError } from './http.ts';

/** Bytes sent in one PATCH: small enough that a cut line costs little, large enough for few requests. */
const CHUNK = 1_000_000;

interface Line {
  readonly address: string;
  readonly token: string;
}

/** Sends the pictures the portal waits for. Returns how many arrived. @throws AppError at the first that cannot go. */
export async function sendPictures(shelf: MediaShelf, line: Line): Promise<number> {
  let sent = 0;
  for (const reference of shelf.toSend()) {
    const path = shelf.path(reference.hash);
    if (path === null) continue;
    await upload(reference, readFileSync(path), line);
    shelf.clearWanted(reference.hash);
    sent += 1;
  }
  return sent;
}

/** Fetches pictures that posts show and that are not here. One that the portal lacks does not stop the rest. */
export async function fetchPictures(shelf: MediaShelf, line: Line): Promise<number> {
  let fetched = 0;
  for (const hash of shelf.toFetch()) {
    const reference = shelf.reference(hash);
    if (reference === null) continue;
    try {
      const bytes = await fetchBytes(line.address, `${API.media}/${hash}`, line.token);
      if (hashBytes(bytes) !== hash) continue;
      shelf.put(reference, bytes);
      fetched += 1;
    } catch (error) {
      if (error instanceof AppError && error.code === 'post_not_found') continue;
      throw error;
    }
  }
  return fetched;
}

function upload(reference: MediaReference, bytes: Buffer, line: Line): Promise<void> {
  return new Promise((resolve, reject) => {
    new Upload(bytes, {
      endpoint: new URL(API.uploads, line.address).href,
      chunkSize: CHUNK,
      // Retrying is the sync loop's task, with its own back-off.
      retryDelays: null,
      metadata: { hash: reference.hash },
      headers: { authorization: `Bearer ${line.token}` },
      onError: (error) => reject(uploadError(error, line.address)),
      onSuccess: () => resolve(),
    }).start();
  });
}

function uploadError(error: Error, address: string): AppError {
  const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
  if (status === 401) return new AppError('signed_out', {}, { cause: error });
  if (status !== undefined) return new AppError('portal_failed', {}, { cause: error });
  return networkError(error instanceof DetailedError ? (error.causingError ?? error) : error, address);
}
