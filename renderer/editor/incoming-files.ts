import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { COMMAND_PRIORITY_HIGH, type LexicalEditor, mergeRegister, PASTE_COMMAND } from 'lexical';
import { isDocument } from './document-files.ts';

/** Files that come to the body from outside, by what becomes of each. */
export interface SortedFiles {
  /** To be shown in their places. */
  readonly pictures: readonly File[];
  /** To be read into the post, after a look. */
  readonly documents: readonly File[];
  /** To be attached. */
  readonly others: readonly File[];
}

/** Tells of files that are pasted or dropped. */
export function registerIncomingFiles(editor: LexicalEditor, onFiles: (files: SortedFiles) => void): () => void {
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = 'clipboardData' in event ? event.clipboardData : null;
        // Word and Excel put a picture of the copied words beside the words: then the words are meant.
        if (data === null || data.files.length === 0 || data.types.includes('text/plain')) return false;
        event.preventDefault();
        onFiles(sortFiles(data.files));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        onFiles(sortFiles(files));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/**
 * Tells of files dropped beside the body, on the title or in the margin: whoever drops a file on the window means the
 * post. What a dialog is open for, and what `isShown` says is out of sight, gets none.
 */
export function registerDropsBeside(
  editor: LexicalEditor,
  isShown: () => boolean,
  onFiles: (files: SortedFiles) => void,
): () => void {
  const isMeant = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes('Files') === true &&
    !(event.target instanceof Node && editor.getRootElement()?.contains(event.target)) &&
    document.querySelector('[data-modal]') === null &&
    isShown();
  const onOver = (event: DragEvent): void => {
    if (isMeant(event)) event.preventDefault();
  };
  const onDrop = (event: DragEvent): void => {
    if (!isMeant(event)) return;
    event.preventDefault();
    onFiles(sortFiles(event.dataTransfer?.files ?? []));
  };
  window.addEventListener('dragover', onOver);
  window.addEventListener('drop', onDrop);
  return () => {
    window.removeEventListener('dragover', onOver);
    window.removeEventListener('drop', onDrop);
  };
}

/** Sorts files, each kind in its order. iPhone pictures come without a type on Windows. */
export function sortFiles(files: Iterable<File>): SortedFiles {
  const [pictures, documents, others]: [File[], File[], File[]] = [[], [], []];
  for (const file of files) {
    if (file.type.startsWith('image/') || /\.hei[cf]$/i.test(file.name)) pictures.push(file);
    else if (isDocument(file)) documents.push(file);
    else others.push(file);
  }
  return { pictures, documents, others };
}
