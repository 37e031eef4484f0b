import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Store } from '../store/index.ts';

/** Pixels of a crest's side. */
const SIDE = 256;
/** A crest of more pixels is no crest. */
const MOST_PIXELS = 25_000_000;

/** Where the crest is served; its name changes with its content. */
export function crestPath(hash: string): string {
  return `/assets/huy-hieu-${hash}.png`;
}

/** The crest that the name of a file in `/assets/` means; `null` for another. */
export function crestNamed(file: string): string | null {
  return /^huy-hieu-([0-9a-f]{64})\.png$/.exec(file)?.[1] ?? null;
}

/**
 * A crest made anew from a picture, whatever its name says it is: nothing of the file but its pixels is kept.
 *
 * @returns `null` for what is no PNG, JPEG or WebP.
 */
export async function makeCrest(picture: Buffer): Promise<{ hash: string; data: Buffer } | null> {
  try {
    const image = sharp(picture, { failOn: 'error', limitInputPixels: MOST_PIXELS });
    const { format } = await image.metadata();
    if (!['png', 'jpeg', 'webp'].includes(format)) return null;
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    const data = await image
      .autoOrient()
      .resize({ width: SIDE, height: SIDE, fit: 'contain', background })
      .png({ palette: true })
      .toBuffer();
    return { hash: createHash('sha256').update(data).digest('hex'), data };
  } catch {
    return null;
  }
}

/** The bytes of a unit's crest; `null` when it has none of that hash. */
export async function readCrest(store: Store, unit: string, hash: string): Promise<Buffer | null> {
  const row = await store
    .selectFrom('site_crest')
    .select('data')
    .where('unit', '=', unit)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row === undefined ? null : Buffer.from(row.data, 'base64');
}
