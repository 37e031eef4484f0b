import { type LexicalEditor, registerEventListener } from 'lexical';

const CURSOR_KEYS: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/**
 * Tells Lexical where a cursor key has led before the next key is heard. The browser itself tells it with the next frame
 * it draws; a key that comes sooner (Home, then Backspace, on a slow computer) would act where the cursor was before.
 */
export function registerCursorKeys(editor: LexicalEditor): () => void {
  let isUntold = false;
  return editor.registerRootListener((root) => {
    if (root === null) return;
    const document = root.ownerDocument;
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229) return;
      if (isUntold) document.dispatchEvent(new Event('selectionchange'));
      isUntold = CURSOR_KEYS.has(event.key);
    };
    const onTold = (event: Event): void => {
      if (event.isTrusted) isUntold = false;
    };
    // Before Lexical's own listeners, which hear the key at the root.
    const stops = [
      registerEventListener(root, 'keydown', onKey, true),
      registerEventListener(document, 'selectionchange', onTold, true),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  });
}
