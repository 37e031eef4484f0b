import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListItemNode,
  type ListNode,
} from '@lexical/list';
import {
  $copyNode,
  $createParagraphNode,
  $findMatchingParent,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import { $handOverId } from './block-id.ts';
import { $innerList } from './list-levels.ts';

/**
 * Makes paragraphs of the selected items of lists, each in its place; the others stay lists, with their levels. Lexical's own
 * way brings the items up one by one, and puts lists that are in them where their words are not kept.
 */
export function $takeOutOfLists(selection: RangeSelection): void {
  const chosen = new Set<string>();
  const lists = new Map<string, ListNode>();
  for (const node of selection.getNodes()) {
    const item = $findMatchingParent(node, $isListItemNode);
    const top = item?.getTopLevelElement();
    if (item === null || !$isListNode(top) || $innerList(item) !== null) continue;
    chosen.add(item.getKey());
    lists.set(top.getKey(), top);
  }
  for (const list of lists.values()) $takeOut(list, chosen, selection);
}

/** An item with how many lists are around its own, and what kind that is. */
interface Placed {
  readonly item: ListItemNode;
  readonly depth: number;
  readonly kind: ReturnType<ListNode['getListType']>;
}

function $takeOut(list: ListNode, chosen: ReadonlySet<string>, selection: RangeSelection): void {
  /** The list that is being filled. */
  let open: ListNode | null = null;
  let isFirst = true;
  /** The level that is the first of the list being filled. */
  let base = 0;
  let last: LexicalNode = list;
  for (const { item, depth, kind } of $placedIn(list, 0)) {
    if (chosen.has(item.getKey())) {
      const paragraph = $createParagraphNode();
      last.insertAfter(paragraph, false);
      last = paragraph;
      open = null;
      $moveWords(item, paragraph, selection);
      continue;
    }
    if (open === null) {
      open = $copyNode(list);
      // The first to be filled takes the place of the old one.
      if (isFirst) $handOverId(list, open);
      isFirst = false;
      base = depth;
      last.insertAfter(open, false);
      last = open;
    }
    base = Math.min(base, depth);
    $append(open, item, depth - base, kind);
  }
  list.remove();
}

/** The words of an item, the cursor in them and its id go into a paragraph. */
function $moveWords(item: ListItemNode, paragraph: ParagraphNode, selection: RangeSelection): void {
  paragraph.append(...item.getChildren());
  $handOverId(item, paragraph);
  for (const point of [selection.anchor, selection.focus])
    if (point.key === item.getKey()) point.set(paragraph.getKey(), point.offset, 'element');
}

function $placedIn(list: ListNode, depth: number): Placed[] {
  return list.getChildren().flatMap((child): Placed[] => {
    const inner = $innerList(child);
    if (inner !== null) return $placedIn(inner, depth + 1);
    return $isListItemNode(child) ? [{ item: child, depth, kind: list.getListType() }] : [];
  });
}

/** Puts an item at the end of a list, so deep as it was or as there is an item to be in. */
function $append(list: ListNode, item: ListItemNode, depth: number, kind: Placed['kind']): void {
  let into = list;
  for (let level = 0; level < depth; level += 1) {
    const before = into.getLastChild();
    if (before === null) break;
    let inner = $innerList(before);
    if (inner === null) {
      inner = $createListNode(kind);
      into.append($createListItemNode().append(inner));
    }
    into = inner;
  }
  into.append(item);
}
