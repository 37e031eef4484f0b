import { $getState, $setState, createState, type LexicalNode } from 'lexical';

/** The id of a block, list item or table row; '' while it has none. A copy made by Lexical (a split) starts without one. */
export const blockId = createState('id', {
  parse: (value) => (typeof value === 'string' ? value : ''),
  resetOnCopyNode: true,
});

/** The id of a block, list item or table row, or '' before its first transform. */
export function $blockIdOf(node: LexicalNode): string {
  return $getState(node, blockId);
}

/** Hands the id of a block over to the one that takes its place: the same block in another shape. */
export function $handOverId(from: LexicalNode, to: LexicalNode): void {
  const id = $blockIdOf(from);
  if (id !== '') $setState(to, blockId, id);
}
