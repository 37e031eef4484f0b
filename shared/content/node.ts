import { z } from 'zod';
import type { Json } from './canonical.ts';
import { LIMITS } from './limits.ts';

/** Bits of a text's `format`, the same as Lexical's, so that an editor's text needs no translation. */
export const TEXT_FORMAT = { bold: 1, italic: 2, strike: 4, underline: 8, code: 16, sub: 32, sup: 64 } as const;
const ALL_FORMATS = 127;

const blockId = z.string().min(1).max(64);
/** SHA-256 of a stored file, lower-case hex. */
export const mediaHash = z.string().regex(/^[0-9a-f]{64}$/);

/** The point of a picture that stays in sight where there is room for a part of it only, in per cent from left and top. */
export const focusSchema = z.strictObject({ x: z.int().min(0).max(100), y: z.int().min(0).max(100) });
export type Focus = z.infer<typeof focusSchema>;

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  format: z.int().min(1).max(ALL_FORMATS).optional(),
});
const lineBreak = z.strictObject({ type: z.literal('linebreak') });
const link = z.strictObject({
  type: z.literal('link'),
  url: z.string().min(1).max(LIMITS.urlCharacters),
  children: z.array(z.union([text, lineBreak])),
});
const inline = z.union([text, lineBreak, link]);

const paragraph = z.strictObject({ id: blockId, type: z.literal('paragraph'), children: z.array(inline) });
const heading = z.strictObject({
  id: blockId,
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  children: z.array(inline),
});
const quote = z.strictObject({ id: blockId, type: z.literal('quote'), children: z.array(inline) });
const rule = z.strictObject({ id: blockId, type: z.literal('rule') });
const figure = z.strictObject({
  id: blockId,
  type: z.literal('figure'),
  media: mediaHash,
  alt: z.string().max(LIMITS.altCharacters),
  decorative: z.literal(true).optional(),
  caption: z.string().max(LIMITS.captionCharacters).optional(),
  credit: z.string().max(LIMITS.captionCharacters).optional(),
  focus: focusSchema.optional(),
});

/** A box that stands out: words of notice, or words nobody may miss. */
const callout = z.strictObject({
  id: blockId,
  type: z.literal('callout'),
  tone: z.enum(['note', 'important']),
  children: z.array(inline),
});

const span = z.int().min(2);
const tableCell = z.strictObject({
  children: z.array(inline),
  /** How many columns or rows the cell takes; absent for one. */
  colspan: span.max(LIMITS.tableColumns).optional(),
  rowspan: span.max(LIMITS.tableRows).optional(),
});
const tableRow = z.strictObject({ id: blockId, cells: z.array(tableCell).max(LIMITS.tableColumns) });
const table = z.strictObject({
  id: blockId,
  type: z.literal('table'),
  caption: z.string().max(LIMITS.captionCharacters).optional(),
  headerRow: z.boolean(),
  headerColumn: z.boolean(),
  /** Width of each column in thousandths of the table's; absent where the browser decides. */
  widths: z.array(z.int().min(1).max(1_000)).min(1).max(LIMITS.tableColumns).optional(),
  rows: z.array(tableRow).min(1).max(LIMITS.tableRows),
});

const galleryItem = z.strictObject({
  id: blockId,
  media: mediaHash,
  alt: z.string().max(LIMITS.altCharacters),
  decorative: z.literal(true).optional(),
  caption: z.string().max(LIMITS.captionCharacters).optional(),
  focus: focusSchema.optional(),
});
const gallery = z.strictObject({
  id: blockId,
  type: z.literal('gallery'),
  items: z.array(galleryItem).min(1).max(LIMITS.galleryItems),
  caption: z.string().max(LIMITS.captionCharacters).optional(),
});

/** A file to download. Its name, type and size stand with its hash among the files of the revision. */
const file = z.strictObject({
  id: blockId,
  type: z.literal('file'),
  media: mediaHash,
  /** What a reader sees instead of the file's name. */
  title: z.string().max(LIMITS.captionCharacters).optional(),
});

/** A video elsewhere, by its address alone: drawn as a link, so that reading the post loads nothing from outside. */
const video = z.strictObject({
  id: blockId,
  type: z.literal('video'),
  url: z.string().min(1).max(LIMITS.urlCharacters),
  title: z.string().max(LIMITS.captionCharacters),
});

export type TextNode = z.infer<typeof text>;
export type LinkNode = z.infer<typeof link>;
export type InlineNode = z.infer<typeof inline>;
export type FigureBlock = z.infer<typeof figure>;
export type CalloutBlock = z.infer<typeof callout>;
export type TableBlock = z.infer<typeof table>;
export type TableRow = z.infer<typeof tableRow>;
export type TableCell = z.infer<typeof tableCell>;
export type GalleryBlock = z.infer<typeof gallery>;
export type GalleryItem = z.infer<typeof galleryItem>;
export type VideoBlock = z.infer<typeof video>;
export type FileBlock = z.infer<typeof file>;

/** An item of a list: its own words, then at most one nested list. */
export interface ListItem {
  id: string;
  children: InlineNode[];
  nested?: NestedList | undefined;
}
export interface NestedList {
  ordered: boolean;
  items: ListItem[];
}
const listItem: z.ZodType<ListItem> = z.lazy(() =>
  z.strictObject({ id: blockId, children: z.array(inline), nested: nestedList.optional() }),
);
const nestedList: z.ZodType<NestedList> = z.lazy(() =>
  z.strictObject({ ordered: z.boolean(), items: z.array(listItem).min(1) }),
);
const list = z.strictObject({
  id: blockId,
  type: z.literal('list'),
  ordered: z.boolean(),
  start: z.int().min(0).max(1_000_000).optional(),
  items: z.array(listItem).min(1),
});
export type ListBlock = z.infer<typeof list>;

export const knownBlockSchema = z.discriminatedUnion('type', [
  paragraph,
  heading,
  quote,
  rule,
  list,
  figure,
  callout,
  table,
  gallery,
  video,
  file,
]);
/** A block this version can draw. */
export type KnownBlock = z.infer<typeof knownBlockSchema>;

/**
 * A block from a newer version (a type we do not know, or a known type with a property we do not know). It is carried
 * value for value and never normalised; what cannot be drawn cannot be approved (design 3).
 */
export interface UnknownBlock {
  readonly id: string;
  readonly type: string;
  readonly [property: string]: Json;
}
export type Block = KnownBlock | UnknownBlock;

const anyBlock = z.looseObject({ id: blockId, type: z.string().min(1).max(64) });

/** What {@link asKnownBlock} said of a block. Blocks are never changed, only replaced, so it holds as long as they do. */
const judged = new WeakMap<Block, KnownBlock | null>();

/** The block as one this version can draw, or `null`. Judged once for each block: it is asked many times of each. */
export function asKnownBlock(block: Block): KnownBlock | null {
  const before = judged.get(block);
  if (before !== undefined) return before;
  const parsed = knownBlockSchema.safeParse(block);
  const known = parsed.success ? parsed.data : null;
  judged.set(block, known);
  return known;
}

/** Accepts every block that has an id and a type; drawing decides later what is known. */
export const blockSchema = anyBlock as unknown as z.ZodType<Block>;

/** Why a block cannot be drawn here, in a code with a sentence; `most` is the limit that it goes beyond. */
export type Refusal =
  | { readonly code: 'newer_version' | 'malformed' }
  | {
      readonly code: 'too_many_rows' | 'too_many_columns' | 'too_many_pictures' | 'too_long';
      readonly most: number;
    };

/** Why {@link asKnownBlock} does not know the block; `null` if it does. */
export function refusalOf(block: Block): Refusal | null {
  const parsed = knownBlockSchema.safeParse(block);
  if (parsed.success) return null;
  if (!BLOCK_TYPES.has(block.type)) return { code: 'newer_version' };
  const big = parsed.error.issues.find((issue) => issue.code === 'too_big');
  // Whatever else is amiss: within its limits it may be what a newer version writes.
  if (big === undefined) return { code: isNewer(parsed.error.issues) ? 'newer_version' : 'malformed' };
  const most = Number(big.maximum);
  const [part] = big.path.filter((step) => typeof step === 'string').slice(-1);
  if (part === 'rows') return { code: 'too_many_rows', most };
  if (part === 'cells' || part === 'widths') return { code: 'too_many_columns', most };
  return block.type === 'gallery' && part === 'items'
    ? { code: 'too_many_pictures', most }
    : { code: 'too_long', most };
}

const BLOCK_TYPES: ReadonlySet<string> = new Set(knownBlockSchema.options.map((option) => option.shape.type.value));

/** A property or a choice that this version has not heard of; a union tells both ways. */
function isNewer(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.some(
    ({ code }) => code === 'unrecognized_keys' || code === 'invalid_value' || code === 'invalid_union',
  );
}

/** Every file a block names: its pictures, and what it offers to download. */
export function mediaOfBlock(block: Block): string[] {
  const known = asKnownBlock(block);
  return known?.type === 'file' ? [known.media] : picturesOfBlock(block).map(({ media }) => media);
}

/** The file a block offers to download, or `null`. */
export function fileOfBlock(block: Block): string | null {
  const known = asKnownBlock(block);
  return known?.type === 'file' ? known.media : null;
}

/** Every picture a block shows, with the words for those who cannot see it. */
export function picturesOfBlock(
  block: Block,
): readonly { readonly media: string; readonly alt: string; readonly decorative?: true | undefined }[] {
  const known = asKnownBlock(block);
  if (known?.type === 'figure') return [known];
  return known?.type === 'gallery' ? known.items : [];
}

/**
 * A block that nobody could draw only because texts in it are empty (such were stored before NUL was kept out) without
 * them; any other as it is.
 */
export function withoutEmptyTexts(block: Block): Block {
  return asKnownBlock(block) === null ? (asKnownBlock(dropEmptyTexts(block) as Block) ?? block) : block;
}

function dropEmptyTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((part) => !isEmptyText(part)).map(dropEmptyTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, dropEmptyTexts(part)]));
}

function isEmptyText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'text' in value && 'type' in value
    ? value.type === 'text' && value.text === ''
    : false;
}
