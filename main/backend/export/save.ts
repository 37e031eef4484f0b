import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { isStamped } from '../../../shared/checks/index.ts';
import { downloadName, extensionOfMime, fileSize, fileTypeWords } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { slugOf } from '../../../shared/vietnamese/index.ts';
import { freePath, type MediaShelf } from '../media/index.ts';
import { contentShown, type Desk } from '../posts/index.ts';
import { storeError } from '../store/index.ts';
import { type Surroundings, toDocx, type WordPicture } from './docx.ts';

interface Export {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly downloads: string;
  /** What the person's language calls what the words of the post do not name. */
  readonly names: Pick<Surroundings, 'missing' | 'styleNames'>;
}

/**
 * Saves the post as its person sees it now as a Word file among their downloads; returns where.
 * @throws AppError `state_secret` for a stamped text, `post_not_found`, `disk_full`, `folder_unwritable`.
 */
export async function saveAsDocx({ desk, shelf, downloads, names }: Export, post: string): Promise<string> {
  const revision = contentShown(desk, post);
  if (revision === null) throw new AppError('post_not_found');
  if (isStamped(revision)) throw new AppError('state_secret');
  const picture = async (hash: string): Promise<WordPicture | null> => {
    const path = shelf.path(hash);
    return path === null ? null : asJpeg(readFileSync(path));
  };
  const file: Surroundings['file'] = (hash) => {
    const reference = shelf.reference(hash);
    if (reference === null || reference.mime === 'image/webp') return null;
    const { language } = revision;
    const type = fileTypeWords(extensionOfMime(reference.mime), language);
    return { name: downloadName(reference), about: `${type}, ${fileSize(reference.bytes, language)}` };
  };
  const data = await toDocx(revision, { picture, file, ...names });
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
