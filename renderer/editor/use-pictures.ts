import type { LexicalEditor, NodeKey } from 'lexical';
import { useCallback, useEffect, useState } from 'react';
import { LIMITS } from '../../shared/content/index.ts';
import { AppError, type Client } from '../../shared/contract/index.ts';
import type { Mirror } from './mirror.ts';
import { insertPicture, placeForPicture, readBase64, registerPictureFiles } from './pictures.ts';

/** What the writer is told while pictures are taken in. */
export interface PictureProgress {
  /** Names of files still to be added, the current one first. */
  readonly waiting: readonly string[];
  /** The newest picture that was added, for a screen reader. */
  readonly added: string | null;
  readonly problem: unknown;
}

const NOTHING: PictureProgress = { waiting: [], added: null, problem: null };

/**
 * Takes in picture files one after the other: shrunk by the backend, then placed where the writer was when choosing them.
 * A file that fails leaves a sentence and stops none of the others.
 *
 * @param describe asks for a picture's words; not called for a person who has gone on writing meanwhile, whose next
 * letter would fall into the question
 */
export function usePictures(
  editor: LexicalEditor,
  client: Client,
  mirror: Mirror,
  describe: (key: NodeKey) => void,
): { progress: PictureProgress; addPictures: (files: readonly File[]) => void; dismiss: () => void } {
  const [progress, setProgress] = useState(NOTHING);

  const addPictures = useCallback(
    async (files: readonly File[]): Promise<void> => {
      let place = placeForPicture(editor);
      const keys = watchKeys();
      setProgress((now) => ({ ...now, problem: null, waiting: [...now.waiting, ...files.map(({ name }) => name)] }));
      for (const file of files) {
        const { name } = file;
        let outcome: Partial<PictureProgress>;
        try {
          if (file.size > LIMITS.pictureBytes) throw new AppError('picture_too_large', { name });
          if (mirror.size().pictures >= LIMITS.picturesPerPost)
            throw new AppError('limit_pictures', { most: LIMITS.picturesPerPost });
          const media = await client.call('media.add', { name, data: await readBase64(file) });
          place = insertPicture(editor, media, place);
          if (!keys.wereUsed()) describe(place);
          outcome = { added: name };
        } catch (reason) {
          outcome = { problem: reason instanceof DOMException ? new AppError('picture_broken', { name }) : reason };
        }
        setProgress((now) => ({ ...now, waiting: now.waiting.slice(1), ...outcome }));
      }
      keys.stop();
    },
    [editor, client, mirror, describe],
  );

  const add = useCallback((files: readonly File[]) => void addPictures(files), [addPictures]);
  useEffect(() => registerPictureFiles(editor, add), [editor, add]);
  return { progress, addPictures: add, dismiss: () => setProgress((now) => ({ ...now, problem: null })) };
}

/** Notices whether a key was pressed since. */
function watchKeys(): { readonly wereUsed: () => boolean; readonly stop: () => void } {
  let used = false;
  const onKey = (): void => {
    used = true;
  };
  window.addEventListener('keydown', onKey, true);
  return { wereUsed: () => used, stop: () => window.removeEventListener('keydown', onKey, true) };
}
