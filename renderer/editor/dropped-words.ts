import {
  $createRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
} from 'lexical';

/**
 * Words dragged in from another program are what a paste at that place would be: cleaned, their old fonts read, their
 * pictures taken in. What is dragged within the text is moved by the browser as ever.
 */
export function registerDroppedWords(editor: LexicalEditor): () => void {
  let isOwnDrag = false;
  const onStart = (): void => {
    isOwnDrag = true;
  };
  const onEnd = (): void => {
    isOwnDrag = false;
  };
  window.addEventListener('dragstart', onStart);
  window.addEventListener('dragend', onEnd);
  const forget = editor.registerCommand(
    DROP_COMMAND,
    (event) => {
      const { dataTransfer: data } = event;
      if (data === null || isOwnDrag || data.files.length > 0 || !data.types.includes('text/html')) return false;
      event.preventDefault();
      const place = document.caretPositionFromPoint(event.clientX, event.clientY);
      if (place !== null && editor.getRootElement()?.contains(place.offsetNode)) {
        const range = document.createRange();
        range.setStart(place.offsetNode, place.offset);
        const selection = $createRangeSelection();
        selection.applyDOMRange(range);
        $setSelection(selection);
      }
      return editor.dispatchCommand(
        PASTE_COMMAND,
        new ClipboardEvent('paste', { clipboardData: data, cancelable: true }),
      );
    },
    COMMAND_PRIORITY_HIGH,
  );
  return () => {
    forget();
    window.removeEventListener('dragstart', onStart);
    window.removeEventListener('dragend', onEnd);
  };
}
