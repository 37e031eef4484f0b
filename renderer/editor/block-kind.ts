import { $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $isListItemNode,
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  type ListNode,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $blockIdOf, $handOverId } from './block-id.ts';
import { $createCalloutNode, $isCalloutNode } from './callout-node.ts';
import { $takeOutOfLists } from './list-take-out.ts';
import { $selectedTable } from './table-editing.ts';

/** What a block of text can be turned into. */
export type BlockKind = 'paragraph' | 'h2' | 'h3' | 'h4' | 'quote' | 'note' | 'important' | 'bullet' | 'number';

/** The kind of the block around the selection's start; `null` where there is none (a picture, a rule). */
export function $selectedKind(): BlockKind | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const anchor = selection.anchor.getNode();
  const list = $findMatchingParent(anchor, $isListNode);
  if (list !== null) return list.getListType() === 'number' ? 'number' : 'bullet';
  const block = $topLevelOf(anchor);
  if ($isHeadingNode(block)) {
    const tag = block.getTag();
    return tag === 'h1' || tag === 'h2' ? 'h2' : tag === 'h3' ? 'h3' : 'h4';
  }
  if ($isCalloutNode(block)) return block.getTone();
  return $isQuoteNode(block) ? 'quote' : 'paragraph';
}

/** Turns the selected blocks into that kind, or back into paragraphs if they are of that kind already. */
export function toggleKind(editor: LexicalEditor, kind: BlockKind): void {
  editor.update(() => {
    // A cell of a table holds words only.
    if ($selectedTable() !== null) return;
    if ($selectedKind() === kind) $setTextKind('paragraph');
    else if (kind === 'bullet' || kind === 'number') $setListKind(editor, kind);
    else $setTextKind(kind);
  });
}

/** An empty block of a kind that is not a list. */
export function $createBlock(kind: Exclude<BlockKind, 'bullet' | 'number'>): ElementNode {
  if (kind === 'paragraph') return $createParagraphNode();
  if (kind === 'note' || kind === 'important') return $createCalloutNode(kind);
  return kind === 'quote' ? $createQuoteNode() : $createHeadingNode(kind);
}

function $setTextKind(kind: Exclude<BlockKind, 'bullet' | 'number'>): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) $takeOutOfLists(selection);
  $setBlocksType($getSelection(), () => $createBlock(kind), $handOverId);
}

/** Lexical replaces a list to change its type; setting the type keeps the list and its id. */
function $setListKind(editor: LexicalEditor, kind: 'bullet' | 'number'): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const lists = new Set<ListNode>();
  let isAllInLists = true;
  for (const node of selection.getNodes()) {
    const list = $findMatchingParent(node, $isListNode);
    if (list !== null) lists.add(list);
    else if (!$isRootNode(node)) isAllInLists = false;
  }
  if (isAllInLists) {
    for (const list of lists) list.setListType(kind);
    return;
  }
  const block = $topLevelOf(selection.anchor.getNode());
  const command = kind === 'number' ? INSERT_ORDERED_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND;
  editor.dispatchCommand(command, undefined);
  const list = $topLevelOf($getSelection()?.getNodes()[0] ?? null);
  if (block !== null && $isListNode(list) && $blockIdOf(list) === '') $handOverId(block, list);
}

/** The list item around the selection's start, or `null`. */
export function $selectedListItem() {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isListItemNode) : null;
}

/** The link around the selection's start, or `null`. */
export function $selectedLink(): LinkNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isLinkNode) : null;
}

/** The block of the body that holds a node, or is it. */
export function $topLevelOf(node: LexicalNode | null): LexicalNode | null {
  return node === null ? null : $findMatchingParent(node, (each) => $isRootNode(each.getParent()));
}
