import type { LexicalEditor, NodeKey } from 'lexical';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { fileOfBlock, LIMITS, newBlockId, type PictureReference } from '../../shared/content/index.ts';
import { AppError, type Client } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { useToast } from '../design/index.ts';
import { $createFileNode } from './file-node.tsx';
import { $createGalleryNode } from './gallery-node.tsx';
import type { Mirror } from './mirror.ts';
import { addToGallery, gallerySize, insertAt, insertPicture, placeForPicture } from './pictures.ts';
import { takeFile, takePicture } from './take-in.ts';

/** A file on its way into the post. */
export interface Job {
  readonly id: number;
  readonly name: string;
  /** The share that is done, 0 to 1; `null` while it waits for the ones before. */
  readonly part: number | null;
}

/** What the writer is told while files are taken in. */
export interface IntakeNews {
  readonly jobs: readonly Job[];
  /** How many have come in since the last pause, for "3 of 12". */
  readonly done: number;
  /** The newest file that was added, for a screen reader. */
  readonly added: string | null;
  readonly problems: readonly unknown[];
  /** Pictures that came in so narrow that nobody can read them, by name. */
  readonly narrow: readonly string[];
}

/** What becomes of the pictures: figures one below the other, a new gallery, or more of a gallery that is there. */
export type PicturesInto = 'figures' | 'gallery' | { readonly gallery: NodeKey };

export interface Intake {
  readonly news: IntakeNews;
  addPictures(files: readonly File[], into?: PicturesInto): void;
  attachFiles(files: readonly File[]): void;
  /** Gives up one file, or all that are not in yet. */
  cancel(job?: number): void;
  dismiss(): void;
}

const NOTHING: IntakeNews = { jobs: [], done: 0, added: null, problems: [], narrow: [] };

/**
 * Takes in files one after the other, each into the place where the writer was when choosing it. A file that fails
 * leaves a sentence and stops none of the others. Those that are not in when the post is left are given up, and said so.
 *
 * @param describe asks for a block's words; not called for a person who has gone on writing meanwhile, whose next letter
 * would fall into the question, nor for each of many
 */
export function useIntake(
  editor: LexicalEditor,
  client: Client,
  mirror: Mirror,
  describe: (key: NodeKey) => void,
): Intake {
  const [news, setNews] = useState(NOTHING);
  const nextId = useRef(1);
  const [running] = useState(() => new Map<number, AbortController>());
  const t = useT();
  const say = useToast();
  const giveUp = useEffectEvent(() => {
    const left = [...running.values()].filter(({ signal }) => !signal.aborted);
    for (const controller of left) controller.abort();
    if (left.length > 0) say(t('editor.intake.left', { count: left.length }), 'bad');
  });
  useEffect(() => () => giveUp(), []);
  const isRunning = news.jobs.length > 0;
  // The words are safe, these are not yet: the window asks before it closes.
  useEffect(() => {
    if (!isRunning) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isRunning]);

  /** Runs one job after the other; `one` puts a file into the post and says whether it is in. */
  const run = useCallback(
    async (
      files: readonly File[],
      one: (file: File, onPart: (part: number) => void, signal: AbortSignal) => Promise<boolean>,
    ): Promise<void> => {
      const jobs = files.map(({ name }): Job => ({ id: nextId.current++, name, part: null }));
      for (const { id } of jobs) running.set(id, new AbortController());
      setNews((now) => ({ ...now, problems: [], narrow: [], jobs: [...now.jobs, ...jobs] }));
      for (const [at, file] of files.entries()) {
        const { id, name } = jobs[at] as Job;
        const signal = running.get(id)?.signal;
        if (signal === undefined || signal.aborted) continue;
        const onPart = (part: number): void =>
          setNews((now) => ({ ...now, jobs: now.jobs.map((job) => (job.id === id ? { ...job, part } : job)) }));
        onPart(0);
        const problems: unknown[] = [];
        const isIn = await one(file, onPart, signal).catch((reason: unknown) => {
          if (!signal.aborted) problems.push(reason);
          return false;
        });
        running.delete(id);
        setNews((now) => {
          const left = now.jobs.filter((job) => job.id !== id);
          return {
            ...now,
            jobs: left,
            done: left.length === 0 ? 0 : now.done + 1,
            added: isIn ? name : now.added,
            problems: [...now.problems, ...problems],
          };
        });
      }
    },
    [running],
  );

  const addPictures = useCallback(
    async (files: readonly File[], into: PicturesInto = 'figures'): Promise<void> => {
      if (files.length === 0) return;
      let place = placeForPicture(editor);
      let gallery = typeof into === 'object' ? into.gallery : null;
      const keys = watchKeys();
      await run(files, async (file, onPart, signal) => {
        if (mirror.size().pictures >= LIMITS.picturesPerPost)
          throw new AppError('limit_pictures', { most: LIMITS.picturesPerPost });
        if (gallery !== null && gallerySize(editor, gallery) >= LIMITS.galleryItems)
          throw new AppError('limit_gallery', { most: LIMITS.galleryItems });
        const media = await takePicture(client, file, onPart);
        if (signal.aborted) return false;
        if (isNarrow(media)) setNews((now) => ({ ...now, narrow: [...now.narrow, file.name] }));
        if (into === 'figures') {
          place = insertPicture(editor, media, place);
        } else if (gallery === null || !addToGallery(editor, media, gallery)) {
          const items = [{ id: newBlockId(), media: media.hash, alt: '' }];
          gallery = insertAt(editor, () => $createGalleryNode({ items }), gallery ?? place);
        }
        return true;
      });
      const described = into === 'figures' ? (files.length === 1 ? place : null) : gallery;
      if (described !== null && described !== placeForPicture(editor) && !keys.wereUsed()) describe(described);
      keys.stop();
    },
    [editor, client, mirror, describe, run],
  );

  const attachFiles = useCallback(
    async (files: readonly File[]): Promise<void> => {
      let place = placeForPicture(editor);
      await run(files, async (file, onPart, signal) => {
        const attached = mirror.now().blocks.filter((block) => fileOfBlock(block) !== null).length;
        if (attached >= LIMITS.filesPerPost) throw new AppError('limit_files', { most: LIMITS.filesPerPost });
        const reference = await takeFile(client, file, onPart, signal);
        // Given up while its words were looked at.
        if (reference === null || signal.aborted) return false;
        place = insertAt(editor, () => $createFileNode({ media: reference.hash }), place);
        return true;
      });
    },
    [editor, client, mirror, run],
  );

  const cancel = useCallback(
    (job?: number): void => {
      const isMeant = (id: number): boolean => job === undefined || id === job;
      for (const [id, controller] of running) if (isMeant(id)) controller.abort();
      setNews((now) => ({ ...now, jobs: now.jobs.filter(({ id }) => !isMeant(id)) }));
    },
    [running],
  );

  return {
    news,
    addPictures: useCallback((files, into) => void addPictures(files, into), [addPictures]),
    attachFiles: useCallback((files) => void attachFiles(files), [attachFiles]),
    cancel,
    dismiss: useCallback(() => setNews((now) => ({ ...now, problems: [], narrow: [] })), []),
  };
}

/** Times its width from which on a shrunk picture is a thread: a whole chat, a long page taken from a screen. */
const THREAD = 3;

/** Whether a picture was so tall that it became too narrow to read when it was shrunk to the longest side that is kept. */
function isNarrow({ width, height }: PictureReference): boolean {
  return height >= LIMITS.pictureSide && height > width * THREAD;
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
