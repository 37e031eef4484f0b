import {
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTabNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
import { type FindOptions, findIn } from '../../shared/vietnamese/index.ts';
import { $wordsOfBlock, type BlockWords, type WordPart } from './block-words.ts';

interface Piece {
  readonly key: NodeKey;
  readonly start: number;
  readonly end: number;
}

/** A place in the body where the words were found, in UTF-16 units. */
export type FoundInBody =
  /** Over one or more text nodes of one line. */
  | { readonly in: 'text'; readonly pieces: readonly Piece[] }
  | {
      readonly in: 'words';
      readonly key: NodeKey;
      readonly id: string;
      readonly part: WordPart;
      readonly start: number;
      readonly end: number;
    };

/** Every place of the words in the body, captions too, in reading order; and which of them the cursor is before. */
export function $findInBody(query: string, options: FindOptions): { found: FoundInBody[]; next: number } {
  const found: FoundInBody[] = [];
  const selection = $getSelection();
  const cursor = $isRangeSelection(selection) ? (selection.isBackward() ? selection.focus : selection.anchor) : null;
  let next: number | null = null;
  $readBody(
    (nodes) => {
      const lengths = nodes.map((node) => node.getTextContentSize());
      const keys = nodes.map((node) => node.getKey());
      const at = cursor === null ? -1 : keys.indexOf(cursor.key);
      const cursorAt = at === -1 ? null : lengths.slice(0, at).reduce((sum, size) => sum + size, cursor?.offset ?? 0);
      const text = nodes.map((node) => node.getTextContent()).join('');
      for (const { start, end } of findIn(text, query, options)) {
        if (next === null && cursorAt !== null && start >= cursorAt) next = found.length;
        found.push({ in: 'text', pieces: piecesOf(keys, lengths, start, end) });
      }
      if (cursorAt !== null) next ??= found.length;
    },
    (node, words) => {
      if (cursor?.key === node.getKey()) next ??= found.length;
      for (const { id, part, text } of words)
        for (const { start, end } of findIn(text, query, options))
          found.push({ in: 'words', key: node.getKey(), id, part, start, end });
    },
  );
  return { found, next: next ?? 0 };
}

/**
 * Writes other words at the places, which must be as they were found. The look of the first letter stays. Words of a caption
 * that would grow past their limit are left. Returns how many were replaced; the cursor stands after the last in the text.
 */
export function $replaceInBody(found: readonly FoundInBody[], replacement: string): number {
  const words = replacement.normalize('NFC');
  let replaced = 0;
  const cursors: { readonly node: TextNode; offset: number }[] = [];
  // From the end, so that the places before stay where they are.
  for (const place of found.toReversed()) {
    if (place.in === 'words') {
      if ($replaceWords(place, words)) replaced += 1;
      continue;
    }
    for (const [index, { key, start, end }] of [...place.pieces.entries()].toReversed()) {
      const node = $getNodeByKey(key);
      if (!$isTextNode(node)) continue;
      const written = index === 0 ? words : '';
      if ($isTabNode(node)) {
        // A tab that came with pasted text is one letter, and cannot be written into.
        if (written === '') node.remove();
        else {
          const text = node.replace($createTextNode(written).setFormat(node.getFormat()));
          if (cursors.length === 0) cursors.push({ node: text, offset: written.length });
        }
        continue;
      }
      node.spliceText(start, end - start, written);
      for (const cursor of cursors) if (cursor.node.is(node)) cursor.offset += written.length - (end - start);
      if (index === 0 && cursors.length === 0) cursors.push({ node, offset: start + words.length });
    }
    replaced += 1;
  }
  for (const { node, offset } of cursors) node.select(offset, offset);
  return replaced;
}

/** Calls back for each line of text nodes, and for each block with words besides. In reading order. */
function $readBody(
  onLine: (nodes: readonly TextNode[]) => void,
  onWords: (node: LexicalNode, words: readonly BlockWords[]) => void,
): void {
  const $read = (element: ElementNode): void => {
    let line: TextNode[] = [];
    const close = (): void => {
      if (line.length > 0) onLine(line);
      line = [];
    };
    const $take = (child: LexicalNode): void => {
      if ($isTextNode(child)) line.push(child);
      else if ($isElementNode(child) && child.isInline()) for (const inner of child.getChildren()) $take(inner);
      else {
        close();
        const words = $wordsOfBlock(child);
        if (words.length > 0) onWords(child, words);
        if ($isElementNode(child)) $read(child);
      }
    };
    for (const child of element.getChildren()) $take(child);
    close();
  };
  $read($getRoot());
}

function $replaceWords({ key, id, start, end }: FoundInBody & { in: 'words' }, replacement: string): boolean {
  const node = $getNodeByKey(key);
  const words = node === null ? undefined : $wordsOfBlock(node).find((one) => one.id === id);
  if (words === undefined) return false;
  const next = words.text.slice(0, start) + replacement + words.text.slice(end);
  if (next.length > words.most) return false;
  words.$write(next);
  return true;
}

/** The parts of text nodes, named by their keys, between two counts of their characters. */
export function piecesOf(keys: readonly NodeKey[], lengths: readonly number[], start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const [index, key] of keys.entries()) {
    const to = from + (lengths[index] ?? 0);
    if (start < to && end > from)
      pieces.push({ key, start: Math.max(start, from) - from, end: Math.min(end, to) - from });
    from = to;
  }
  return pieces;
}
