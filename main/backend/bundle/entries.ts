import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, type ErrorCode } from '../../../shared/contract/index.ts';

/** A file to be packed: where it is, and its name inside. */
export interface Entry {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

const HEAD_BYTES = 8;
/** Nothing but what a data folder holds; never a way out of it. */
const NAMES = /^(database\.sqlite|device\.json|media\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,5})$/;

/** What stands before the bytes of each file: length of its name (u16), its own length (u48), its name. */
export function entryHead(name: string, bytes: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt16BE(Buffer.byteLength(name), 0);
  head.writeUIntBE(bytes, 2, 6);
  return Buffer.concat([head, Buffer.from(name, 'utf8')]);
}

/** One stream of files, each after its head. */
export async function* packEntries(entries: readonly Entry[]): AsyncGenerator<Uint8Array> {
  for (const { name, path, bytes } of entries) {
    yield entryHead(name, bytes);
    let left = bytes;
    for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
      left -= part.length;
      yield part;
    }
    if (left !== 0) throw new Error(`${name} changed while it was packed`);
  }
}

/** A file in a stream. Its bytes are to be read to their end before the next one is asked for. */
export interface ReadEntry {
  readonly name: string;
  readonly bytes: number;
  readonly data: AsyncIterable<Buffer>;
}

/** The files of a stream, one after the other. @throws AppError `damaged` when it ends within one. */
export async function* readEntries(stream: AsyncIterable<Buffer>, damaged: ErrorCode): AsyncGenerator<ReadEntry> {
  const source = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  /** Takes what is there, up to so many bytes; empty at the end. */
  const take = async (most: number): Promise<Buffer> => {
    while (held.length === 0) {
      const next = await source.next();
      if (next.done === true) return held;
      held = next.value;
    }
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    return taken;
  };
  const exactly = async (bytes: number, isEndFine = false): Promise<Buffer | null> => {
    const parts: Buffer[] = [];
    for (let left = bytes; left > 0; ) {
      const part = await take(left);
      if (part.length === 0 && isEndFine && left === bytes) return null;
      if (part.length === 0) throw new AppError(damaged);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  };
  const dataOf = async function* (bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0; ) {
      const part = await take(left);
      if (part.length === 0) throw new AppError(damaged);
      left -= part.length;
      yield part;
    }
  };

  for (;;) {
    const head = await exactly(HEAD_BYTES, true);
    if (head === null) return;
    const name = (await exactly(head.readUInt16BE(0)))?.toString('utf8') ?? '';
    const bytes = head.readUIntBE(2, 6);
    yield { name, bytes, data: dataOf(bytes) };
  }
}

/** Lays the files out in a folder. @throws AppError `move_damaged` when the stream is not whole files of known names. */
export async function unpackEntries(stream: AsyncIterable<Buffer>, folder: string): Promise<void> {
  for await (const { name, data } of readEntries(stream, 'move_damaged')) {
    if (!NAMES.test(name)) throw new AppError('move_damaged');
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const part of data) await file.write(part);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
