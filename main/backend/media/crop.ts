import sharp from 'sharp';
import type { PictureReference } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import type { MediaShelf } from './files.ts';
import { shrinkPicture } from './shrink.ts';

/** A part of a picture, in thousandths of its width and height. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A part of a stored picture as a picture of its own. The one it is cut from stays: other posts, and undo, may show it.
 * It is cut from the stored 1600 px, for the file as it came from the camera, with place and time in it, is not kept.
 *
 * @throws AppError `picture_absent`, `picture_broken`.
 */
export async function cropPicture(
  shelf: MediaShelf,
  hash: string,
  area: Area,
): Promise<{ reference: PictureReference; data: Uint8Array }> {
  const path = shelf.path(hash);
  const reference = shelf.reference(hash);
  if (path === null || reference?.mime !== 'image/webp') throw new AppError('picture_absent');
  const { width, height } = reference;
  const at = (share: number, of: number): number => Math.round((share * of) / 1_000);
  const left = Math.min(at(area.left, width), width - 1);
  const top = Math.min(at(area.top, height), height - 1);
  const cut = await sharp(path, { failOn: 'error' })
    .extract({
      left,
      top,
      width: Math.max(1, Math.min(at(area.width, width), width - left)),
      height: Math.max(1, Math.min(at(area.height, height), height - top)),
    })
    .webp({ lossless: true, effort: 0 })
    .toBuffer()
    .catch((error: unknown) => {
      throw new AppError('picture_broken', { name: reference.name }, { cause: error });
    });
  return shrinkPicture(cut, reference.name);
}
