import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { downloadName } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { storeError } from '../store/index.ts';
import type { MediaShelf } from './files.ts';

/**
 * Puts a copy of an attached file where the person finds it, under its own name, taking no other file's place.
 * @throws AppError `file_absent`, `disk_full`, `folder_unwritable`.
 */
export function saveCopy(shelf: MediaShelf, hash: string, downloads: string): string {
  const reference = shelf.reference(hash);
  const path = shelf.path(hash);
  if (path === null || reference === null || reference.mime === 'image/webp') throw new AppError('file_absent');
  const target = freePath(downloads, downloadName(reference));
  try {
    mkdirSync(downloads, { recursive: true });
    copyFileSync(path, target);
  } catch (error) {
    throw storeError(error, downloads);
  }
  return target;
}

/** The path of a file of that name, or of `name (2)` and so on where others have it. */
export function freePath(folder: string, name: string): string {
  const end = extname(name);
  let target = join(folder, name);
  for (let count = 2; existsSync(target); count += 1)
    target = join(folder, `${name.slice(0, name.length - end.length)} (${count})${end}`);
  return target;
}
