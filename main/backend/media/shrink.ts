import sharp from 'sharp';
import { hashBytes, LIMITS, type PictureReference, toLine } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';

/** The longest side of a stored picture, in pixels. */
const LONGEST = LIMITS.pictureSide;
const ACCEPTED = ['jpeg', 'png', 'webp', 'gif', 'tiff'];

/**
 * A picture as it will be stored: WebP, upright, at most 1600 px a side, without EXIF, GPS or any other metadata.
 * It is addressed by the SHA-256 of the result (design 7).
 *
 * @throws AppError `picture_heic`, `picture_kind`, `picture_too_large`, `picture_broken`.
 */
export async function shrinkPicture(
  bytes: Uint8Array,
  name: string,
): Promise<{ reference: PictureReference; data: Uint8Array }> {
  if (bytes.length > LIMITS.pictureBytes) throw new AppError('picture_too_large', { name });
  if (bytes.length === 0) throw new AppError('picture_broken', { name });
  if (isHeic(bytes)) throw new AppError('picture_heic', { name });
  const image = sharp(bytes, { limitInputPixels: LIMITS.picturePixels, failOn: 'error' });
  const { format, width, height } = await image.metadata().catch((error: unknown) => {
    throw pictureError(error, name);
  });
  if (!ACCEPTED.includes(format ?? '')) throw new AppError('picture_kind', { name });
  if (width * height > LIMITS.picturePixels) throw new AppError('picture_too_large', { name });
  const { data, info } = await image
    .rotate()
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw pictureError(error, name);
    });
  return {
    data,
    reference: {
      hash: hashBytes(data),
      name: toLine(name).slice(0, LIMITS.fileNameCharacters),
      mime: 'image/webp',
      width: info.width,
      height: info.height,
      bytes: data.length,
    },
  };
}

function pictureError(error: unknown, name: string): AppError {
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(message)) return new AppError('picture_too_large', { name }, { cause: error });
  if (/unsupported image format/i.test(message)) return new AppError('picture_kind', { name }, { cause: error });
  return new AppError('picture_broken', { name }, { cause: error });
}

/** The brand of an ISO media file that iPhones write: bytes 4 to 12 are `ftyp` and a HEIF brand. */
function isHeic(bytes: Uint8Array): boolean {
  const brand = String.fromCharCode(...bytes.subarray(4, 12));
  return /^ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/.test(brand);
}
