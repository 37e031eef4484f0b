import { $isTableNode } from '@lexical/table';
import { $createParagraphNode, $getRoot, $getSelection, $isElementNode, type LexicalNode } from 'lexical';
import { $topLevelOf } from './block-kind.ts';

/**
 * Puts a block where the writer is: in the place of an empty paragraph, else below the block of the cursor, or at the end
 * of a body not visited yet. There is always a place to type below it. The cursor goes into the block if it can.
 */
export function $insertBlock(block: LexicalNode): void {
  const place = $topLevelOf($getSelection()?.getNodes()[0] ?? null);
  if (place === null) $getRoot().append(block);
  else if ($isElementNode(place) && !$isTableNode(place) && place.isEmpty()) place.replace(block);
  else place.insertAfter(block);
  if (block.getNextSibling() === null) block.insertAfter($createParagraphNode());
  if ($isElementNode(block)) block.selectStart();
  else block.selectNext();
}
