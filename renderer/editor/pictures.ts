import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  PASTE_COMMAND,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { MediaReference } from '../../shared/content/index.ts';
import { $topLevelOf } from './block-kind.ts';
import { $createFigureNode } from './figure-node.tsx';

/** Tells of picture files that are pasted or dropped; other files are not for the body. */
export function registerPictureFiles(editor: LexicalEditor, onFiles: (files: File[]) => void): () => void {
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = 'clipboardData' in event ? event.clipboardData : null;
        const files = picturesAmong(data?.files ?? []);
        // Word and Excel put a picture of the copied words beside the words: then the words are meant.
        if (data === null || files.length === 0 || data.types.includes('text/plain')) return false;
        event.preventDefault();
        onFiles(files);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        onFiles(picturesAmong(files));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** The picture files among some, in their order. iPhone pictures come without a type on Windows. */
export function picturesAmong(files: Iterable<File>): File[] {
  return [...files].filter((file) => file.type.startsWith('image/') || /\.hei[cf]$/i.test(file.name));
}

/** A file's bytes in base64. Rejects when the file cannot be read (moved, or a phone was pulled out). */
export function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** The block the writer is in now: where a picture shall go once it is ready. */
export function placeForPicture(editor: LexicalEditor): NodeKey | null {
  return editor.read(() => $topLevelOf($getSelection()?.getNodes()[0] ?? null)?.getKey() ?? null);
}

/**
 * Puts a picture after the block at `place` (an empty one is left below it, to write on), or at the end if that block is
 * gone by now. Returns the key of the new node.
 */
export function insertPicture(editor: LexicalEditor, media: MediaReference, place: NodeKey | null, alt = ''): NodeKey {
  let key = '';
  editor.update(
    () => {
      const figure = $createFigureNode({ media: media.hash, alt });
      const block = place === null ? null : $getNodeByKey(place);
      if (block === null || !block.isAttached()) $getRoot().append(figure);
      else if ($isElementNode(block) && block.isEmpty()) block.insertBefore(figure);
      else block.insertAfter(figure);
      if (figure.getNextSibling() === null) figure.insertAfter($createParagraphNode());
      key = figure.getKey();
    },
    // The person may be in the title by now: the cursor of the body must not take the focus.
    { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
  );
  return key;
}
