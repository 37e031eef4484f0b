import { $getRoot, $getSelection, type LexicalEditor } from 'lexical';
import type { Block } from '../../shared/content/index.ts';
import { $blockIdOf } from './block-id.ts';
import { $topLevelOf } from './block-kind.ts';
import type { Mirror } from './mirror.ts';

/** A block on the screen, by its id. */
export interface ShownBlock {
  readonly id: string;
  readonly element: HTMLElement;
}

/** What is written, for a pane beside it. Its listeners hear once the window is idle, never within a key. */
export interface BodyView {
  /** The body as it is. */
  readonly now: () => readonly Block[];
  /** Id of the block the cursor is in; `null` for none. */
  readonly current: () => string | null;
  /** Its blocks with what shows them, in order. */
  readonly shown: () => readonly ShownBlock[];
  /** Puts the cursor into a block, in the middle of the screen. */
  readonly goTo: (id: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const PATIENCE_MS = 400;

/** Follows the body of an open editor. */
export function createBodyView(editor: LexicalEditor, mirror: Mirror): BodyView {
  return {
    now: () => mirror.now().blocks,
    current: () => editor.read($currentBlock),
    shown: () =>
      editor.read(() =>
        $getRoot()
          .getChildren()
          .flatMap((node) => {
            const element = editor.getElementByKey(node.getKey());
            return element === null ? [] : [{ id: $blockIdOf(node), element }];
          }),
      ),
    goTo: (id) => {
      editor.update(() => {
        const node = $getRoot()
          .getChildren()
          .find((child) => $blockIdOf(child) === id);
        if (node === undefined) return;
        node.selectStart();
        editor.getElementByKey(node.getKey())?.scrollIntoView({ block: 'center' });
      });
      editor.focus();
    },
    subscribe: (listener) => {
      let idle = 0;
      const stop = editor.registerUpdateListener(() => {
        cancelIdleCallback(idle);
        idle = requestIdleCallback(listener, { timeout: PATIENCE_MS });
      });
      return () => {
        cancelIdleCallback(idle);
        stop();
      };
    },
  };
}

function $currentBlock(): string | null {
  const node = $getSelection()?.getNodes()[0];
  const top = node === undefined ? null : $topLevelOf(node);
  return top === null ? null : $blockIdOf(top);
}
