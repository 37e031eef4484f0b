import { $isLinkNode, type LinkNode } from '@lexical/link';
import { $isHeadingNode, type HeadingNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $isElementNode,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import { isSafeAddress, TEXT_FORMAT } from '../../shared/content/index.ts';
import { $pasteTableIntoCell } from './cell-paste.ts';
import { $isFigureNode } from './figure-node.tsx';
import { $isFileNode } from './file-node.tsx';
import { $isGalleryNode } from './gallery-node.tsx';
import { $pasteIntoList } from './list-paste.ts';
import { $fitWidths } from './table-editing.ts';
import { $isVideoNode } from './video-node.tsx';

const OUR_FORMATS = Object.values(TEXT_FORMAT).reduce((all, bit) => all | bit, 0);

/**
 * Keeps what comes from outside within what a post can hold: words, our formats, our blocks. Fonts, colours, alignment
 * and indents are dropped where they come in, so that the page shows what will be published; an unsafe link becomes its
 * words; a heading is of level 2 to 4 wherever it came from.
 */
export function registerPasteRules(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
    ({ nodes, selection }) => {
      for (const node of nodes) $clean(node);
      return $pasteTableIntoCell(nodes, selection) || $pasteIntoList(nodes, selection);
    },
    COMMAND_PRIORITY_HIGH,
  );
}

/** Tags of old pages and of Word that only style words; Lexical takes them for blocks and drops the space beside them. */
const STYLING_TAGS = 'font, big, small, strike, bdi, bdo, dfn, data, nobr';

/** Makes plain spans of tags that only style words, before Lexical reads a page from the clipboard. */
export function withoutStylingTags(page: Document | ParentNode, _context: unknown, $next: () => void): void {
  for (const element of page.querySelectorAll(STYLING_TAGS)) {
    const span = element.ownerDocument.createElement(element.localName === 'strike' ? 's' : 'span');
    span.append(...element.childNodes);
    element.replaceWith(span);
  }
  $next();
}

function $clean(node: LexicalNode): void {
  if ($isTextNode(node)) {
    if (node.getStyle() !== '') node.setStyle('');
    if ((node.getFormat() & ~OUR_FORMATS) !== 0) node.setFormat(node.getFormat() & OUR_FORMATS);
  } else if ($isElementNode(node)) {
    node.setFormat('').setStyle('').setDirection(null).setTextStyle('');
    if (!node.isInline() && node.getType() !== 'listitem' && node.getIndent() !== 0) node.setIndent(0);
    for (const child of node.getChildren()) $clean(child);
    if ($isTableNode(node)) $fitWidths(node);
    if ($isHeadingNode(node)) $limitLevel(node);
    else if ($isLinkNode(node) && !isSafeAddress(node.getURL())) $unwrap(node);
  } else if ($isNothing(node)) {
    node.remove();
  }
}

/** One of our blocks whose value was no value of ours. */
function $isNothing(node: LexicalNode): boolean {
  if ($isFigureNode(node) || $isFileNode(node)) return node.getValue().media === '';
  if ($isGalleryNode(node)) return node.getValue().items.length === 0;
  return $isVideoNode(node) && node.getValue().url === '';
}

function $limitLevel(heading: HeadingNode): void {
  const tag = heading.getTag();
  if (tag === 'h1') heading.setTag('h2');
  else if (tag === 'h5' || tag === 'h6') heading.setTag('h4');
}

function $unwrap(link: LinkNode): void {
  for (const child of link.getChildren()) link.insertBefore(child);
  link.remove();
}
