import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  type HISTORY_MERGE_TAG,
  type HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { type MediaReference, newBlockId } from '../../shared/content/index.ts';
import { $topLevelOf } from './block-kind.ts';
import { $createFigureNode } from './figure-node.tsx';
import { $isGalleryNode } from './gallery-node.tsx';

/** The block the writer is in now: where a picture shall go once it is ready. */
export function placeForPicture(editor: LexicalEditor): NodeKey | null {
  return editor.read(() => $topLevelOf($getSelection()?.getNodes()[0] ?? null)?.getKey() ?? null);
}

/** Puts a picture after the block at `place`, see {@link insertAt}. Returns the key of the new node. */
export function insertPicture(
  editor: LexicalEditor,
  media: MediaReference,
  place: NodeKey | null,
  alt = '',
  tag: HistoryTag | null = null,
): NodeKey {
  return insertAt(editor, () => $createFigureNode({ media: media.hash, alt }), place, tag);
}

/** Whether what is put in begins a step of the history or goes on with the last one; the history decides where nobody says. */
export type HistoryTag = typeof HISTORY_PUSH_TAG | typeof HISTORY_MERGE_TAG;

/**
 * Puts a block after the one at `place` (an empty one is left below it, to write on), or at the end if that block is
 * gone by now. Returns the key of the new node.
 */
export function insertAt(
  editor: LexicalEditor,
  $create: () => LexicalNode,
  place: NodeKey | null,
  tag: HistoryTag | null = null,
): NodeKey {
  let key = '';
  editor.update(
    () => {
      const node = $create();
      const block = place === null ? null : $getNodeByKey(place);
      if (block === null || !block.isAttached()) $getRoot().append(node);
      else if ($isElementNode(block) && block.isEmpty()) block.insertBefore(node);
      else block.insertAfter(node);
      if (node.getNextSibling() === null) node.insertAfter($createParagraphNode());
      key = node.getKey();
    },
    // The person may be in the title by now: the cursor of the body must not take the focus.
    { discrete: true, tag: tag === null ? SKIP_DOM_SELECTION_TAG : [SKIP_DOM_SELECTION_TAG, tag] },
  );
  return key;
}

/** Adds a picture to a gallery. Returns `false` when that gallery is gone. */
export function addToGallery(editor: LexicalEditor, media: MediaReference, gallery: NodeKey): boolean {
  let isIn = false;
  editor.update(
    () => {
      const node = $getNodeByKey(gallery);
      if (!$isGalleryNode(node) || !node.isAttached()) return;
      const { items, ...rest } = node.getValue();
      node.setValue({ ...rest, items: [...items, { id: newBlockId(), media: media.hash, alt: '' }] });
      isIn = true;
    },
    { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
  );
  return isIn;
}

/** How many pictures a gallery holds. */
export function gallerySize(editor: LexicalEditor, gallery: NodeKey): number {
  return editor.read(() => {
    const node = $getNodeByKey(gallery);
    return $isGalleryNode(node) ? node.getValue().items.length : 0;
  });
}
