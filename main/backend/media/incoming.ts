import { createHash, type Hash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  FILE_HEAD,
  FILE_TYPES,
  type FileReference,
  fileExtensionOf,
  isFileOf,
  LIMITS,
  toLine,
} from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { storeError } from '../store/index.ts';

/** Files that come from the window in pieces; what is left of a last run is thrown away. */
export interface Incoming {
  /** Takes the next piece of a file. Pieces come in order, from 0. @throws AppError `file_too_large`, `disk_full`. */
  take(upload: string, offset: number, piece: Uint8Array): void;
  /**
   * Ends a file: what it is, and where its bytes lie, flushed to the disk.
   * @throws AppError `file_kind` when its name or its first bytes are of no type that may be attached.
   */
  finish(upload: string, name: string): { reference: FileReference; path: string };
  /** Forgets a file that has not ended. */
  drop(upload: string): void;
  /** Takes a file that has ended from the disk: it may not stay. */
  discard(path: string): void;
}

interface Arriving {
  readonly path: string;
  readonly file: number;
  readonly digest: Hash;
  head: Buffer;
  bytes: number;
}

export function openIncoming(folder: string): Incoming {
  rmSync(folder, { recursive: true, force: true });
  const arriving = new Map<string, Arriving>();

  const begin = (upload: string): Arriving => {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, upload);
    const file = openSync(path, 'wx', 0o600);
    return { path, file, digest: createHash('sha256'), head: Buffer.alloc(0), bytes: 0 };
  };
  const drop = (upload: string): void => {
    const one = arriving.get(upload);
    if (one === undefined) return;
    arriving.delete(upload);
    closeSync(one.file);
    rmSync(one.path, { force: true });
  };

  return {
    take: (upload, offset, piece) => {
      if (offset === 0) drop(upload);
      try {
        const one = offset === 0 ? begin(upload) : arriving.get(upload);
        // A piece that is missing or comes twice would make another file of it.
        if (one === undefined || one.bytes !== offset) throw new AppError('file_broken', { name: '' });
        arriving.set(upload, one);
        if (offset + piece.length > LIMITS.fileBytes) throw new AppError('file_too_large', { name: '' });
        for (let at = 0; at < piece.length; ) at += writeSync(one.file, piece, at);
        one.digest.update(piece);
        one.bytes += piece.length;
        if (one.head.length < FILE_HEAD) one.head = Buffer.concat([one.head, piece]).subarray(0, FILE_HEAD);
      } catch (error) {
        drop(upload);
        throw storeError(error, folder);
      }
    },
    finish: (upload, name) => {
      const one = arriving.get(upload);
      if (one === undefined || one.bytes === 0) throw new AppError('file_broken', { name });
      const extension = fileExtensionOf(name);
      if (extension === null || !isFileOf(FILE_TYPES[extension].mime, one.head)) {
        drop(upload);
        throw new AppError('file_kind', { name });
      }
      fsyncSync(one.file);
      closeSync(one.file);
      arriving.delete(upload);
      const { mime } = FILE_TYPES[extension];
      const end = `.${extension}`;
      const stem = toLine(name).slice(0, -end.length);
      return {
        path: one.path,
        reference: {
          hash: one.digest.digest('hex'),
          name: `${stem.slice(0, LIMITS.fileNameCharacters - end.length)}${end}`,
          mime,
          bytes: one.bytes,
        },
      };
    },
    drop,
    discard: (path) => rmSync(path, { force: true }),
  };
}
