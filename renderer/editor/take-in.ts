import {
  type FileReference,
  fileExtensionOf,
  LIMITS,
  newId,
  type PictureReference,
} from '../../shared/content/index.ts';
import { AppError, type Client, FILE_PIECE } from '../../shared/contract/index.ts';
import { readBase64 } from './read-file.ts';

/** Told of the share that is done, 0 to 1. */
type OnPart = (part: number) => void;
/** Reading is this share of a picture's way; shrinking it, in one step, is the rest. */
const READING = 0.5;

/** Takes a picture in: shrunk and kept by the backend. @throws AppError with a sentence that names the file. */
export async function takePicture(client: Client, file: File, onPart: OnPart): Promise<PictureReference> {
  const { name } = file;
  if (file.size > LIMITS.pictureBytes) throw new AppError('picture_too_large', { name });
  const data = await readBase64(file, (part) => onPart(part * READING)).catch(() => {
    throw new AppError('picture_broken', { name });
  });
  onPart(READING);
  return client.call('media.add', { name, data });
}

/**
 * Takes a file to attach, piece by piece, so that typing goes on. Given up, nothing of it stays.
 * @throws AppError with a sentence that names the file.
 */
export async function takeFile(
  client: Client,
  file: File,
  onPart: OnPart,
  signal: AbortSignal,
): Promise<FileReference | null> {
  const { name } = file;
  if (fileExtensionOf(name) === null) throw new AppError('file_kind', { name });
  if (file.size > LIMITS.fileBytes) throw new AppError('file_too_large', { name });
  const upload = newId();
  try {
    for (let offset = 0; offset < file.size; offset += FILE_PIECE) {
      onPart(offset / file.size);
      const data = await readBase64(file.slice(offset, offset + FILE_PIECE));
      if (signal.aborted) break;
      await client.call('media.give', { upload, offset, data });
    }
    if (!signal.aborted) return await client.call('media.keep', { upload, name });
    await client.call('media.drop', { upload });
    return null;
  } catch (reason) {
    // What is left over there goes with the next start at the latest.
    client.call('media.drop', { upload }).catch(() => undefined);
    throw reason instanceof AppError && reason.code !== 'file_broken' ? reason : new AppError('file_broken', { name });
  }
}
