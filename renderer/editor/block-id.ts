import { $getState, $setState, createState, type LexicalNode } from 'lexical';

/** As the schema of a block has it. */
const MOST_CHARACTERS = 64;

/** The id of a block, list item or table row; '' while it has none. A copy made by Lexical (a split) starts without one. */
export const blockId = createState('id', {
  // One from a clipboard that is longer than an id can be would keep the whole post from being saved.
  parse: (value) => (typeof value === 'string' && value.length <= MOST_CHARACTERS ? value : ''),
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
