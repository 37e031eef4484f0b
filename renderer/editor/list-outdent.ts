import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';

/**
 * Brings the selected items of a list a level up, each with what is in it; the items that came after it are then in it, as in
 * Word. Lexical leaves that to a transform that brings the inner items up one by one, to the wrong levels, and fails to draw
 * some of them.
 */
export function registerListOutdent(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    OUTDENT_CONTENT_COMMAND,
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return false;
      const items = new Map<string, ListItemNode>();
      for (const node of selection.getNodes()) {
        const item = $findMatchingParent(node, $isListItemNode);
        if (item !== null && !$holdsList(item)) items.set(item.getKey(), item);
      }
      for (const item of items.values()) $outdent(item);
      return items.size > 0;
    },
    COMMAND_PRIORITY_LOW,
  );
}

/** Lexical keeps the list in an item as an item of its own, after the one it is in. */
function $holdsList(item: ListItemNode): boolean {
  return $isListNode(item.getFirstChild());
}

function $outdent(item: ListItemNode): void {
  const list = item.getParent();
  const holder = list?.getParent();
  if (!$isListNode(list) || !$isListItemNode(holder)) return;
  const [next, ...others] = item.getNextSiblings();
  holder.insertAfter(item);
  if (next !== undefined) {
    const own = $isListItemNode(next) ? next.getFirstChild() : null;
    const inner = $isListNode(own) ? own : $createListNode(list.getListType());
    if (!$isListNode(own)) inner.append(next);
    inner.append(...others);
    item.insertAfter(inner === own && $isListItemNode(next) ? next : $createListItemNode().append(inner));
  }
  if (list.isEmpty()) holder.remove();
}
