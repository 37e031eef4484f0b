import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  ListItemNode,
  ListNode,
} from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';

/**
 * Keeps each list within an item of the one around it, no level left out, and brings items a level up. Lexical's own ways of
 * both move inner items one by one: some come to wrong levels, and some it fails to draw.
 */
export function registerListLevels(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(ListItemNode, $partLists),
    editor.registerNodeTransform(ListNode, $closeLevels),
    editor.registerCommand(OUTDENT_CONTENT_COMMAND, $outdentSelected, COMMAND_PRIORITY_LOW),
  );
}

/**
 * A list that a clipboard put behind the words of its item, or behind another list, gets the place of its own: made a
 * paragraph, the item would take it along to where its words are not kept.
 */
function $partLists(item: ListItemNode): void {
  const lists = item.getChildren().filter($isListNode);
  const behind = lists.length === item.getChildrenSize() ? lists.slice(1) : lists;
  for (const inner of behind.toReversed()) item.insertAfter($createListItemNode().append(inner), false);
}

/** A list in no item comes up to the level of those around it; two in one item become one. */
function $closeLevels(list: ListNode): void {
  for (const holder of list.getChildren()) {
    const inner = $innerList(holder);
    if (inner === null) continue;
    const before = holder.getPreviousSibling();
    const innerBefore = $innerList(before);
    if (before === null) for (const item of inner.getChildren()) holder.insertBefore(item);
    else if (innerBefore !== null) innerBefore.append(...inner.getChildren());
    else continue;
    holder.remove();
  }
}

/** Brings the selected items a level up, each with what is in it; those that came after it are then in it, as in Word. */
function $outdentSelected(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const items = new Map<string, ListItemNode>();
  for (const node of selection.getNodes()) {
    const item = $findMatchingParent(node, $isListItemNode);
    if (item !== null && $innerList(item) === null) items.set(item.getKey(), item);
  }
  for (const item of items.values()) $outdent(item);
  return items.size > 0;
}

/** The list that an item of Lexical's holds: it keeps the list in an item as an item of its own, after that one. */
export function $innerList(item: LexicalNode | null | undefined): ListNode | null {
  const first = $isListItemNode(item) ? item.getFirstChild() : null;
  return $isListNode(first) ? first : null;
}

function $outdent(item: ListItemNode): void {
  const list = item.getParent();
  const holder = list?.getParent();
  if (!$isListNode(list) || !$isListItemNode(holder)) return;
  const [next, ...others] = item.getNextSiblings();
  holder.insertAfter(item);
  if (next !== undefined) {
    const own = $innerList(next);
    if (own === null)
      item.insertAfter($createListItemNode().append($createListNode(list.getListType()).append(next, ...others)));
    else {
      own.append(...others);
      item.insertAfter(next);
    }
  }
  if (list.isEmpty()) holder.remove();
}
