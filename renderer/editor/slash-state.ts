import {
  $getNodeByKey,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { $selectedLink } from './block-kind.ts';
import { $selectedTable } from './table-editing.ts';

/** A "/" that was typed to ask for a thing to insert, and what was typed after it. */
export interface SlashQuery {
  readonly node: NodeKey;
  /** Where in the node the "/" stands. */
  readonly at: number;
  readonly query: string;
}

export interface SlashStore {
  readonly get: () => SlashQuery | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Ends the asking; the "/" stays as text. */
  close(): void;
  /** Takes the "/" and what follows it out of the text. For use within an update. */
  $take(): void;
}

/** Longer than the name of anything that can be inserted: then it is text. */
const LONGEST_QUERY = 30;

/**
 * Notices a "/" typed at the start of a block or after a space, outside of tables and links. Only a key that a person
 * pressed counts: nothing within a composition (key 229), and nothing that UniKey sends in place of what it took back,
 * which comes without a key's place (`code`). Letters after the "/" may be composed as anywhere.
 */
export function createSlashStore(editor: LexicalEditor): SlashStore {
  let state: SlashQuery | null = null;
  let isArmed = false;
  const listeners = new Set<() => void>();
  const become = (next: SlashQuery | null): void => {
    const isSame = next?.node === state?.node && next?.at === state?.at && next?.query === state?.query;
    if (isSame) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const start = (): (() => void) =>
    mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const isTyped = event.code !== '' && event.keyCode !== 229 && !event.isComposing;
          isArmed = event.key === '/' && isTyped && !event.ctrlKey && !event.metaKey && !event.altKey;
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        BLUR_COMMAND,
        () => {
          become(null);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerUpdateListener(({ editorState, dirtyLeaves }) => {
        if (state === null && (!isArmed || dirtyLeaves.size === 0)) return;
        const wasArmed = isArmed;
        isArmed = false;
        const was = state;
        become(editorState.read(() => (was === null ? (wasArmed ? $begun() : null) : $continued(was))));
      }),
    );

  let stop: (() => void) | null = null;
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      stop ??= start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
    close: () => become(null),
    $take: () => {
      if (state === null) return;
      const { node: key, at, query } = state;
      const node = $getNodeByKey(key);
      if ($isTextNode(node)) node.spliceText(at, 1 + query.length, '', true);
      become(null);
    },
  };
}

/** The "/" before the cursor, if it stands where one asks. */
function $begun(): SlashQuery | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null;
  const node = selection.anchor.getNode();
  const at = selection.anchor.offset - 1;
  if (!$isTextNode(node) || node.getTextContent()[at] !== '/') return null;
  const before = at > 0 ? node.getTextContent()[at - 1] : null;
  const previous = node.getPreviousSibling();
  const isAtStart = before === null && (previous === null || $isLineBreakNode(previous));
  const isAfterSpace = before !== null && /\s/.test(before ?? '');
  if (!isAtStart && !isAfterSpace) return null;
  if ($selectedTable() !== null || $selectedLink() !== null) return null;
  return { node: node.getKey(), at, query: '' };
}

function $continued({ node: key, at }: SlashQuery): SlashQuery | null {
  const node = $getNodeByKey(key);
  const selection = $getSelection();
  if (!$isTextNode(node) || !node.isAttached() || node.getTextContent()[at] !== '/') return null;
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.key !== key) return null;
  const end = selection.anchor.offset;
  const query = node.getTextContent().slice(at + 1, end);
  const isAsking = end > at && query.length <= LONGEST_QUERY && !/^\s/.test(query);
  return isAsking ? { node: key, at, query } : null;
}
