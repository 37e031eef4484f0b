import {
  asKnownBlock,
  type Block,
  type FigureBlock,
  type FileBlock,
  type GalleryBlock,
  LIMITS,
  type ListItem,
  type NestedList,
  type VideoBlock,
  withoutEmptyTexts,
} from '../../shared/content/index.ts';
import { idOf, inlineOf, type LexicalJson, nodesOfInline } from './convert-inline.ts';
import { nodeOfTable, tableOfNode } from './convert-table.ts';
import { readFigure, readFileValue, readGallery, readVideo } from './picture-value.ts';

export type { LexicalJson } from './convert-inline.ts';

/**
 * Both ways between our blocks and Lexical's serialized nodes. Pure, JSON to JSON: no editor is needed.
 *
 * Lexical keeps a nested list in an item of its own (`item, item > list`), we keep it in the item it belongs to
 * (`{ children, nested }`); Lexical cuts text into more nodes than we do. A block in normal form comes back from
 * Lexical value for value, and no text is ever dropped on the way.
 */

/** What a block that is no text says, kept as one value on its node. */
type ValueOf<Of> = Readonly<Omit<Of, 'id' | 'type'>>;
export type FigureValue = ValueOf<FigureBlock>;
export type GalleryValue = ValueOf<GalleryBlock>;
export type VideoValue = ValueOf<VideoBlock>;
export type FileValue = ValueOf<FileBlock>;

/** Lexical types of the nodes that are ours. */
export const FIGURE_TYPE = 'figure';
export const UNKNOWN_TYPE = 'unknown-block';
export const RULE_TYPE = 'horizontalrule';
export const CALLOUT_TYPE = 'callout';
export const GALLERY_TYPE = 'gallery';
export const VIDEO_TYPE = 'video';
export const FILE_TYPE = 'file';

/** The serialized editor state of a body. An empty body has one empty paragraph with the given id: a place to type. */
export function stateOfBlocks(blocks: readonly Block[], emptyId: string): { root: LexicalJson } {
  const children =
    blocks.length === 0 ? [{ type: 'paragraph', $: { id: emptyId }, children: [] }] : blocks.map(nodeOfBlock);
  return { root: { type: 'root', children } };
}

/** The serialized Lexical node of one block. What this version does not know is carried whole. */
export function nodeOfBlock(block: Block): LexicalJson {
  const known = asKnownBlock(withoutEmptyTexts(block));
  if (known === null) return { type: UNKNOWN_TYPE, $: { id: block.id, block } };
  const $ = { id: known.id };
  switch (known.type) {
    case 'paragraph':
      return { type: 'paragraph', $, children: nodesOfInline(known.children) };
    case 'heading':
      return { type: 'heading', tag: `h${known.level}`, $, children: nodesOfInline(known.children) };
    case 'quote':
      return { type: 'quote', $, children: nodesOfInline(known.children) };
    case 'rule':
      return { type: RULE_TYPE, $ };
    case 'list':
      return nodeOfList(known.ordered, known.items, known.start ?? 1, $);
    case 'figure':
    case 'gallery':
    case 'video':
    case 'file': {
      const { id, type, ...value } = known;
      return { type, $: { id, [type]: value } };
    }
    case 'callout':
      return { type: CALLOUT_TYPE, $: { id: known.id, tone: known.tone }, children: nodesOfInline(known.children) };
    case 'table':
      return nodeOfTable(known);
  }
}

function nodeOfList(
  ordered: boolean,
  items: readonly ListItem[],
  start: number,
  $?: { readonly id: string },
): LexicalJson {
  const children = items.flatMap((item, index): LexicalJson[] => {
    const value = start + index;
    const own = { type: 'listitem', value, $: { id: item.id }, children: nodesOfInline(item.children) };
    if (item.nested === undefined) return [own];
    const nested = nodeOfList(item.nested.ordered, item.nested.items, 1);
    return [own, { type: 'listitem', value: value + 1, children: [nested] }];
  });
  return { type: 'list', listType: ordered ? 'number' : 'bullet', start, ...($ && { $ }), children };
}

/**
 * The block of one serialized top-level node. `newId` names blocks and items that have no id yet, which the editor
 * itself never leaves behind (see `block-ids.ts`).
 */
export function blockOfNode(node: LexicalJson, newId: () => string): Block {
  const id = idOf(node) ?? newId();
  switch (node.type) {
    case UNKNOWN_TYPE:
      return { ...(node.$?.block as Block), id };
    case FIGURE_TYPE:
      return { id, type: 'figure', ...figureWithinLimits(readFigure(node.$?.figure)) };
    case GALLERY_TYPE:
      return { id, type: 'gallery', ...galleryWithinLimits(readGallery(node.$?.gallery)) };
    case VIDEO_TYPE: {
      const { url, title } = readVideo(node.$?.video);
      return { id, type: 'video', url, title: cutCaption(title) };
    }
    case FILE_TYPE: {
      const { media, title } = readFileValue(node.$?.file);
      return { id, type: 'file', media, ...(title === undefined ? {} : { title: cutCaption(title) }) };
    }
    case RULE_TYPE:
      return { id, type: 'rule' };
    case 'heading':
      return { id, type: 'heading', level: headingLevel(node.tag), children: inlineOf(node) };
    case 'quote':
      return { id, type: 'quote', children: inlineOf(node) };
    case CALLOUT_TYPE:
      return {
        id,
        type: 'callout',
        tone: node.$?.tone === 'important' ? 'important' : 'note',
        children: inlineOf(node),
      };
    case 'table':
      return tableOfNode(node, id, newId);
    case 'list': {
      const { ordered, items } = listOf(node, newId);
      const start = typeof node.start === 'number' ? Math.trunc(node.start) : 1;
      return { id, type: 'list', ordered, ...(start === 1 ? {} : { start }), items };
    }
    default:
      return { id, type: 'paragraph', children: inlineOf(node) };
  }
}

/** Every block of a serialized root, in order. */
export function blocksOfState(state: { root: LexicalJson }, newId: () => string): Block[] {
  return (state.root.children ?? []).map((node) => blockOfNode(node, newId));
}

function listOf(list: LexicalJson, newId: () => string): NestedList {
  const items: ListItem[] = [];
  for (const node of list.children ?? []) {
    const nested = nestedOf(node, newId);
    const children = inlineOf(node);
    const previous = items.at(-1);
    // An item that only holds a list is that list's place under the item before it.
    if (nested !== null && children.length === 0 && previous !== undefined) {
      previous.nested = joinLists(previous.nested, nested);
      continue;
    }
    items.push({ id: idOf(node) ?? newId(), children, ...(nested ? { nested } : {}) });
  }
  // A list without items is not a list; Lexical removes it at once, and until then it holds one empty item.
  if (items.length === 0) items.push({ id: newId(), children: [] });
  return { ordered: list.listType === 'number', items };
}

function nestedOf(item: LexicalJson, newId: () => string): NestedList | null {
  let joined: NestedList | undefined;
  for (const child of item.children ?? []) {
    if (child.type === 'list') joined = joinLists(joined, listOf(child, newId));
  }
  return joined ?? null;
}

function joinLists(first: NestedList | undefined, second: NestedList): NestedList {
  return first === undefined ? second : { ordered: first.ordered, items: [...first.items, ...second.items] };
}

function headingLevel(tag: unknown): 2 | 3 | 4 {
  if (tag === 'h1' || tag === 'h2') return 2;
  return tag === 'h3' ? 3 : 4;
}

function figureWithinLimits({ credit, ...picture }: FigureValue): FigureValue {
  return { ...pictureWithinLimits(picture), ...(credit === undefined ? {} : { credit: cutCaption(credit) }) };
}

function galleryWithinLimits({ items, caption }: GalleryValue): GalleryValue {
  return {
    items: items.slice(0, LIMITS.galleryItems).map(({ id, ...picture }) => ({ id, ...pictureWithinLimits(picture) })),
    ...(caption === undefined ? {} : { caption: cutCaption(caption) }),
  };
}

type Picture = Omit<FigureValue, 'credit'>;

function pictureWithinLimits({ media, alt, decorative, caption, focus }: Picture): Picture {
  return {
    media,
    alt: alt.slice(0, LIMITS.altCharacters),
    ...(decorative ? { decorative: true as const } : {}),
    ...(caption === undefined ? {} : { caption: cutCaption(caption) }),
    ...(focus === undefined ? {} : { focus }),
  };
}

function cutCaption(text: string): string {
  return text.slice(0, LIMITS.captionCharacters);
}
