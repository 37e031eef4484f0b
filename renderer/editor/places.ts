import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $setSelection,
  type ElementNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type TextNode,
} from 'lexical';
import { $blockIdOf } from './block-id.ts';
import { $replaceInBody, piecesOf } from './find-places.ts';
import type { PlaceRequest } from './place-requests.ts';

/** Shows a place in a text box, or replaces its words as typing would, so that Ctrl+Z takes it back. */
export function goInField(field: HTMLTextAreaElement | null, { place, words, replacement }: PlaceRequest): boolean {
  if (field === null) return false;
  field.focus();
  const { start, end } = place;
  if (start === undefined || end === undefined) return true;
  if (field.value.slice(start, end) !== words) return false;
  field.setSelectionRange(start, end);
  if (replacement === null) return true;
  return replacement === '' ? document.execCommand('delete') : document.execCommand('insertText', false, replacement);
}

/** Shows a place in the body, or replaces its words as one step to undo. Nothing else of the block is touched. */
export function goInBody(editor: LexicalEditor, { place, words, replacement }: PlaceRequest): boolean {
  if (!('block' in place)) return false;
  let isDone = false;
  editor.update(
    () => {
      const block = $getRoot()
        .getChildren()
        .find((node) => $blockIdOf(node) === place.block);
      if (block === undefined) return;
      editor.getElementByKey(block.getKey())?.scrollIntoView({ block: 'center' });
      isDone = replacement === null;
      if (!$isElementNode(block) || place.start === undefined || place.end === undefined) {
        block.selectStart();
        return;
      }
      const [from, to] = [
        $pointAt(block.getAllTextNodes(), place.start, true),
        $pointAt(block.getAllTextNodes(), place.end, false),
      ];
      if (from === null || to === null) return;
      const selection = $createRangeSelection();
      selection.anchor.set(from.node.getKey(), from.offset, 'text');
      selection.focus.set(to.node.getKey(), to.offset, 'text');
      $setSelection(selection);
      if (replacement === null || selection.getTextContent() !== words) return;
      // A line end is in the words, and is no character of a text node.
      if (words.includes('\n')) selection.insertText(replacement);
      else $writeInBlock(block, place.start, words, replacement.normalize('NFC'));
      isDone = true;
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  editor.focus();
  return isDone;
}

/**
 * Writes other words from a count of characters on, only where they differ: what is bold stays so, and a link, which typing
 * over all its words would take away, stays. The cursor stands behind them.
 */
function $writeInBlock(block: ElementNode, start: number, words: string, replacement: string): void {
  const shorter = Math.min(words.length, replacement.length);
  let [same, alike] = [0, 0];
  while (same < shorter && words[same] === replacement[same]) same += 1;
  while (alike < shorter - same && words.at(-1 - alike) === replacement.at(-1 - alike)) alike += 1;
  // Where words are only added there is no letter to write in the place of: the one beside goes along.
  if (same + alike === words.length) {
    if (same > 0) same -= 1;
    else alike -= 1;
  }
  const nodes = block.getAllTextNodes();
  const pieces = piecesOf(
    nodes.map((node) => node.getKey()),
    nodes.map((node) => node.getTextContentSize()),
    start + same,
    start + words.length - alike,
  );
  $replaceInBody([{ in: 'text', pieces }], replacement.slice(same, replacement.length - alike));
  const end = $pointAt(block.getAllTextNodes(), start + replacement.length, false);
  end?.node.select(end.offset, end.offset);
}

/** The text node and offset at a count of characters; at a border, the node that goes on (`isStart`) or the one that ends. */
function $pointAt(nodes: readonly TextNode[], at: number, isStart: boolean): { node: TextNode; offset: number } | null {
  let left = at;
  for (const node of nodes) {
    const size = node.getTextContentSize();
    if (left < size || (!isStart && left === size)) return { node, offset: left };
    left -= size;
  }
  return null;
}
