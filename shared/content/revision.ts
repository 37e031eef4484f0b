import { z } from 'zod';
import { canonicalHash, canonicalJson, utf8Length } from './canonical.ts';
import { FILE_MIMES } from './file-types.ts';
import { LIMITS, type LimitName } from './limits.ts';
import { asKnownBlock, type Block, blockSchema, fileOfBlock, focusSchema, mediaHash, mediaOfBlock } from './node.ts';
import { normaliseBlock, toLine, toNfc } from './normalise.ts';

/** SHA-256 of a revision's canonical form, lower-case hex. */
export const revisionIdSchema = z.string().regex(/^[0-9a-f]{64}$/);
export const postIdSchema = z.uuid();
/** News, or a standing page of the site's menu (Giới thiệu). */
export const postKindSchema = z.enum(['news', 'page']);
/** Languages of a post, the usual one first. */
export const LANGUAGES = ['vi', 'en'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

const storedFile = {
  hash: mediaHash,
  name: z.string().max(LIMITS.fileNameCharacters),
  bytes: z.int().min(1).max(LIMITS.fileBytes),
};
/** A picture a post shows: `hash` is SHA-256 of the stored bytes; sizes in pixels and bytes. */
export const pictureReferenceSchema = z.strictObject({
  ...storedFile,
  mime: z.enum(['image/webp']),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
});
export type PictureReference = z.infer<typeof pictureReferenceSchema>;

/** A file a post offers to download. */
export const fileReferenceSchema = z.strictObject({ ...storedFile, mime: z.enum(FILE_MIMES) });
export type FileReference = z.infer<typeof fileReferenceSchema>;

export const mediaReferenceSchema = z.discriminatedUnion('mime', [pictureReferenceSchema, fileReferenceSchema]);
export type MediaReference = z.infer<typeof mediaReferenceSchema>;

export const coverSchema = z.strictObject({
  media: mediaHash,
  alt: z.string().max(LIMITS.altCharacters),
  focus: focusSchema.optional(),
});
export type Cover = z.infer<typeof coverSchema>;

/** What an author writes besides the blocks. */
export const postFieldsSchema = z.strictObject({
  title: z.string().max(LIMITS.titleCharacters),
  summary: z.string().max(LIMITS.summaryCharacters),
  categories: z.array(z.string().min(1).max(16)).max(LIMITS.categories),
  tags: z.array(z.string().min(1).max(LIMITS.tagCharacters)).max(LIMITS.tags),
  cover: coverSchema.nullable(),
  byline: z.string().max(LIMITS.bylineCharacters),
});
export type PostFields = z.infer<typeof postFieldsSchema>;

/**
 * The fields of a working copy. Looser than a revision's: a word past a limit is kept on this computer until its writer
 * has shortened the text, and only then can a revision be minted.
 */
export const draftFieldsSchema = z.strictObject({
  ...postFieldsSchema.shape,
  title: z.string().max(LIMITS.draftFieldCharacters),
  summary: z.string().max(LIMITS.draftFieldCharacters),
  byline: z.string().max(LIMITS.draftFieldCharacters),
});

/** An immutable version of a post (design 3). Bodies are whole, never deltas. */
export const revisionSchema = z.strictObject({
  ...postFieldsSchema.shape,
  format: z.literal(1),
  post: postIdSchema,
  unit: z.string().min(1).max(64),
  kind: postKindSchema,
  language: languageSchema,
  translates: postIdSchema.nullable(),
  blocks: z.array(blockSchema).max(LIMITS.blocks),
  media: z.array(mediaReferenceSchema).max(LIMITS.picturesPerPost + 1 + LIMITS.filesPerPost),
  /** Revisions this one was made from: none, one, or two after a merge. */
  parents: z.array(revisionIdSchema).max(2),
  /** Person, device and client time (ISO 8601, for display only); all `null` for a merge without conflict (design 4). */
  author: z.string().min(1).max(64).nullable(),
  device: z.string().min(1).max(64).nullable(),
  createdAt: z.iso.datetime().nullable(),
  note: z.string().max(LIMITS.noteCharacters),
});
export type Revision = z.infer<typeof revisionSchema>;

/** Why a value is not a revision that may be stored. `limit` names the limit that bit, when one did. */
export interface RevisionProblem {
  readonly code:
    | 'newer_version'
    | 'too_large'
    | 'too_deep'
    | 'not_a_revision'
    | 'not_normal'
    | 'media_mismatch'
    | 'duplicate_block_id';
  readonly path: string;
  readonly limit?: LimitName;
}

/**
 * Checks that a value from outside is a well-formed revision in normal form and within every limit.
 * The canonical text is measured first, so that a hostile value costs no more than its own length.
 */
export function parseRevision(
  value: unknown,
): { ok: true; revision: Revision; canonical: string } | { ok: false; problem: RevisionProblem } {
  const refuse = (problem: RevisionProblem) => ({ ok: false as const, problem });
  if (deeperThan(value, LIMITS.depth)) return refuse({ code: 'too_deep', path: '', limit: 'depth' });
  let canonical: string;
  try {
    canonical = canonicalJson(value);
  } catch {
    return refuse({ code: 'not_a_revision', path: '' });
  }
  if (utf8Length(canonical) > LIMITS.canonicalBytes)
    return refuse({ code: 'too_large', path: '', limit: 'canonicalBytes' });
  const parsed = revisionSchema.safeParse(value);
  if (!parsed.success && isOfNewerVersion(value, parsed.error.issues))
    return refuse({ code: 'newer_version', path: '' });
  if (!parsed.success)
    return refuse({ code: 'not_a_revision', path: parsed.error.issues[0]?.path.map(String).join('.') ?? '' });
  const revision = parsed.data;
  if (canonicalJson(normaliseRevision(revision)) !== canonical) return refuse({ code: 'not_normal', path: '' });
  const ids = new Set(revision.blocks.map((block) => block.id));
  if (ids.size !== revision.blocks.length) return refuse({ code: 'duplicate_block_id', path: 'blocks' });
  if (!isMediaExact(revision)) return refuse({ code: 'media_mismatch', path: 'media' });
  return { ok: true, revision, canonical };
}

/** Says another format, or more than this version knows, and nothing wrong besides. */
function isOfNewerVersion(value: unknown, issues: readonly z.core.$ZodIssue[]): boolean {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  if (typeof format === 'number' && format > 1) return true;
  return issues.every(({ code }) => code === 'unrecognized_keys');
}

/**
 * Whether the list of files is what the post shows: each once, none left out and none besides, pictures as pictures. What a block of a newer
 * version shows cannot be known here, so such a post may list more.
 */
function isMediaExact(revision: Revision): boolean {
  const named = new Set(revision.media.map((media) => media.hash));
  const used = usedMedia(revision);
  if (named.size !== revision.media.length || used.some((hash) => !named.has(hash))) return false;
  const offered = new Set(revision.blocks.flatMap((block) => fileOfBlock(block) ?? []));
  const isMisnamed = revision.media.some(
    ({ hash, mime }) => used.includes(hash) && offered.has(hash) !== (mime !== 'image/webp'),
  );
  if (isMisnamed) return false;
  return named.size === used.length || !isDrawable(revision);
}

/** The same revision with text in NFC, tags and media sorted, and texts joined. Idempotent. */
export function normaliseRevision(revision: Revision): Revision {
  return {
    ...revision,
    title: toLine(revision.title),
    summary: toNfc(revision.summary).trim(),
    byline: toLine(revision.byline),
    note: toNfc(revision.note).trim(),
    tags: [...new Set(revision.tags.map(toLine))].filter((tag) => tag !== '').sort(),
    cover: revision.cover && { ...revision.cover, alt: toLine(revision.cover.alt) },
    blocks: revision.blocks.map(normaliseBlock),
    media: revision.media
      .map((media) => ({ ...media, name: toLine(media.name) }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1)),
  };
}

/** The id of a revision: over everything it holds, block ids and parents included. */
export function revisionId(revision: Revision): string {
  return canonicalHash(revision);
}

/**
 * The content hash: over all that a reader can see (words, pictures by hash, byline, file names), and nothing a reader
 * cannot: not block ids, parents, author, dates or the change note (design 3).
 */
export function contentHash(revision: Revision): string {
  return canonicalHash(readerView(revision));
}

function readerView(revision: Revision): unknown {
  const { format, kind, language, title, summary, categories, tags, cover, byline, media } = revision;
  return {
    format,
    kind,
    language,
    title,
    summary,
    categories,
    tags,
    cover,
    byline,
    media,
    blocks: revision.blocks.map(withoutIds),
  };
}

/** Drops the ids of blocks, of list items, table rows and pictures of a gallery. A block of a newer version loses only its own id: its inside is not ours. */
function withoutIds(block: Block): unknown {
  const known = asKnownBlock(block);
  const { id: _id, ...rest } = known ?? block;
  if (known?.type === 'list') return { ...rest, items: known.items.map(itemWithoutIds) };
  if (known?.type === 'table') return { ...rest, rows: known.rows.map(({ cells }) => ({ cells })) };
  if (known?.type === 'gallery') return { ...rest, items: known.items.map(({ id: _item, ...shown }) => shown) };
  return rest;
}

function itemWithoutIds(item: {
  children: unknown;
  nested?: { ordered: boolean; items: readonly unknown[] } | undefined;
}): unknown {
  const nested = item.nested && {
    ordered: item.nested.ordered,
    items: item.nested.items.map((inner) => itemWithoutIds(inner as Parameters<typeof itemWithoutIds>[0])),
  };
  return { children: item.children, nested };
}

/** Hashes of all files that the cover and the blocks name, each once: pictures, and what is offered to download. */
export function usedMedia(revision: Pick<Revision, 'cover' | 'blocks'>): string[] {
  const hashes = revision.blocks.flatMap(mediaOfBlock);
  return [...new Set(revision.cover ? [revision.cover.media, ...hashes] : hashes)];
}

/** Whether this version can draw all of it. What a program cannot draw, it cannot approve (design 3). */
export function isDrawable(revision: Pick<Revision, 'blocks'>): boolean {
  return revision.blocks.every((block) => asKnownBlock(block) !== null);
}

function deeperThan(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (depth === 0) return true;
  return Object.values(value).some((member) => deeperThan(member, depth - 1));
}
