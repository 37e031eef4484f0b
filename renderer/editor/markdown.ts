import { $createListItemNode, $createListNode, ListItemNode, ListNode } from '@lexical/list';
import { type ElementTransformer, registerMarkdownShortcuts } from '@lexical/markdown';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { $isParagraphNode, $isRootNode, type LexicalEditor } from 'lexical';
import { $handOverId } from './block-id.ts';
import { $createBlock, type BlockKind } from './block-kind.ts';

/**
 * The few Markdown marks that work as one types, each at the start of a paragraph and followed by a space. Marks inside a
 * line (`*`, `_`, `[`) are left alone: Vietnamese input methods use those keys. Nothing happens within a composition.
 */
const MARKS: readonly (readonly [RegExp, BlockKind])[] = [
  [/^##\s/, 'h2'],
  [/^###\s/, 'h3'],
  [/^-\s/, 'bullet'],
  [/^1\.\s/, 'number'],
  [/^>\s/, 'quote'],
];

export function registerMarkdownMarks(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, MARKS.map(transformer));
}

function transformer([regExp, kind]: readonly [RegExp, BlockKind]): ElementTransformer {
  return {
    type: 'element',
    dependencies: [HeadingNode, QuoteNode, ListNode, ListItemNode],
    export: () => null,
    regExp,
    replace: (paragraph, children) => {
      // A cell of a table holds words only: there the mark stays as typed.
      if (!$isParagraphNode(paragraph) || !$isRootNode(paragraph.getParent())) return false;
      if (kind === 'bullet' || kind === 'number') {
        const item = $createListItemNode();
        const list = $createListNode(kind).append(item.append(...children));
        $handOverId(paragraph, list);
        paragraph.replace(list);
        item.select(0, 0);
      } else {
        const block = $createBlock(kind).append(...children);
        $handOverId(paragraph, block);
        paragraph.replace(block);
        block.select(0, 0);
      }
    },
  };
}
