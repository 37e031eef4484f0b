import {
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { isShortcut } from '../keyboard/index.ts';
import { $selectedListItem, type BlockKind, toggleKind } from './block-kind.ts';
import { $isFigureNode } from './figure-node.tsx';
import { $isFileNode } from './file-node.tsx';
import { $isGalleryNode } from './gallery-node.tsx';
import { $moveBlocks } from './move-blocks.ts';
import { $isVideoNode } from './video-node.tsx';

/** Deeper than anyone reads, and well within the depth that a revision may have. */
const DEEPEST_INDENT = 5;

const KINDS = ['h2', 'h3', 'h4', 'number', 'bullet', 'quote'] as const satisfies readonly BlockKind[];
/** Formats that Lexical has no keys for. */
const FORMATS = ['strikethrough', 'subscript', 'superscript'] as const;

/** What the shell around the editor does on a key. */
export interface EditorKeyActions {
  readonly openLink: () => void;
  readonly focusToolbar: () => void;
  /** Opens the dialog of a block that is no text. */
  readonly editBlock: (key: NodeKey) => void;
}

/**
 * The editor's own keys besides Lexical's (Ctrl+B, I, U, Z, Y). No plain key is bound but Tab in a list: UniKey sends
 * Backspace and types again, and its Telex uses `w`, `[` and `]`. What an input method is handling (keyCode 229) is its.
 */
export function registerKeys(editor: LexicalEditor, actions: EditorKeyActions): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing || event.keyCode === 229) return false;
        const run = actionOf(event);
        if (run === null) return false;
        event.preventDefault();
        event.stopPropagation();
        run();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const item = $selectedListItem();
        // Outside of a list Tab leaves the editor, as everywhere else in the window.
        if (item === null || event.isComposing || event.ctrlKey || event.altKey) return false;
        event.preventDefault();
        if (event.shiftKey) return editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined);
        if (item.getIndent() >= DEEPEST_INDENT) return true;
        return editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined);
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const block = $selectedCard();
        if (block === null || event?.isComposing || event?.ctrlKey || event?.altKey) return false;
        event?.preventDefault();
        actions.editBlock(block.getKey());
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    // Lexical would leave the text on Escape, and a person without a mouse would be nowhere.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
  );

  function actionOf(event: KeyboardEvent): (() => void) | null {
    if (isShortcut('toolbar', event)) return actions.focusToolbar;
    if (isShortcut('link', event)) return actions.openLink;
    if (isShortcut('moveUp', event)) return () => editor.update(() => $moveBlocks('up'));
    if (isShortcut('moveDown', event)) return () => editor.update(() => $moveBlocks('down'));
    const kind = KINDS.find((name) => isShortcut(name, event));
    if (kind !== undefined) return () => toggleKind(editor, kind);
    const format = FORMATS.find((name) => isShortcut(name, event));
    return format === undefined ? null : () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
  }
}

/** The picture, gallery, video or file that is selected as a whole, or `null`. */
function $selectedCard(): LexicalNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  const isCard = others.length === 0 && CARDS.some(($is) => $is(node));
  return isCard ? (node ?? null) : null;
}

const CARDS = [$isFigureNode, $isGalleryNode, $isVideoNode, $isFileNode] as const;
