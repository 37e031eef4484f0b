import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/contract/index.ts';
import type { UpdateFile } from '../../../shared/sync/index.ts';

/** A line that brings nothing for this long, in milliseconds, is given up. */
const STALL_MS = 30_000;
/** Kinds of installers; anything else is saved without an ending that a system would run. */
const ENDINGS = ['.exe', '.msi', '.dmg', '.pkg', '.AppImage', '.deb', '.zip'] as const;

export interface DownloadOptions {
  readonly file: UpdateFile;
  readonly version: string;
  /** Made when it is not there. */
  readonly folder: string;
  /** Bytes that have come so far. */
  readonly onProgress: (done: number) => void;
}

/**
 * Downloads an installer under a temporary name and gives it its own only when size and SHA-256 are right: what is not
 * whole and true never looks like an installer.
 *
 * @returns its path.
 * @throws AppError `update_unreachable`, `update_damaged`; errors of the disk as they are.
 */
export async function downloadInstaller({ file, version, folder, onProgress }: DownloadOptions): Promise<string> {
  const ending = ENDINGS.find((one) => new URL(file.url).pathname.endsWith(one)) ?? '';
  const path = join(folder, `BanThao-${version}-${file.platform}${ending}`);
  const partial = join(dirname(path), `.${basename(path)}.part`);
  await mkdir(folder, { recursive: true });
  try {
    const hash = createHash('sha256');
    let done = 0;
    const handle = await open(partial, 'w');
    try {
      for await (const chunk of chunksOf(file.url)) {
        done += chunk.length;
        if (done > file.bytes) throw new AppError('update_damaged');
        hash.update(chunk);
        await handle.writeFile(chunk);
        onProgress(done);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (done !== file.bytes || hash.digest('hex') !== file.sha256) throw new AppError('update_damaged');
    await rename(partial, path);
    return path;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function* chunksOf(address: string): AsyncGenerator<Uint8Array> {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(), STALL_MS);
  try {
    const response = await reach(() => fetch(address, { signal: stalled.signal }));
    if (!response.ok || response.body === null) throw new AppError('update_unreachable');
    const reader = response.body.getReader();
    for (;;) {
      timer.refresh();
      const { done, value } = await reach(() => reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    clearTimeout(timer);
    stalled.abort();
  }
}

/** Whatever the line does wrong is one thing to the person: it can be tried again. */
async function reach<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    throw new AppError('update_unreachable', {}, { cause: error });
  }
}
