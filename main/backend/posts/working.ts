import { z } from 'zod';
import {
  asKnownBlock,
  type Block,
  draftFieldsSchema,
  fileOfBlock,
  isDrawable,
  LIMITS,
  type PostFields,
  postFieldsSchema,
  type Revision,
  usedMedia,
  withoutEmptyTexts,
} from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { checksum, DamagedError, readSetting, type Store, writeSetting } from '../store/index.ts';
import { readRevision } from './revisions.ts';

interface WorkingRow {
  readonly post: string;
  readonly base: string | null;
  readonly fields: string;
  readonly block_order: string;
  readonly journal: number;
  readonly changed_at: string;
  readonly sum: number;
  readonly kind: Revision['kind'];
}

/** What is being written: the content of `base` (`null`: a new post) with every change since. */
export interface WorkingCopy {
  readonly post: string;
  readonly base: string | null;
  readonly fields: PostFields;
  readonly blocks: readonly Block[];
  readonly journal: number;
  readonly changedAt: string;
  /** Of a post that has no revision yet; one with a base is of its base's kind. */
  readonly kind: Revision['kind'];
}

/** One step of writing, as the window journals it. */
export interface WorkingChange {
  readonly fields: Partial<PostFields> | null;
  readonly order: readonly string[] | null;
  readonly blocks: readonly Block[];
}

export const EMPTY_FIELDS: PostFields = { title: '', summary: '', categories: [], tags: [], cover: null, byline: '' };

/** How far the writing of a post has come, without its words; `null` when there is nothing beyond its head revision. */
export function readPlace(db: Store, post: string): Pick<WorkingCopy, 'base' | 'journal'> | null {
  return readRow(db, post) ?? null;
}

/** The working copy of a post, or `null` when there is nothing beyond its head revision. */
export function readWorking(db: Store, post: string): WorkingCopy | null {
  const row = readRow(db, post);
  if (row === undefined) return null;
  const values = new Map(
    db
      .prepare<[string], { id: string; value: string; sum: number }>(
        'SELECT id, value, sum FROM working_block WHERE post = ?',
      )
      .all(post)
      .map(({ id, value, sum }) => {
        if (checksum(post, id, value) !== sum) throw new DamagedError(`block ${id}`);
        const block = JSON.parse(value) as Block;
        // Looked into by its letters first: this is read at every key in a title.
        return [id, value.includes('"text":""') ? withoutEmptyTexts(block) : block];
      }),
  );
  const blocks = (JSON.parse(row.block_order) as string[]).flatMap((id) => values.get(id) ?? []);
  return {
    post,
    base: row.base,
    fields: JSON.parse(row.fields) as PostFields,
    blocks,
    journal: row.journal,
    changedAt: row.changed_at,
    kind: row.kind,
  };
}

/** Whether a post has words that are in no revision yet. */
export function hasWorking(db: Store, post: string): boolean {
  return readRow(db, post) !== undefined;
}

/** The revision a post's working copy builds on. */
export function baseOfWorking(db: Store, post: string): string | null {
  return readRow(db, post)?.base ?? null;
}

/** Posts with a working copy. */
export function allWorking(db: Store): string[] {
  return db
    .prepare<[], { post: string }>('SELECT post FROM working')
    .all()
    .map(({ post }) => post);
}

/**
 * Posts with a working copy that nobody has changed between those times. One changed after `now` was changed by a clock
 * that ran ahead: it is as old as it may be.
 */
export function quietWorking(db: Store, since: Date, now: Date): string[] {
  return db
    .prepare<[string, string], { post: string }>('SELECT post FROM working WHERE changed_at < ? OR changed_at > ?')
    .all(since.toISOString(), now.toISOString())
    .map(({ post }) => post);
}

/** Starts a working copy from a revision's content, or empty and of that kind. Replaces none that is there. */
export function startWorking(
  db: Store,
  post: string,
  base: string | null,
  at: string,
  from?: Revision | Revision['kind'],
): void {
  const named = typeof from === 'object' ? from : null;
  const source = named ?? (base === null ? null : readRevision(db, base));
  const kind = source?.kind ?? (typeof from === 'string' ? from : 'news');
  const fields = source === null ? EMPTY_FIELDS : draftFieldsSchema.parse(pickFields(source));
  const blocks = source?.blocks ?? [];
  const words = JSON.stringify(fields);
  const order = JSON.stringify(blocks.map((block) => block.id));
  const { changes } = db
    .prepare(
      `INSERT INTO working (post, base, fields, block_order, journal, changed_at, sum, kind) VALUES (?, ?, ?, ?, 0, ?, ?, ?)
       ON CONFLICT (post) DO NOTHING`,
    )
    .run(post, base, words, order, at, checksum(post, words, order), kind);
  if (changes > 0) putBlocks(db, post, blocks);
}

/**
 * Writes one step of typing. Only what changed is written, whatever the length of the post.
 * @returns the journal number of this step, which only grows.
 */
export function writeWorking(db: Store, post: string, change: WorkingChange, at: string): number {
  const row = readRow(db, post);
  if (row === undefined) throw new AppError('post_not_found');
  const fields = { ...(JSON.parse(row.fields) as PostFields), ...withoutUndefined(change.fields ?? {}) };
  putBlocks(db, post, change.blocks);
  const named = change.order ?? (JSON.parse(row.block_order) as string[]);
  const order = JSON.stringify(withEveryBlock(named, change.blocks));
  if (change.order !== null) dropBlocksOutside(db, post, order);
  const journal = row.journal + 1;
  const words = JSON.stringify(fields);
  db.prepare('UPDATE working SET fields = ?, block_order = ?, journal = ?, changed_at = ?, sum = ? WHERE post = ?').run(
    words,
    order,
    journal,
    at,
    checksum(post, words, order),
    post,
  );
  return journal;
}

/** Ends a working copy whose content is safe in a revision (or that never had any). */
export function endWorking(db: Store, post: string): void {
  db.prepare('DELETE FROM working_block WHERE post = ?').run(post);
  db.prepare('DELETE FROM working WHERE post = ?').run(post);
}

const EMPTIED_PAGES = 'emptiedPages';
/** Of how many is known: a window shows one at a time. */
const EMPTIED_KEPT = 20;

/** Remembers that a new post without a word, dropped just now, was a standing page: its window may write on in it. */
export function noteEmptiedPage(db: Store, post: string): void {
  writeSetting(db, EMPTIED_PAGES, [...emptiedPages(db), post].slice(-EMPTIED_KEPT));
}

/** The kind a post was started as that was dropped again without a word. */
export function kindOfEmptied(db: Store, post: string): Revision['kind'] {
  return emptiedPages(db).includes(post) ? 'page' : 'news';
}

function emptiedPages(db: Store): string[] {
  return readSetting(db, EMPTIED_PAGES, z.array(z.string())) ?? [];
}

/** Whether a person has written nothing yet. */
export function isUntouched(copy: WorkingCopy): boolean {
  const { title, summary, categories, tags, cover, byline } = copy.fields;
  const isEmptyParagraph = (block: Block): boolean =>
    block.type === 'paragraph' && Array.isArray(block.children) && block.children.length === 0;
  const isBare = categories.length === 0 && tags.length === 0 && cover === null;
  return title + summary + byline === '' && isBare && copy.blocks.every(isEmptyParagraph);
}

/**
 * The references of the pictures and files a copy names, in the order of their hashes, however many there are. A block
 * this version cannot draw may show any, so then those of its base are kept, and `others`, of a version it takes blocks of.
 */
export function mediaOfCopy(
  db: Store,
  copy: Pick<WorkingCopy, 'base' | 'fields' | 'blocks'>,
  others: Revision['media'] = [],
): Revision['media'] {
  const read = db.prepare<[string], { reference: string }>('SELECT reference FROM media WHERE hash = ?');
  const isDrawn = isDrawable({ blocks: [...copy.blocks] });
  const base = isDrawn || copy.base === null ? null : readRevision(db, copy.base);
  const kept = isDrawn ? [] : [...others, ...(base?.media ?? [])];
  const used = usedMedia({ cover: copy.fields.cover, blocks: [...copy.blocks] });
  // What a known block of the base showed, and no block names any more, went with that block.
  const shownBefore = new Set(base === null ? [] : usedMedia(base));
  const undrawn = JSON.stringify(copy.blocks.filter((block) => asKnownBlock(block) === null));
  const mayBeShown = ({ hash }: Revision['media'][number]): boolean =>
    !shownBefore.has(hash) || used.includes(hash) || undrawn.includes(hash);
  const known = new Map(kept.filter(mayBeShown).map((media) => [media.hash, media]));
  for (const hash of used) {
    const row = read.get(hash);
    if (row !== undefined) known.set(hash, JSON.parse(row.reference) as Revision['media'][number]);
  }
  return [...known.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

/**
 * Refuses more pictures in the text, or files, than a revision may have; the cover is beside them. The copy itself is kept,
 * shown and written on. @throws AppError
 */
export function refuseTooMuchMedia({ blocks }: Pick<WorkingCopy, 'blocks'>): void {
  const files = new Set(blocks.flatMap((block) => fileOfBlock(block) ?? []));
  if (files.size > LIMITS.filesPerPost) throw new AppError('limit_files', { most: LIMITS.filesPerPost });
  const shown = usedMedia({ cover: null, blocks: [...blocks] });
  if (shown.length - files.size > LIMITS.picturesPerPost)
    throw new AppError('limit_pictures', { most: LIMITS.picturesPerPost });
}

function readRow(db: Store, post: string): WorkingRow | undefined {
  const row = db.prepare<[string], WorkingRow>('SELECT * FROM working WHERE post = ?').get(post);
  if (row !== undefined && checksum(row.post, row.fields, row.block_order) !== row.sum)
    throw new DamagedError(`post ${post}`);
  return row;
}

function putBlocks(db: Store, post: string, blocks: readonly Block[]): void {
  const put = db.prepare(
    `INSERT INTO working_block (post, id, value, sum) VALUES (?, ?, ?, ?)
     ON CONFLICT (post, id) DO UPDATE SET value = excluded.value, sum = excluded.sum`,
  );
  for (const block of blocks) {
    const value = JSON.stringify(block);
    put.run(post, block.id, value, checksum(post, block.id, value));
  }
}

/**
 * The order with every written block in it. A window whose post has changed beneath it writes blocks that the order
 * does not name: out of the order their words would never be read again, so they come last.
 */
function withEveryBlock(order: readonly string[], written: readonly Block[]): readonly string[] {
  const named = new Set(order);
  return [...order, ...written.map((block) => block.id).filter((id) => !named.has(id))];
}

function dropBlocksOutside(db: Store, post: string, order: string): void {
  db.prepare('DELETE FROM working_block WHERE post = ? AND id NOT IN (SELECT value FROM json_each(?))').run(
    post,
    order,
  );
}

function pickFields(revision: Revision): Record<string, unknown> {
  return Object.fromEntries(Object.keys(postFieldsSchema.shape).map((key) => [key, revision[key as keyof Revision]]));
}

function withoutUndefined(fields: Partial<PostFields>): Partial<PostFields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
