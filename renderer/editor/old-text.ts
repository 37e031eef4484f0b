import { $getRoot, $getSelection, $isRangeSelection, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { asKnownBlock, type Block, type InlineNode, type ListItem } from '../../shared/content/index.ts';
import { fromLegacy, guessLegacyEncoding } from '../../shared/vietnamese/index.ts';
import type { Part } from '../clean/index.ts';

/** A plain text that seems to be in an old encoding: what it would become, to be asked about. */
export interface OldText {
  readonly lines: ReadonlyMap<string, string>;
  readonly before: string;
  readonly after: string;
}

const SHOWN = 80;
/** Shorter ones are looked for as the whole of a text only: "bé" alone is a word in Unicode too. */
const SHORTEST_PART = 8;

/** @param text lines, or texts of one look each, as they stand or will stand in the body */
export function oldTextOf(text: string): OldText | null {
  const encoding = guessLegacyEncoding(text);
  if (encoding === null) return null;
  const lines = new Map(
    text
      // A tab is a node of its own in the body.
      .split(/[\r\n\t]+/)
      .filter((line) => line.trim() !== '')
      .map((line) => [line, fromLegacy(line, encoding)]),
  );
  const [before = '', after = ''] = [...lines].find(([old, unicode]) => old !== unicode) ?? [];
  return before === '' ? null : { lines, before: before.slice(0, SHOWN), after: after.slice(0, SHOWN) };
}

/** The same of cleaned parts of a page. */
export function oldTextOfParts(parts: readonly Part[]): OldText | null {
  return oldTextOf(parts.flatMap((part) => ('block' in part ? textsOf(part.block) : [])).join('\n'));
}

/** Converts those lines wherever they still stand in the body: the person may have gone on writing. */
export function convertOldText(editor: LexicalEditor, { lines }: OldText): void {
  const parts = [...lines]
    .filter(([before, after]) => before !== after && before.length >= SHORTEST_PART)
    .sort(([one], [other]) => other.length - one.length);
  editor.update(
    () => {
      const selection = $getSelection();
      for (const node of $getRoot().getAllTextNodes()) {
        const text = node.getTextContent();
        const part = lines.has(text) ? null : parts.find(([before]) => text.includes(before));
        const converted = part === null ? lines.get(text) : part && text.replace(part[0], () => part[1]);
        if (converted === undefined || converted === text) continue;
        node.setTextContent(converted);
        // VNI has two signs for a letter: the cursor may have stood beyond what is left.
        if ($isRangeSelection(selection))
          for (const point of [selection.anchor, selection.focus])
            if (point.key === node.getKey() && point.offset > converted.length)
              point.set(node.getKey(), converted.length, 'text');
      }
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

function textsOf(block: Block): string[] {
  const known = asKnownBlock(block);
  if (known === null) return [];
  if (known.type === 'list') return known.items.flatMap(textsOfItem);
  if (known.type === 'table')
    return known.rows.flatMap(({ cells }) => cells.flatMap(({ children }) => textsIn(children)));
  return 'children' in known ? textsIn(known.children) : [];
}

function textsOfItem({ children, nested }: ListItem): string[] {
  return [...textsIn(children), ...(nested?.items ?? []).flatMap(textsOfItem)];
}

function textsIn(children: readonly InlineNode[]): string[] {
  return children.flatMap((node) =>
    node.type === 'text' ? [node.text] : node.type === 'link' ? textsIn(node.children) : [],
  );
}
