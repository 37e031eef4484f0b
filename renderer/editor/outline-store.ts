import { $isHeadingNode } from '@lexical/rich-text';
import { $getRoot, $getSelection, type LexicalEditor, type NodeKey } from 'lexical';
import { $topLevelOf } from './block-kind.ts';

export interface OutlineEntry {
  readonly key: NodeKey;
  /** 2 to 4. */
  readonly level: number;
  readonly text: string;
}

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** The heading the cursor is under; `null` above the first. */
  readonly current: NodeKey | null;
}

/** After a key the outline is read again once the window is idle, or after this long. */
const PATIENCE_MS = 400;

/** The headings of the body, in order, and the one the cursor is under. */
export function $readOutline(): Outline {
  const cursor = $getSelection()?.getNodes()[0];
  const here = cursor === undefined ? null : $topLevelOf(cursor);
  const entries: OutlineEntry[] = [];
  let current: NodeKey | null = null;
  let isBefore = here !== null;
  for (const node of $getRoot().getChildren()) {
    if ($isHeadingNode(node)) {
      const entry = { key: node.getKey(), level: Number(node.getTag().slice(1)), text: node.getTextContent().trim() };
      entries.push(entry);
      if (isBefore) current = entry.key;
    }
    if (node.is(here)) isBefore = false;
  }
  return { entries, current };
}

/** Follows the body; its listeners hear only when the outline or the current heading is another, and never within a key. */
export function createOutlineStore(editor: LexicalEditor): {
  readonly get: () => Outline;
  readonly subscribe: (listener: () => void) => () => void;
} {
  let outline = editor.read($readOutline);
  return {
    get: () => outline,
    subscribe: (listener) => {
      let idle = 0;
      const read = (): void => {
        const next = editor.read($readOutline);
        if (JSON.stringify(next) === JSON.stringify(outline)) return;
        outline = next;
        listener();
      };
      const stop = editor.registerUpdateListener(() => {
        cancelIdleCallback(idle);
        idle = requestIdleCallback(read, { timeout: PATIENCE_MS });
      });
      read();
      return () => {
        cancelIdleCallback(idle);
        stop();
      };
    },
  };
}
