import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { LIMITS, PICTURE_WIDTHS, type PictureWidth } from '../../shared/content/index.ts';
import { mediaFile } from './files.ts';

/**
 * The path of a picture no wider than that, made when it is first asked for; of the picture itself, where it is no wider
 * or cannot be made smaller (a full disk). The folder may be thrown away at any time, and several processes share it.
 */
export async function smallPicture(folder: string, hash: string, width: PictureWidth): Promise<string> {
  const large = mediaFile(folder, hash);
  const path = smallFile(folder, hash, width);
  if (await stat(path).catch(() => null)) return path;
  try {
    const { data, info } = await sharp(large, { failOn: 'error', limitInputPixels: LIMITS.picturePixels })
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer({ resolveWithObject: true });
    if (info.width < width) return large;
    await mkdir(dirname(path), { recursive: true });
    const making = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(making, data);
    await rename(making, path);
    // Erased meanwhile: the picture went before its small versions did.
    if ((await stat(large).catch(() => null)) === null) await rm(path, { force: true });
    return path;
  } catch {
    return large;
  }
}

/** Where the small versions of a picture are, made or not: what goes with it when it is erased. */
export function smallFiles(folder: string, hash: string): string[] {
  return PICTURE_WIDTHS.map((width) => smallFile(folder, hash, width));
}

function smallFile(folder: string, hash: string, width: PictureWidth): string {
  return join(folder, 'small', hash.slice(0, 2), `${hash}-${width}.webp`);
}
