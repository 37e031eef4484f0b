import type { Block, InlineNode, ListItem, NestedList, TextNode } from './node.ts';
import { asKnownBlock } from './node.ts';

/**
 * Text in NFC (TCVN 6909:2001, TT 07/2002/TT-BKHCN Đ.4: precomposed letters). Line ends become `\n`. NUL goes: it is no
 * letter to anybody, and PostgreSQL takes no text with it, so that one such title would stop its approver's every sync.
 */
export function toNfc(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n').normalize('NFC').toWellFormed();
}

/** One line of text: NFC, white space folded, trimmed. For titles, tags and names. */
export function toLine(text: string): string {
  return toNfc(text).replace(/\s+/g, ' ').trim();
}

/**
 * The normal form of a block: text in NFC, neighbouring texts of one format joined, empty texts dropped, so that two
 * ways of typing the same words give the same hash. Addresses and blocks of newer versions stay value for value.
 */
export function normaliseBlock(block: Block): Block {
  const known = asKnownBlock(block);
  if (known === null) return block;
  switch (known.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'callout':
      return { ...known, children: normaliseInline(known.children) };
    case 'list':
      return { ...known, items: known.items.map(normaliseItem) };
    case 'figure':
      return {
        ...known,
        alt: known.decorative ? '' : toLine(known.alt),
        ...captionOf(known),
        ...(known.credit === undefined ? {} : { credit: toLine(known.credit) }),
      };
    case 'table':
      return {
        ...known,
        ...captionOf(known),
        rows: known.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, children: normaliseInline(cell.children) })),
        })),
      };
    case 'gallery':
      return {
        ...known,
        ...captionOf(known),
        items: known.items.map((item) => ({
          ...item,
          alt: item.decorative ? '' : toLine(item.alt),
          ...captionOf(item),
        })),
      };
    case 'video':
      return { ...known, title: toLine(known.title) };
    case 'file':
      return known.title === undefined ? known : { ...known, title: toLine(known.title) };
    case 'rule':
      return known;
  }
}

function captionOf({ caption }: { readonly caption?: string | undefined }): { caption?: string } {
  return caption === undefined ? {} : { caption: toLine(caption) };
}

function normaliseItem(item: ListItem): ListItem {
  const nested: NestedList | undefined = item.nested && {
    ordered: item.nested.ordered,
    items: item.nested.items.map(normaliseItem),
  };
  return { id: item.id, children: normaliseInline(item.children), ...(nested ? { nested } : {}) };
}

function normaliseInline<Node extends InlineNode>(children: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const child of children) {
    if (child.type === 'text') {
      const previous = result.at(-1);
      const text = toNfc(child.text);
      if (text === '') continue;
      if (previous?.type === 'text' && sameFormat(previous, child)) {
        result[result.length - 1] = { ...previous, text: toNfc(previous.text + child.text) };
      } else {
        result.push({ ...child, text });
      }
    } else if (child.type === 'link') {
      result.push({ ...child, children: normaliseInline(child.children) });
    } else {
      result.push(child);
    }
  }
  return result;
}

function sameFormat(a: TextNode, b: TextNode): boolean {
  return (a.format ?? 0) === (b.format ?? 0);
}
