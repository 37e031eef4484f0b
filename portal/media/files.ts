import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where a picture is kept: by its hash, in 256 folders. `hash` is SHA-256 in lower-case hex. */
export function mediaFile(folder: string, hash: string): string {
  return join(folder, 'media', hash.slice(0, 2), `${hash}.webp`);
}

/** SHA-256 (hex) and size of a file, and whether its first bytes are a WebP's. */
export async function inspect(path: string): Promise<{ hash: string; bytes: number; isWebp: boolean }> {
  const digest = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    bytes += chunk.length;
    if (head.length < WEBP_HEAD) head = Buffer.concat([head, chunk]).subarray(0, WEBP_HEAD);
  }
  return { hash: digest.digest('hex'), bytes, isWebp: isWebpHead(head) };
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

/** RIFF container, WEBP form, and one of its three kinds of picture (RFC 9649). */
const WEBP_HEAD = 16;
function isWebpHead(head: Buffer): boolean {
  const text = head.toString('latin1');
  return text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP' && /^VP8[ LX]$/.test(text.slice(12, 16));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
