import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { isStamped } from '../../../shared/checks/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { slugOf } from '../../../shared/vietnamese/index.ts';
import { freePath, type MediaShelf } from '../media/index.ts';
import { contentShown, type Desk } from '../posts/index.ts';
import { storeError } from '../store/index.ts';
import { toDocx, type WordPicture } from './docx.ts';

interface Export {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly downloads: string;
  /** Stands where a block or a picture cannot be drawn. */
  readonly missing: string;
}

/**
 * Saves the post as its person sees it now as a Word file among their downloads; returns where.
 * @throws AppError `state_secret` for a stamped text, `post_not_found`, `disk_full`, `folder_unwritable`.
 */
export async function saveAsDocx({ desk, shelf, downloads, missing }: Export, post: string): Promise<string> {
  const revision = contentShown(desk, post);
  if (revision === null) throw new AppError('post_not_found');
  if (isStamped(revision)) throw new AppError('state_secret');
  const picture = async (hash: string): Promise<WordPicture | null> => {
    const path = shelf.path(hash);
    return path === null ? null : asJpeg(readFileSync(path));
  };
  const fileName = (hash: string): string => {
    const reference = shelf.reference(hash);
    return reference !== null && 'name' in reference ? reference.name : missing;
  };
  const data = await toDocx(revision, { picture, fileName, missing });
  const name = slugOf(revision.title) || 'bai-viet';
  const target = freePath(downloads, `${name}.docx`);
  try {
    mkdirSync(downloads, { recursive: true });
    writeFileSync(target, data, { flag: 'wx' });
  } catch (error) {
    throw storeError(error, downloads);
  }
  return target;
}

/** Word shows no WebP. */
async function asJpeg(webp: Buffer): Promise<WordPicture> {
  const image = sharp(webp).flatten({ background: '#ffffff' }).jpeg({ quality: 85 });
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
