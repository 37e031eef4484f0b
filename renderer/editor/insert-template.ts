import { $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import { $getRoot, $getSelection, $isElementNode, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import type { Block } from '../../shared/content/index.ts';
import type { TemplatePart } from '../../shared/rules/index.ts';
import { $topLevelOf } from './block-kind.ts';
import { nodeOfBlock } from './convert.ts';

/**
 * Puts a template into the body as one step to undo. Nothing written is replaced: it comes below the block of the cursor, or
 * in place of an empty one.
 */
export function insertTemplate(editor: LexicalEditor, parts: readonly TemplatePart[], newId: () => string): void {
  editor.update(
    () => {
      const nodes = $generateNodesFromSerializedNodes(
        parts.map((part) => nodeOfBlock(blockOfPart(part, newId)) as never),
      );
      const [first] = nodes;
      const root = $getRoot();
      const place = $topLevelOf($getSelection()?.getNodes()[0] ?? null) ?? root.getLastChild();
      if (place === null) root.append(...nodes);
      else {
        for (const node of nodes.toReversed()) place.insertAfter(node);
        if ($isElementNode(place) && place.isEmpty()) place.remove();
      }
      if ($isElementNode(first)) first.selectStart();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

function blockOfPart(part: TemplatePart, newId: () => string): Block {
  const words = (text: string) => [{ type: 'text' as const, text }];
  switch (part.type) {
    case 'paragraph':
      return { id: newId(), type: 'paragraph', children: words(part.text) };
    case 'heading':
      return { id: newId(), type: 'heading', level: 2, children: words(part.text) };
    case 'list':
      return {
        id: newId(),
        type: 'list',
        ordered: false,
        items: part.items.map((text) => ({ id: newId(), children: words(text) })),
      };
    case 'table':
      return {
        id: newId(),
        type: 'table',
        caption: part.caption,
        headerRow: true,
        headerColumn: false,
        rows: part.rows.map((cells) => ({ id: newId(), cells: cells.map((text) => ({ children: words(text) })) })),
      };
  }
}
