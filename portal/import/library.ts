import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import sharp from 'sharp';
import {
  FILE_TYPES,
  fileExtensionOf,
  hashBytes,
  isFileOf,
  LIMITS,
  type MediaReference,
  toLine,
} from '../../shared/content/index.ts';
import { inspect, keepFile, mediaFile } from '../media/index.ts';

/** Why a file of the old site is not taken over. */
export type Missing = 'elsewhere' | 'missing' | 'broken' | 'kind' | 'too_large';

/** A file as posts name it, with what is to be kept under its hash. */
export interface Taken {
  readonly reference: MediaReference;
  /** The address it had, as a path; `null` when it had none of its own. */
  readonly address: string;
  keep(folder: string): Promise<void>;
}

/** The longest side of a kept picture, in pixels: as the program shrinks them. */
const LONGEST = 1_600;
const PICTURES: readonly string[] = ['jpeg', 'png', 'webp', 'gif', 'tiff'];

/**
 * The files of the old site, from a folder on this machine. Nothing is ever fetched: an address of the export only says
 * which file of the folder is meant, and a name that leads out of it, by dots or by a link, leads nowhere.
 */
export class Library {
  readonly #root: string | null;
  /** What was found under each address before. */
  readonly #found = new Map<string, Promise<Taken | Missing>>();

  private constructor(root: string | null) {
    this.#root = root;
  }

  /** @param folder the old site's `wp-content/uploads`; `null` when there is none. */
  static async open(folder: string | null): Promise<Library> {
    return new Library(folder === null ? null : await realpath(folder));
  }

  /** The file under an address of the old site: a picture shrunk to WebP without its metadata, anything else as it is. */
  take(address: string, kind: 'picture' | 'file'): Promise<Taken | Missing> {
    const key = `${kind} ${address}`;
    const known = this.#found.get(key) ?? this.#take(address, kind);
    this.#found.set(key, known);
    return known;
  }

  async #take(address: string, kind: 'picture' | 'file'): Promise<Taken | Missing> {
    const path = uploadPath(address);
    if (path === null) return 'elsewhere';
    const large = path.replace(/-\d{2,5}x\d{2,5}(\.\w+)$/, '$1');
    const file = (kind === 'picture' ? await this.#inside(large) : null) ?? (await this.#inside(path));
    if (file === null) return 'missing';
    return kind === 'picture' ? takePicture(file, address) : takeFile(file, address);
  }

  /** The file under a path of the folder, if it is one and is inside. */
  async #inside(path: string): Promise<string | null> {
    if (this.#root === null) return null;
    try {
      const file = await realpath(join(this.#root, path));
      return file.startsWith(this.#root + sep) && (await stat(file)).isFile() ? file : null;
    } catch {
      return null;
    }
  }
}

/** The path inside the folder of uploads that an address of the old site names; `null` for any other address. */
export function uploadPath(address: string): string | null {
  const encoded = /^(?:https?:\/\/[^/?#]+)?\/(?:[^?#]*\/)?wp-content\/uploads\/([^?#]+)/i.exec(address)?.[1];
  if (encoded === undefined) return null;
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  const parts = path.split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\p{Cc}\\:]/u.test(part));
  return isPlain ? path : null;
}

async function takePicture(file: string, address: string): Promise<Taken | Missing> {
  if ((await stat(file)).size > LIMITS.pictureBytes) return 'too_large';
  try {
    const image = sharp(await readFile(file), { limitInputPixels: LIMITS.picturePixels, failOn: 'error' });
    const { format } = await image.metadata();
    if (!PICTURES.includes(format ?? '')) return 'kind';
    const { data, info } = await image
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    const hash = hashBytes(data);
    const { width, height } = info;
    const reference = { hash, name: nameOf(file), mime: 'image/webp' as const, width, height, bytes: data.length };
    return { reference, address, keep: (folder) => keep(folder, hash, (to) => writeFile(to, data)) };
  } catch {
    return 'broken';
  }
}

async function takeFile(file: string, address: string): Promise<Taken | Missing> {
  const extension = fileExtensionOf(file);
  if (extension === null) return 'kind';
  if ((await stat(file)).size > LIMITS.fileBytes) return 'too_large';
  const { mime } = FILE_TYPES[extension];
  const { hash, bytes, head } = await inspect(file);
  if (!isFileOf(mime, head)) return 'kind';
  const reference = { hash, name: nameOf(file), mime, bytes };
  return { reference, address, keep: (folder) => keep(folder, hash, (to) => copyFile(file, to)) };
}

async function keep(folder: string, hash: string, write: (to: string) => Promise<void>): Promise<void> {
  if (await stat(mediaFile(folder, hash)).catch(() => null)) return;
  const ready = join(folder, 'media', `import-${randomBytes(6).toString('hex')}`);
  await mkdir(join(folder, 'media'), { recursive: true });
  try {
    await write(ready);
    await keepFile(ready, folder, hash);
  } finally {
    await rm(ready, { force: true });
  }
}

function nameOf(file: string): string {
  return toLine(basename(file)).slice(-LIMITS.fileNameCharacters);
}
