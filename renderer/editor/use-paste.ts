import { COMMAND_PRIORITY_HIGH, type EditorState, type LexicalEditor, PASTE_COMMAND, UNDO_COMMAND } from 'lexical';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { LIMITS, newBlockId } from '../../shared/content/index.ts';
import { AppError, type Client } from '../../shared/contract/index.ts';
import { type Change, type CleanedPage, cleanPage, type Part } from '../clean/index.ts';
import { useT } from '../connection/index.ts';
import { useToast } from '../design/index.ts';
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
  readonly problems: readonly Problem[];
}

/** What could not be brought in; `name` is that of a document. */
export interface Problem {
  readonly name: string | null;
  readonly reason: unknown;
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
  /** Takes out what was put in; `null` once something was written since, which would go in its place. */
  readonly undo: (() => void) | null;
  convert(): void;
  dismiss(): void;
}

const NOTHING: PasteNews = { reading: null, progress: null, changes: [], oldText: null, problems: [] };
/** Dropped without a word: every paste from Word loses fonts. */
const EXPECTED: readonly string[] = ['styling', 'composed', 'hidden', 'headings'];

/** Cleans pages that are pasted, puts them in without holding up typing, and says what was changed. */
export function usePaste(editor: LexicalEditor, client: Client, mirror: Mirror): Pasting {
  const [news, setNews] = useState(NOTHING);
  const [preview, setPreview] = useState<Preview | null>(null);
  const running = useRef<AbortController | null>(null);
  const last = useRef(Promise.resolve());
  const isGone = useRef(false);
  /** Documents that wait their turn, and whether one is being read, looked at or put in. */
  const later = useRef<File[]>([]);
  const isLooking = useRef(false);
  const reading = useRef<AbortController | null>(null);
  const [pasted, notePasted] = useUnchanged(editor);

  const insertNow = useCallback(
    async (read: () => CleanedPage, hasWaited: boolean): Promise<void> => {
      const stop = new AbortController();
      running.current = stop;
      const problems: Problem[] = [];
      // What is said of documents stays: it came up behind the look at one of them.
      setNews((now) => ({ ...now, problems: now.problems.filter(({ name }) => name !== null) }));
      const tell = (part: Partial<PasteNews>): void =>
        setNews(({ reading, problems: before }) => ({
          ...NOTHING,
          reading,
          ...part,
          problems: [...before, ...(part.problems ?? [])],
        }));
      try {
        const { parts, changes } = read();
        const { blocks: left } = roomIn(mirror);
        if (parts.length > left) throw new AppError('page_too_many_blocks', { count: parts.length, left });
        const inserting: Inserting = {
          ...{ signal: stop.signal, hasWaited },
          onProgress: (done, total) => tell({ progress: { done, total } }),
          takePicture: ({ source, alt }) => {
            if (mirror.size().pictures >= LIMITS.picturesPerPost)
              throw new AppError('limit_pictures', { most: LIMITS.picturesPerPost });
            return client.call('media.add', { name: alt.slice(0, 60) || 'image', data: source.replace(/^[^,]*,/, '') });
          },
          onPictureProblem: (reason) => problems.push({ name: null, reason }),
        };
        const reduced: Change[] = [];
        const isIn = editor.read($isPastingIntoTable)
          ? await intoCell(editor, parts, inserting, reduced)
          : await insertParts(editor, parts, inserting);
        const told = isIn ? [...changes.filter(({ kind }) => !EXPECTED.includes(kind)), ...reduced] : [];
        // No font told what is old: the person is asked.
        const oldText = isIn ? oldTextOfParts(parts) : null;
        notePasted();
        tell({ changes: told, oldText, problems });
      } catch (reason) {
        tell({ problems: [{ name: null, reason }] });
      }
      running.current = null;
    },
    [editor, client, mirror, notePasted],
  );
  /** One after the other: what comes second would find its place moved, and must not be lost. */
  const insert = useCallback(
    (read: () => CleanedPage): Promise<void> => {
      const hasToWait = running.current !== null;
      // Out of the update in which the paste is heard: what is done within it would wait for its end.
      last.current = last.current.then(() => (isGone.current ? undefined : insertNow(read, hasToWait)));
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
          if (data === null || isFromHere(data, editor)) return false;
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
  const t = useT();
  const say = useToast();
  const giveUp = useEffectEvent(() => {
    isGone.current = true;
    if (running.current !== null || isLooking.current) say(t('import.left'), 'bad');
    running.current?.abort();
    reading.current?.abort();
  });
  useEffect(() => {
    isGone.current = false;
    return () => giveUp();
  }, []);

  /** Reads the documents that wait, up to one that can be looked at; says which could not be read. */
  const lookAtNext = useCallback(async (): Promise<void> => {
    if (isLooking.current) return;
    isLooking.current = true;
    const problems: Problem[] = [];
    for (let file = later.current.shift(); file !== undefined; file = later.current.shift()) {
      const stop = new AbortController();
      reading.current = stop;
      setNews({ ...NOTHING, reading: file.name, problems: [...problems] });
      try {
        const { html } = await readDocument(file, client);
        if (stop.signal.aborted) return;
        setPreview({ name: file.name, page: cleanHtml(html), room: roomIn(mirror) });
        setNews({ ...NOTHING, problems: [...problems] });
        return;
      } catch (failure) {
        if (stop.signal.aborted) return;
        const reason = failure instanceof DOMException ? new AppError('document_broken') : failure;
        problems.push({ name: file.name, reason });
      }
    }
    isLooking.current = false;
    if (problems.length > 0) setNews({ ...NOTHING, problems });
  }, [client, mirror]);
  const openDocuments = useCallback(
    (files: readonly File[]): void => {
      later.current.push(...files);
      void lookAtNext();
    },
    [lookAtNext],
  );
  /** One document is done with: the next one that came with it, or since. */
  const endLook = (): void => {
    isLooking.current = false;
    void lookAtNext();
  };
  const closePreview = (): void => {
    setPreview(null);
    endLook();
  };

  const dismiss = useCallback(() => setNews(NOTHING), []);
  return {
    news,
    preview,
    openDocuments,
    insertPreview: () => {
      if (preview === null) return closePreview();
      setPreview(null);
      void insert(() => preview.page).then(endLook);
    },
    closePreview,
    stop: () => {
      running.current?.abort();
      if (news.reading === null) return;
      reading.current?.abort();
      later.current = [];
      isLooking.current = false;
      setNews(NOTHING);
      // What fails here has ended by itself.
      client.call('import.stop', null).catch(() => undefined);
    },
    undo: pasted
      ? () => {
          editor.dispatchCommand(UNDO_COMMAND, undefined);
          dismiss();
        }
      : null,
    convert: () => {
      if (news.oldText) convertOldText(editor, news.oldText);
      dismiss();
    },
    dismiss,
  };
}

/** Whether words were copied in this program. Other programs and pages are built on Lexical too, with words of their own. */
function isFromHere(data: DataTransfer, editor: LexicalEditor): boolean {
  const carried = data.getData('application/x-lexical-editor');
  if (carried === '') return false;
  try {
    return (JSON.parse(carried) as { namespace?: unknown } | null)?.namespace === editor._config.namespace;
  } catch {
    return false;
  }
}

/** Whether the body is still as it was when the function returned with it was last called. */
function useUnchanged(editor: LexicalEditor): readonly [boolean, () => void] {
  const [noted, setNoted] = useState<EditorState | null>(null);
  useEffect(() => {
    if (noted === null) return;
    return editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) setNoted(null);
    });
  }, [editor, noted]);
  return [noted !== null, useCallback(() => setNoted(editor.getEditorState()), [editor])];
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
