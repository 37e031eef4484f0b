import { HorizontalRuleNode } from '@lexical/extension';
import { $isListItemNode, ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { $isTableRowNode, TableNode, TableRowNode } from '@lexical/table';
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isRootNode,
  $setState,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  ParagraphNode,
} from 'lexical';
import { $blockIdOf, blockId } from './block-id.ts';
import type { Redrawn } from './body-changes.ts';
import { CalloutNode } from './callout-node.ts';
import { FigureNode } from './figure-node.tsx';
import { FileNode } from './file-node.tsx';
import { $isGalleryNode, GalleryNode } from './gallery-node.tsx';
import { UnknownBlockNode } from './unknown-block-node.tsx';
import { VideoNode } from './video-node.tsx';

const NAMED_NODES = [
  ParagraphNode,
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  HorizontalRuleNode,
  FigureNode,
  GalleryNode,
  VideoNode,
  FileNode,
  CalloutNode,
  TableNode,
  TableRowNode,
  UnknownBlockNode,
];

/**
 * Gives every top-level block, list item, table row and picture of a gallery an id, and keeps ids unique in the post (design 3): the new half of a split
 * gets a new one; of two nodes with one id, the one that had it before keeps it and the other (a pasted copy) gets a new
 * one. A block cut and pasted keeps its id, for it has only moved. Ids are node state: no text and no DOM is touched,
 * so this may run within a composition.
 */
export function registerBlockIds(
  editor: LexicalEditor,
  newId: () => string,
  redrawn: Readonly<Redrawn> = { times: 0 },
): () => void {
  const owners = new Map<string, NodeKey>();

  const $isOwnedByAnother = (id: string, key: NodeKey): boolean => {
    const owner = owners.get(id);
    return owner !== undefined && owner !== key && $getNodeByKey(owner)?.isAttached() === true;
  };

  const $name = (node: LexicalNode): void => {
    if (!$isNamed(node)) return;
    const key = node.getKey();
    const id = $blockIdOf(node);
    if (id !== '' && !$isOwnedByAnother(id, key)) {
      owners.set(id, key);
      return;
    }
    const fresh = newId();
    owners.set(fresh, key);
    $setState(node, blockId, fresh);
    // A copy of a gallery: its pictures are copies too.
    if (id !== '' && $isGalleryNode(node)) $renamePictures(node, newId);
  };

  const $learn = (node: LexicalNode): void => {
    const id = $isNamed(node) ? $blockIdOf(node) : '';
    if (id !== '') owners.set(id, node.getKey());
    if ($isElementNode(node)) for (const child of node.getChildren()) $learn(child);
  };

  const learnAll = (): void => {
    owners.clear();
    editor.getEditorState().read(() => {
      for (const child of $getRoot().getChildren()) $learn(child);
    });
  };

  let seen = redrawn.times;
  return mergeRegister(
    ...NAMED_NODES.map((klass) => editor.registerNodeTransform<LexicalNode>(klass, $name)),
    // Undo and redo bring back whole states, with the owners of their own time.
    editor.registerUpdateListener(({ tags, dirtyElements, dirtyLeaves }) => {
      const isNewState = dirtyLeaves.size === 0 && dirtyElements.size === 1 && dirtyElements.has('root');
      if (tags.has(HISTORIC_TAG) || isNewState || redrawn.times !== seen) learnAll();
      seen = redrawn.times;
    }),
  );
}

function $renamePictures(gallery: GalleryNode, newId: () => string): void {
  const { items, ...rest } = gallery.getValue();
  gallery.setValue({ ...rest, items: items.map((item) => ({ ...item, id: newId() })) });
}

function $isNamed(node: LexicalNode): boolean {
  return $isListItemNode(node) || $isTableRowNode(node) || $isRootNode(node.getParent());
}
