import { AppError } from '../../../shared/contract/index.ts';
import { API } from '../../../shared/sync/index.ts';
import type { Answer } from './exchange.ts';
import { type AskedOfPortal, askForBytes, authorization, type Surroundings, statusOf } from './http.ts';

/** Bytes of a file in one request: at first, at least, at most, and at most of a large file: a cut may cost one of them. */
export const PIECES = { first: 64_000, least: 16_000, most: 256_000, mostOfLarge: 96_000 } as const;
/** A file of so many bytes is large: five cuts in the middle of a piece are then less than two hundredths of it. */
const LARGE = 8_000_000;
/** A piece takes about so long on the line as it is, in milliseconds: words wait for no more than one. */
const PIECE_MS = 6_000;

/** A portal and the sign-in there. */
export interface UploadLine extends Surroundings {
  readonly address: string;
  readonly token: string;
  /** Milliseconds of silence after which the line counts as dead, where it is not the usual. */
  readonly patienceMs?: number;
}

/** One file to be uploaded. */
export interface ToUpload {
  /** SHA-256 of its bytes, hex. */
  readonly hash: string;
  /** Its media type, where it is not a picture. */
  readonly type: string | null;
  readonly size: number;
  /** So many of its bytes from there on. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
  /** Where an earlier upload of it was begun (a path on the portal), or `null`. */
  readonly begunAt: string | null;
}

/** What an upload tells and asks while it runs. */
export interface UploadTalk {
  /** The upload has an address now, which outlives both programs. */
  readonly onBegun: (path: string) => void;
  /** Bytes the portal is known or believed to have. */
  readonly onProgress: (bytes: number) => void;
  /** Whether to stop after the piece under way: what is there stays there. */
  readonly isHalted: () => boolean;
  /** How large the next piece is to be. Told how the last one went. */
  readonly pace: Pace;
}

/**
 * How large a piece is sent at a time, from how fast the last ones went: as large as the line carries in a few seconds, so that
 * words never wait long; half as large after a line was cut, for what stands between may not bear more.
 */
export class Pace {
  #bytes: number = PIECES.first;

  get bytes(): number {
    return this.#bytes;
  }

  went(bytes: number, ms: number): void {
    this.#become(Math.min(this.#bytes * 2, (bytes / Math.max(1, ms)) * PIECE_MS));
  }

  wasCut(): void {
    this.#become(this.#bytes / 2);
  }

  #become(bytes: number): void {
    this.#bytes = Math.round(Math.min(PIECES.most, Math.max(PIECES.least, bytes)));
  }
}

/**
 * Uploads one file by tus 1.0, from where it stopped the last time: across restarts of either side and changes of
 * network. The portal compares the whole with its hash at the end.
 *
 * @returns whether the portal has all of it; `false` when it was halted.
 * @throws AppError as `askPortal`; `portal_failed` when the portal does not take this file.
 */
export async function uploadFile(line: UploadLine, file: ToUpload, talk: UploadTalk): Promise<boolean> {
  let path = file.begunAt;
  let offset = path === null ? null : await offsetAt(line, path);
  if (path === null || offset === null) {
    path = await begin(line, file);
    offset = 0;
    talk.onBegun(path);
  }
  while (offset < file.size) {
    talk.onProgress(offset);
    if (talk.isHalted()) return false;
    offset = await sendPiece(line, path, file, offset, talk);
  }
  talk.onProgress(offset);
  return true;
}

/** How much of it the portal has, or `null` when it knows nothing of that upload any more. */
async function offsetAt(line: UploadLine, path: string): Promise<number | null> {
  try {
    const { headers } = await ask(line, path, { method: 'HEAD', headers: {} });
    return offsetOf(headers['upload-offset']);
  } catch (error) {
    if (GONE.includes(statusOf(error) ?? 0)) return null;
    throw error;
  }
}

/** How a portal says that an upload is not there, or not any more, or another person's. */
const GONE: readonly number[] = [403, 404, 410];

async function begin(line: UploadLine, { hash, type, size }: ToUpload): Promise<string> {
  const { headers } = await ask(line, API.uploads, {
    method: 'POST',
    headers: {
      'upload-length': String(size),
      'upload-metadata': [`hash ${base64(hash)}`, ...(type === null ? [] : [`type ${base64(type)}`])].join(','),
    },
    body: new Uint8Array(),
  });
  const { host } = new URL(line.address);
  if (headers.location === undefined) throw new AppError('not_a_portal', { host });
  const at = new URL(headers.location, new URL(API.uploads, line.address));
  // A portal names a place of its own; whatever else does is none.
  if (at.host !== host) throw new AppError('not_a_portal', { host });
  return at.pathname;
}

async function sendPiece(
  line: UploadLine,
  path: string,
  file: ToUpload,
  offset: number,
  { pace, onProgress }: UploadTalk,
): Promise<number> {
  const most = file.size >= LARGE ? PIECES.mostOfLarge : PIECES.most;
  const piece = await file.read(offset, Math.min(pace.bytes, most, file.size - offset));
  const begun = performance.now();
  try {
    const { headers } = await ask(line, path, {
      method: 'PATCH',
      headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: piece,
      onSent: (sent) => onProgress(offset + sent),
    });
    pace.went(piece.length, performance.now() - begun);
    const next = offsetOf(headers['upload-offset']);
    if (next === null || next <= offset) throw new AppError('portal_failed', { host: new URL(line.address).host });
    return next;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'line_cut' || error.code === 'portal_timeout')) pace.wasCut();
    throw error;
  }
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function offsetOf(header: string | string[] | undefined): number | null {
  const offset = Number(header);
  return typeof header === 'string' && Number.isSafeInteger(offset) && offset >= 0 ? offset : null;
}

function ask(
  { address, token, count, signal, patienceMs }: UploadLine,
  path: string,
  asked: AskedOfPortal,
): Promise<Answer> {
  return askForBytes(address, path, {
    ...asked,
    headers: { ...asked.headers, ...authorization(token), 'tus-resumable': '1.0.0' },
    ...(count && { count }),
    ...(signal && { signal }),
    ...(patienceMs !== undefined && { patienceMs }),
  });
}
