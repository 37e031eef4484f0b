import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  PASTE_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { LIMITS, newBlockId } from '../../shared/content/index.ts';
import { AppError, type Client } from '../../shared/contract/index.ts';
import { type Change, cleanPage } from '../clean/index.ts';
import { insertParts } from './insert-parts.ts';
import type { Mirror } from './mirror.ts';
import { convertOldText, type OldText, oldTextOf } from './old-text.ts';

/** What the writer is told of what comes from outside. */
export interface PasteNews {
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly changes: readonly Change[];
  readonly oldText: OldText | null;
  readonly problem: unknown;
}

export interface Pasting {
  readonly news: PasteNews;
  /** Stops, and takes out what is in so far. */
  stop(): void;
  undo(): void;
  convert(): void;
  dismiss(): void;
}

const NOTHING: PasteNews = { progress: null, changes: [], oldText: null, problem: null };
/** Dropped without a word: every paste from Word loses fonts. */
const EXPECTED: readonly string[] = ['styling', 'composed', 'hidden', 'headings'];

/** Cleans pages that are pasted, puts them in without holding up typing, and says what was changed. */
export function usePaste(editor: LexicalEditor, client: Client, mirror: Mirror): Pasting {
  const [news, setNews] = useState(NOTHING);
  const running = useRef<AbortController | null>(null);

  const insert = useCallback(
    async (html: string): Promise<void> => {
      const stop = new AbortController();
      running.current = stop;
      const problems: unknown[] = [];
      try {
        if (html.length > LIMITS.pageCharacters) throw new AppError('page_too_large');
        const { parts, changes } = cleanPage(new DOMParser().parseFromString(html, 'text/html'), newBlockId);
        const left = Math.max(0, LIMITS.blocks - mirror.size().blocks);
        if (parts.length > left) throw new AppError('page_too_many_blocks', { count: parts.length, left });
        const isIn = await insertParts(editor, parts, {
          signal: stop.signal,
          onProgress: (done, total) => setNews({ ...NOTHING, progress: { done, total } }),
          takePicture: ({ source, alt }) => {
            if (mirror.size().pictures >= LIMITS.picturesPerPost)
              throw new AppError('limit_pictures', { most: LIMITS.picturesPerPost });
            return client.call('media.add', { name: alt.slice(0, 60) || 'image', data: source.replace(/^[^,]*,/, '') });
          },
          onPictureProblem: (problem) => problems.push(problem),
        });
        const told = isIn ? changes.filter(({ kind }) => !EXPECTED.includes(kind)) : [];
        setNews({ ...NOTHING, changes: told, problem: problems[0] ?? null });
      } catch (problem) {
        setNews({ ...NOTHING, problem });
      }
      running.current = null;
    },
    [editor, client, mirror],
  );

  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const data = 'clipboardData' in event ? event.clipboardData : null;
          if (data === null || data.types.includes('application/x-lexical-editor')) return false;
          const html = data.getData('text/html');
          if (html === '' || isInTable()) {
            const oldText = oldTextOf(data.getData('text/plain'));
            if (oldText !== null) setNews({ ...NOTHING, oldText });
            return false;
          }
          event.preventDefault();
          // One at a time: what comes second would find its place moved.
          if (running.current === null) void insert(html);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, insert],
  );
  useEffect(() => () => running.current?.abort(), []);

  const dismiss = useCallback(() => setNews(NOTHING), []);
  return {
    news,
    stop: () => running.current?.abort(),
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

/** A cell holds words only; Lexical's own rules put them there. */
function isInTable(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return selection !== null;
  return selection.anchor
    .getNode()
    .getParents()
    .some((node) => node.getType() === 'tablecell');
}
