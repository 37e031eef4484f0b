import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FILE_HEAD } from '../../shared/content/index.ts';

/**
 * Where a picture or an attached file is kept: by its hash, in 256 folders, always as `HASH.webp`: what it is, is looked
 * up in its bytes, and no server beside the portal takes it for anything that runs. `hash` is SHA-256 in lower-case hex.
 */
export function mediaFile(folder: string, hash: string): string {
  return join(folder, 'media', hash.slice(0, 2), `${hash}.webp`);
}

/** SHA-256 (hex) and size of a file, and its first bytes. */
export async function inspect(path: string): Promise<{ hash: string; bytes: number; head: Uint8Array }> {
  const digest = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    bytes += chunk.length;
    if (head.length < FILE_HEAD) head = Buffer.concat([head, chunk]).subarray(0, FILE_HEAD);
  }
  return { hash: digest.digest('hex'), bytes, head };
}

/** A kept file that is open: what is read of it stays what it was, though it may be erased meanwhile. */
export interface OpenFile {
  /** Its first bytes. */
  readonly head: Uint8Array;
  readonly bytes: number;
  /** All of it; closes the file when read or given up. */
  read(): Readable;
  close(): Promise<void>;
}

/** Opens a kept file; `null` for one that is not there. Read it or close it. */
export async function openFile(path: string): Promise<OpenFile | null> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(FILE_HEAD), 0, FILE_HEAD, 0);
    const { size: bytes } = await handle.stat();
    const read = (): Readable => handle.createReadStream({ start: 0 });
    return { head: buffer.subarray(0, bytesRead), bytes, read, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Moves a checked file to its place so that a power cut leaves the whole file there or nothing: its bytes reach the
 * disk before its name does.
 */
export async function keepFile(from: string, folder: string, hash: string): Promise<void> {
  const to = mediaFile(folder, hash);
  await mkdir(dirname(to), { recursive: true });
  await flush(from);
  await rename(from, to);
  // Windows cannot flush a folder, and does not need it.
  if (process.platform !== 'win32') await flush(dirname(to));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
