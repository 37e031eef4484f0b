import { $getSelection, type LexicalNode } from 'lexical';
import { $topLevelOf } from './block-kind.ts';

/** Moves the selected blocks over their neighbour above or below. They stay the same blocks, ids and selection kept. */
export function $moveBlocks(way: 'up' | 'down'): void {
  const blocks = $selectedBlocks();
  const first = blocks[0];
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return;
  const neighbour = way === 'up' ? first.getPreviousSibling() : last.getNextSibling();
  if (neighbour === null) return;
  // The neighbour moves, not the blocks: the cursor stays in them without a doing.
  if (way === 'up') last.insertAfter(neighbour, false);
  else first.insertBefore(neighbour, false);
}

function $selectedBlocks(): LexicalNode[] {
  const blocks = new Map<string, LexicalNode>();
  for (const node of $getSelection()?.getNodes() ?? []) {
    const block = $topLevelOf(node);
    if (block !== null) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()].sort((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent());
}
