import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
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
 * With a table, a picture or a rule among them they go below the whole list, for an item holds none.
 *
 * @returns whether it was done; `false` leaves it to Lexical: words within one item, and a list alone.
 */
export function $pasteIntoList(nodes: readonly LexicalNode[], selection: BaseSelection): boolean {
  if (!$isRangeSelection(selection)) return false;
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
  if (item === null || !nodes.some($isBlock)) return false;
  for (const node of nodes) if ($isListNode(node)) $flatten(node, DEEPEST - 1 - item.getIndent());
  // An item holds words and a list: a table, a picture or a rule in one would not be kept.
  if (nodes.some((node) => $isTableNode(node) || ($isDecoratorNode(node) && !node.isInline())))
    return $insertBelow($topOf(item), nodes);
  if (nodes.every($isListNode) || nodes.length === 1) return false;
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

/** The block of the body that a node is in. */
function $topOf(node: LexicalNode): LexicalNode {
  return node.getTopLevelElement() ?? node;
}

function $insertBelow(block: LexicalNode, nodes: readonly LexicalNode[]): true {
  let last = block;
  for (const node of nodes) {
    const next = $isBlock(node) ? node : $createParagraphNode().append(node);
    last.insertAfter(next, false);
    last = next;
  }
  if (!$isElementNode(last)) last = last.insertAfter($createParagraphNode());
  last.selectEnd();
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
