import {
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { $selectedListItem, type BlockKind, toggleKind } from './block-kind.ts';
import { $moveBlocks } from './move-blocks.ts';

/** Deeper than anyone reads, and well within the depth that a revision may have. */
const DEEPEST_INDENT = 5;

/** Ctrl+Shift with a digit: by place of the key, for a Vietnamese layout types letters there. */
const KIND_OF_DIGIT: Readonly<Record<string, BlockKind>> = {
  Digit2: 'h2',
  Digit3: 'h3',
  Digit4: 'h4',
  Digit7: 'number',
  Digit8: 'bullet',
  Digit9: 'quote',
};

/** What the shell around the editor does on a key. */
export interface EditorKeyActions {
  readonly openLink: () => void;
  readonly focusToolbar: () => void;
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
    // Lexical would leave the text on Escape, and a person without a mouse would be nowhere.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
  );

  function actionOf(event: KeyboardEvent): (() => void) | null {
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.key === 'F10') return actions.focusToolbar;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      if (event.code === 'Comma') return () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'subscript');
      if (event.code === 'Period') return () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'superscript');
    }
    if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (event.key === 'ArrowUp') return () => editor.update(() => $moveBlocks('up'));
      if (event.key === 'ArrowDown') return () => editor.update(() => $moveBlocks('down'));
    }
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey) return null;
    const kind = KIND_OF_DIGIT[event.code];
    if (kind !== undefined) return () => toggleKind(editor, kind);
    if (event.code === 'KeyK') return actions.openLink;
    if (event.code === 'KeyX') return () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'strikethrough');
    return null;
  }
}
