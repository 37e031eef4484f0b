import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { deflateRawSync, zstdCompressSync } from 'node:zlib';
import { newId } from '../../../shared/content/index.ts';
import { AppError, MOVE_RULES } from '../../../shared/contract/index.ts';
import {
  BUNDLE_FORMAT,
  BUNDLE_LIMITS,
  type BundleItem,
  type BundleManifest,
  manifestText,
  PACKED_METHODS,
  sign,
} from '../../../shared/sync/index.ts';
import { certificateOf } from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import type { Desk } from '../posts/index.ts';
import { freeBytesOf, storeError } from '../store/index.ts';
import { readCursor } from '../sync/index.ts';
import { entryHead } from './entries.ts';
import { type BundleChoice, gather } from './gather.ts';
import { writeOuter } from './outer.ts';

/** Unpacked bytes after which a new part of the content begins: no side ever holds more than one. */
const PART_BYTES = 4_000_000;

/** What a bundle would hold, and its size in bytes, before it is written. */
export interface BundleSize {
  readonly posts: number;
  readonly mutations: number;
  readonly pictures: number;
  /** Without and with its pictures, roughly. */
  readonly bytes: number;
  readonly pictureBytes: number;
}

/** Texts compress to about a third; boxes are compressed already and count whole. */
const ROUGHLY = 3;
const OVERHEAD = 2_000;

/** Measures a bundle without writing it. */
export function measureBundle(desk: Desk, shelf: MediaShelf, choice: BundleChoice): BundleSize {
  const gathered = gather(desk, choice);
  let bytes = OVERHEAD;
  for (const item of gathered.items())
    bytes += item.kind === 'sealed' ? item.box.length : JSON.stringify(item).length / ROUGHLY;
  const sizes = gathered.media.map(({ hash }) => sizeOf(shelf.path(hash))).filter((size) => size !== null);
  return {
    posts: gathered.posts,
    mutations: gathered.mutations,
    pictures: sizes.length,
    bytes: Math.ceil(bytes),
    pictureBytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

export interface MakeBundle extends BundleChoice {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  /** Where the file is to be, with its name; it must not be there yet. */
  readonly target: string;
  /** `null`: in the open, as drafts in it are sealed anyway. */
  readonly passphrase: string | null;
  readonly withPictures: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Free bytes of a folder's disk, where a test steers them. */
  readonly freeBytes?: (folder: string) => number;
}

interface Piece {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly data: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * Writes one signed bundle (docs/spec/bundle.md). Given up or failed, nothing stays behind.
 *
 * @throws AppError `bundle_no_certificate` before the portal has told of this device, `bundle_nothing`,
 * `bundle_no_room`, `bundle_too_large`, `bundle_cancelled`, `bad_input` for a short passphrase, `disk_full`,
 * `folder_unwritable`.
 */
export async function makeBundle(wanted: MakeBundle): Promise<{ bytes: number }> {
  const { desk, target, passphrase } = wanted;
  if (passphrase !== null && passphrase.normalize('NFC').trim().length < MOVE_RULES.passphraseLength)
    throw new AppError('bad_input', { place: 'passphrase' });
  const maker = certificateOf(desk.db, desk.device.id);
  if (maker === null) throw new AppError('bundle_no_certificate');
  const making = `${target}.part`;
  try {
    const pieces = await piecesOf(wanted);
    const manifest: BundleManifest = {
      format: BUNDLE_FORMAT,
      id: newId(),
      portal: desk.portal.portal,
      unit: desk.portal.unit,
      maker,
      at: desk.now().toISOString(),
      cursor: readCursor(desk),
      entries: pieces.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    };
    const head = Buffer.from(JSON.stringify(manifest), 'utf8');
    const signature = Buffer.from(sign(manifestText(hashOf(head)), desk.device.secretKey), 'latin1');
    const total = pieces.reduce((sum, { bytes }) => sum + bytes, head.length + signature.length);
    if (head.length > BUNDLE_LIMITS.manifestBytes || total > BUNDLE_LIMITS.fileBytes - OVERHEAD)
      throw new AppError('bundle_too_large');
    mkdirSync(dirname(target), { recursive: true });
    const free = (wanted.freeBytes ?? freeBytesOf)(dirname(target));
    if (free < total + SPARE) throw new AppError('bundle_no_room', megabytes({ need: total + SPARE, free }));
    rmSync(making, { force: true });
    let done = 0;
    await writeOuter(making, passphrase, streamOf(head, signature, pieces), (bytes) => {
      if (wanted.signal?.aborted) throw new AppError('bundle_cancelled');
      done = Math.min(total, done + bytes);
      wanted.onProgress?.(done, total);
    });
    if (wanted.signal?.aborted) throw new AppError('bundle_cancelled');
    renameSync(making, target);
    return { bytes: statSync(target).size };
  } catch (error) {
    throw storeError(error, dirname(target));
  } finally {
    rmSync(making, { force: true });
  }
}

/** Bytes left free on the disk in any case. */
const SPARE = 20_000_000;

function megabytes(bytes: { need: number; free: number }): { need: number; free: number } {
  return { need: Math.ceil(bytes.need / 1_000_000), free: Math.floor(bytes.free / 1_000_000) };
}

async function piecesOf({ desk, shelf, since, withPictures, signal }: MakeBundle): Promise<Piece[]> {
  const gathered = gather(desk, { since });
  const content = partsOf(gathered.items());
  if (content.length === 0) throw new AppError('bundle_nothing');
  const pictures: Piece[] = [];
  for (const { hash } of withPictures ? gathered.media : []) {
    if (signal?.aborted) throw new AppError('bundle_cancelled');
    const path = shelf.path(hash);
    if (path === null) continue;
    // One that the disk has spoiled stays out: the receiver would refuse the whole file for it.
    const { sha256, bytes } = await hashOfFile(path);
    if (sha256 === hash)
      pictures.push({
        name: `media/${hash}`,
        bytes,
        sha256,
        data: () => createReadStream(path) as AsyncIterable<Buffer>,
      });
  }
  const parts = content.map((data, place): Piece => {
    const name = `content/${String(place + 1).padStart(4, '0')}`;
    return { name, bytes: data.length, sha256: hashOf(data), data: () => [data] };
  });
  return [...parts, ...pictures];
}

/** The content in compressed parts: each a JSON array of items. */
function partsOf(items: Iterable<BundleItem>): Buffer[] {
  const parts: Buffer[] = [];
  let texts: string[] = [];
  let length = 0;
  const close = (): void => {
    if (texts.length > 0) parts.push(compressed(Buffer.from(`[${texts.join(',')}]`, 'utf8')));
    texts = [];
    length = 0;
  };
  for (const item of items) {
    const text = JSON.stringify(item);
    if (length + text.length > PART_BYTES || texts.length >= BUNDLE_LIMITS.itemsOfPart) close();
    texts.push(text);
    length += text.length;
  }
  close();
  return parts;
}

function compressed(json: Buffer): Buffer {
  return typeof zstdCompressSync === 'function'
    ? Buffer.concat([Buffer.of(PACKED_METHODS.zstd), zstdCompressSync(json)])
    : Buffer.concat([Buffer.of(PACKED_METHODS.deflate), deflateRawSync(json)]);
}

async function* streamOf(head: Buffer, signature: Buffer, pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  yield entryHead('manifest.json', head.length);
  yield head;
  yield entryHead('signature', signature.length);
  yield signature;
  for (const { name, bytes, data } of pieces) {
    yield entryHead(name, bytes);
    yield* data();
  }
}

function hashOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

async function hashOfFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(part);
    bytes += part.length;
  }
  return { sha256: digest.digest('hex'), bytes };
}

function sizeOf(path: string | null): number | null {
  return path === null ? null : statSync(path).size;
}
