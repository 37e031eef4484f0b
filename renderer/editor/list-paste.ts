import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isTableNode } from '@lexical/table';
import {
  $findMatchingParent,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  type BaseSelection,
  type LexicalNode,
} from 'lexical';

/** Levels a list may have when something is pasted into it: what a revision can hold, with a link in the deepest item. */
const DEEPEST = 8;

/**
 * Puts several blocks of words from the clipboard where the cursor stands in a list: as items. Lexical would put them into
 * the item itself or split the list at the wrong place, and an item of ours holds words and one list: their order would
 * not be the one on the screen.
 *
 * @returns whether it was done; `false` leaves it to Lexical: words within one item, a list alone, and what is no words
 */
export function $pasteIntoList(nodes: readonly LexicalNode[], selection: BaseSelection): boolean {
  if (!$isRangeSelection(selection)) return false;
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
  if (item === null || !nodes.some($isBlock)) return false;
  for (const node of nodes) if ($isListNode(node)) $flatten(node, DEEPEST - 1 - item.getIndent());
  const hasOthers = nodes.some((node) => $isTableNode(node) || ($isDecoratorNode(node) && !node.isInline()));
  if (hasOthers || nodes.every($isListNode) || nodes.length === 1) return false;
  const own = item.getParent();
  const list = $createListNode($isListNode(own) ? own.getListType() : 'bullet');
  for (const node of nodes) {
    if ($isListNode(node)) list.append(...node.getChildren());
    else
      list.append(
        $createListItemNode().append(...($isBlock(node) && $isElementNode(node) ? node.getChildren() : [node])),
      );
  }
  selection.insertNodes([list]);
  return true;
}

function $isBlock(node: LexicalNode): boolean {
  return ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline();
}

/** Brings the items deeper than so many levels up to the last of them, in their order. */
function $flatten(list: ListNode, levels: number): void {
  for (const item of list.getChildren()) {
    const nested = $isListItemNode(item) ? item.getChildren().find($isListNode) : undefined;
    if (nested === undefined) continue;
    $flatten(nested, levels - 1);
    if (levels > 1) continue;
    for (const inner of nested.getChildren().toReversed()) item.insertAfter(inner);
    nested.remove();
    if ($isListItemNode(item) && item.isEmpty()) item.remove();
  }
}
