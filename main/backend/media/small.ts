import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { pictureNamed } from '../../../shared/content/index.ts';
import { writeFileSafely } from '../store/index.ts';
import type { MediaShelf } from './files.ts';

/** Small versions of stored pictures, made when they are first asked for. The folder may be thrown away at any time. */
export interface SmallPictures {
  /**
   * The path of a picture by the name it has in `/media/`: `HASH.webp` as stored, `HASH-320.webp` no wider than that.
   * `null` for one that is not here, and for a name that is none.
   */
  path(name: string): Promise<string | null>;
}

export function openSmallPictures(shelf: Pick<MediaShelf, 'path'>, folder: string): SmallPictures {
  const making = new Map<string, Promise<string>>();
  const make = async (hash: string, from: string, to: string, width: number): Promise<string> => {
    try {
      const { data, info } = await sharp(from, { failOn: 'error' })
        .resize({ width, withoutEnlargement: true })
        .webp({ quality: 75 })
        .toBuffer({ resolveWithObject: true });
      if (info.width < width) return from;
      writeFileSafely(to, data);
      // Erased while it was being made: nothing of it stays.
      if (shelf.path(hash) === null) rmSync(to, { force: true });
      return to;
    } catch {
      // A full disk, or bytes that are no picture: the large one says what it can.
      return from;
    }
  };
  return {
    path: async (name) => {
      const picture = pictureNamed(name);
      if (picture === null) return null;
      const { hash, width } = picture;
      const stored = shelf.path(hash);
      if (stored === null || width === null) return stored;
      const small = join(folder, hash.slice(0, 2), name);
      if (existsSync(small)) return small;
      // Two windows that ask at once share one making.
      const made = making.get(small) ?? make(hash, stored, small, width).finally(() => making.delete(small));
      making.set(small, made);
      return made;
    },
  };
}
