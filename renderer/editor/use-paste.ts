import { COMMAND_PRIORITY_HIGH, type LexicalEditor, PASTE_COMMAND, UNDO_COMMAND } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { LIMITS, newBlockId } from '../../shared/content/index.ts';
import { AppError, type Client } from '../../shared/contract/index.ts';
import { type Change, type CleanedPage, cleanPage, type Part } from '../clean/index.ts';
import { $isPastingIntoTable, insertIntoCell } from './cell-paste.ts';
import { readDocument } from './document-files.ts';
import { type Inserting, insertParts, insertPictures } from './insert-parts.ts';
import type { Mirror } from './mirror.ts';
import { convertOldText, type OldText, oldTextOf, oldTextOfParts } from './old-text.ts';

/** What the writer is told of what comes from outside. */
export interface PasteNews {
  /** Name of the document that is being read. */
  readonly reading: string | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly changes: readonly Change[];
  readonly oldText: OldText | null;
  readonly problem: unknown;
}

/** A document that was read, before it goes into the post. */
export interface Preview {
  readonly name: string;
  readonly page: CleanedPage;
  /** How much more the post can hold. */
  readonly room: { readonly blocks: number; readonly pictures: number };
}

export interface Pasting {
  readonly preview: Preview | null;
  /** Shows what each document would bring, one after the other. */
  openDocuments(files: readonly File[]): void;
  insertPreview(): void;
  closePreview(): void;
  readonly news: PasteNews;
  /** Stops, and takes out what is in so far. */
  stop(): void;
  undo(): void;
  convert(): void;
  dismiss(): void;
}

const NOTHING: PasteNews = { reading: null, progress: null, changes: [], oldText: null, problem: null };
/** Dropped without a word: every paste from Word loses fonts. */
const EXPECTED: readonly string[] = ['styling', 'composed', 'hidden', 'headings'];

/** Cleans pages that are pasted, puts them in without holding up typing, and says what was changed. */
export function usePaste(editor: LexicalEditor, client: Client, mirror: Mirror): Pasting {
  const [news, setNews] = useState(NOTHING);
  const [preview, setPreview] = useState<Preview | null>(null);
  const running = useRef<AbortController | null>(null);
  const last = useRef(Promise.resolve());
  const isGone = useRef(false);
  const later = useRef<File[]>([]);
  const reading = useRef<AbortController | null>(null);

  const insertNow = useCallback(
    async (read: () => CleanedPage): Promise<void> => {
      const stop = new AbortController();
      running.current = stop;
      const problems: unknown[] = [];
      try {
        const { parts, changes } = read();
        const { blocks: left } = roomIn(mirror);
        if (parts.length > left) throw new AppError('page_too_many_blocks', { count: parts.length, left });
        const inserting: Inserting = {
          signal: stop.signal,
          onProgress: (done, total) => setNews({ ...NOTHING, progress: { done, total } }),
          takePicture: ({ source, alt }) => {
            if (mirror.size().pictures >= LIMITS.picturesPerPost)
              throw new AppError('limit_pictures', { most: LIMITS.picturesPerPost });
            return client.call('media.add', { name: alt.slice(0, 60) || 'image', data: source.replace(/^[^,]*,/, '') });
          },
          onPictureProblem: (problem) => problems.push(problem),
        };
        const reduced: Change[] = [];
        const isIn = editor.read($isPastingIntoTable)
          ? await intoCell(editor, parts, inserting, reduced)
          : await insertParts(editor, parts, inserting);
        const told = isIn ? [...changes.filter(({ kind }) => !EXPECTED.includes(kind)), ...reduced] : [];
        // No font told what is old: the person is asked.
        const oldText = isIn ? oldTextOfParts(parts) : null;
        setNews({ ...NOTHING, changes: told, oldText, problem: problems[0] ?? null });
      } catch (problem) {
        setNews({ ...NOTHING, problem });
      }
      running.current = null;
    },
    [editor, client, mirror],
  );
  /** One after the other: what comes second would find its place moved, and must not be lost. */
  const insert = useCallback(
    (read: () => CleanedPage): Promise<void> => {
      // Out of the update in which the paste is heard: what is done within it would wait for its end.
      last.current = last.current.then(() => (isGone.current ? undefined : insertNow(read)));
      return last.current;
    },
    [insertNow],
  );

  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const data = 'clipboardData' in event ? event.clipboardData : null;
          if (data === null || data.types.includes('application/x-lexical-editor')) return false;
          const html = data.getData('text/html');
          if (html === '') {
            const oldText = oldTextOf(data.getData('text/plain'));
            if (oldText !== null) setNews({ ...NOTHING, oldText });
            return false;
          }
          event.preventDefault();
          void insert(() => cleanHtml(html));
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, insert],
  );
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      running.current?.abort();
    };
  }, []);

  const openDocument = useCallback(
    async (file: File): Promise<void> => {
      const stop = new AbortController();
      reading.current = stop;
      setNews({ ...NOTHING, reading: file.name });
      try {
        const { html } = await readDocument(file, client);
        if (stop.signal.aborted) return;
        setPreview({ name: file.name, page: cleanHtml(html), room: roomIn(mirror) });
        setNews(NOTHING);
      } catch (reason) {
        if (stop.signal.aborted) return;
        setNews({ ...NOTHING, problem: reason instanceof DOMException ? new AppError('document_broken') : reason });
      }
    },
    [client, mirror],
  );
  const openDocuments = useCallback(
    (files: readonly File[]): void => {
      const [first, ...others] = files;
      later.current = [...later.current, ...others];
      if (first !== undefined) void openDocument(first);
    },
    [openDocument],
  );
  /** The look at one document is over: the next one that was dropped with it. */
  const closePreview = (): void => {
    setPreview(null);
    openDocuments(later.current.splice(0, 1));
  };

  const dismiss = useCallback(() => setNews(NOTHING), []);
  return {
    news,
    preview,
    openDocuments,
    insertPreview: () => {
      if (preview === null) return closePreview();
      setPreview(null);
      void insert(() => preview.page).then(() => {
        if (later.current.length > 0) closePreview();
      });
    },
    closePreview,
    stop: () => {
      running.current?.abort();
      if (news.reading === null) return;
      reading.current?.abort();
      later.current = [];
      setNews(NOTHING);
      // What fails here has ended by itself.
      client.call('import.stop', null).catch(() => undefined);
    },
    undo: () => {
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      dismiss();
    },
    convert: () => {
      if (news.oldText) convertOldText(editor, news.oldText);
      dismiss();
    },
    dismiss,
  };
}

/** How many more blocks and pictures a post can hold. */
function roomIn(mirror: Mirror): Preview['room'] {
  const { blocks, pictures } = mirror.size();
  return { blocks: Math.max(0, LIMITS.blocks - blocks), pictures: Math.max(0, LIMITS.picturesPerPost - pictures) };
}

function cleanHtml(html: string): CleanedPage {
  if (html.length > LIMITS.pageCharacters) throw new AppError('page_too_large');
  return cleanPage(new DOMParser().parseFromString(html, 'text/html'), newBlockId);
}

/** The words go into the cell, the pictures below its table. */
async function intoCell(
  editor: LexicalEditor,
  parts: readonly Part[],
  inserting: Inserting,
  reduced: Change[],
): Promise<boolean> {
  const blocks = parts.flatMap((part) => ('block' in part ? [part.block] : []));
  const { table, flattened } = insertIntoCell(editor, blocks);
  if (flattened > 0) reduced.push({ kind: 'cells', count: flattened, samples: [] });
  await insertPictures(editor, parts, table, inserting);
  return true;
}
