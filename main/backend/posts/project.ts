import { z } from 'zod';
import { type Language, type PostFields, type Revision, textOfBlocks } from '../../../shared/content/index.ts';
import type { PostRow, SyncWord } from '../../../shared/contract/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { foldStatus, foldThreads, type PostStatus, stateUnder, waitsFor } from '../../../shared/workflow/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';
import { readableRevision } from './board-revision.ts';
import type { Desk } from './desk.ts';
import { eventOf, isTurnedDown, type MutationRow, mutationsOfPost } from './events.ts';
import { FILTER_SQL, FILTERS } from './filters.ts';
import { foldWithOthers } from './pending.ts';
import { wantText } from './revision-lines.ts';
import { readRevision } from './revisions.ts';
import { foldSearchText } from './search-text.ts';
import { countOpenHeads } from './second-heads.ts';
import { translationOf } from './translation.ts';
import { isMyTurn } from './turn.ts';
import { EMPTY_FIELDS, readWorking, type WorkingCopy } from './working.ts';

/** Unsent posts sort above every number a portal gives. */
const UNSENT_FROM = 2 ** 40;

/** The status of a post: the fold of what the portal confirmed and of what waits here (design 6). */
export function statusOf(desk: Desk, post: string): PostStatus {
  return statusFrom(desk, mutationsOfPost(desk.db, post));
}

export function statusFrom(desk: Desk, rows: readonly MutationRow[]): PostStatus {
  if (hasOthersPending(desk, rows)) return foldWithOthers(desk.db, rows);
  return foldStatus(rows.map(eventOf).filter((event) => event !== null));
}

/** Whether actions of other people wait here, which came by a bundle. */
function hasOthersPending(desk: Desk, rows: readonly MutationRow[]): boolean {
  const me = desk.me().id;
  return rows.some((row) => (row.outcome === 'pending' || row.outcome === 'sent') && row.person !== me);
}

/** Whether the person may go on writing this post now: an author, of their own, and not under review. */
export function isWritable(desk: Desk, status: PostStatus): boolean {
  const me = desk.me();
  const isMine = me.roles.includes('author') && (status.owner === null || status.owner === me.id);
  return isMine && ['draft', 'returned', 'published', 'published_unreviewed', 'withdrawn'].includes(status.state);
}

/**
 * Whether a post lies in the bin. Words written since it was thrown away take it out again, unless they were there and
 * went along.
 */
export function isInBin(db: Store, post: string, { isBinned, head }: PostStatus, hasWords: boolean): boolean {
  const isMarked = hasWords && db.prepare('SELECT 1 FROM bin_here WHERE post = ?').get(post) !== undefined;
  return head === null ? isMarked : isBinned && (isMarked || !hasWords);
}

/** The four words of design 6, for the newest work on a post. */
export function wordOf(rows: readonly MutationRow[], isBeingWritten: boolean, hasConflict: boolean): SyncWord {
  if (hasConflict || rows.some((row) => row.is_seen === 0)) return 'look_again';
  if (isBeingWritten || rows.some((row) => row.outcome === 'pending')) return 'saved_here';
  return rows.some((row) => row.outcome === 'sent') ? 'sent' : 'accepted';
}

/** Rebuilds a post's row in the lists and in the search index from its events and texts. Call inside a transaction. */
export function projectPost(desk: Desk, post: string): void {
  const shown = projectRow(desk, post);
  if (shown === null) return;
  makeRoom(desk, post);
  projectSearch(desk.db, post, searchTextOf(shown));
}

/**
 * Takes another post off the search row that this one is due. A portal made anew from a backup gives its numbers again;
 * until it has named the other post's mutations too, that one stands among the unsent.
 */
function makeRoom(desk: Desk, post: string): void {
  const { db } = desk;
  const other = db
    .prepare<[string], { id: string }>(
      'SELECT other.id FROM post JOIN post AS other ON other.search_row = post.sort AND other.id <> post.id WHERE post.id = ?',
    )
    .get(post)?.id;
  if (other === undefined) return;
  db.prepare('UPDATE post SET sort = ? WHERE id = ?').run(nextUnsent(db), other);
  const shown = shownContent(desk, other, mutationsOfPost(db, other), readWorking(db, other));
  projectSearch(db, other, shown === null ? '' : searchTextOf(shown));
}

/** The bin is looked through by eye: a search finds what is at work. */
function searchTextOf({ isBinned, fields, text }: ShownContent): string {
  return isBinned ? '' : foldSearchText(fields, text());
}

/** As `projectPost`, but leaves the search index: for the first key of a session, when the words are the old ones. */
export function projectRow(desk: Desk, post: string): ShownContent | null {
  const { db } = desk;
  const rows = mutationsOfPost(db, post);
  const working = readWorking(db, post);
  const status = statusFrom(desk, rows);
  const shown = shownContent(desk, post, rows, working, status);
  const me = desk.me();
  for (const id of [status.head, status.submitted, status.live]) if (id !== null) wantText(db, id);
  if (shown === null || isWithoutEffect(desk, status, rows)) {
    dropPost(db, post);
    return null;
  }
  const isMine = status.owner === null || status.owner === me.id;
  const word = wordOf(rows, working !== null, countOpenHeads(db, post) > 0);
  const sort = sortOf(db, post, rows, working !== null);
  const changedAt = working?.changedAt ?? rows.at(-1)?.received_at ?? rows.at(-1)?.at ?? desk.now().toISOString();

  db.prepare(
    `INSERT INTO post (id, kind, language, title, category, cover, cover_focus, state, status, word, owner, is_mine, is_my_turn, is_live,
                       is_binned, remarks, changed_at, sort)
     VALUES (@post, @kind, @language, @title, @category, @cover, @focus, @state, @status, @word, @owner, @isMine, @isMyTurn, @isLive,
             @isBinned, @remarks, @changedAt, @sort)
     ON CONFLICT (id) DO UPDATE SET kind = @kind, language = @language, title = @title, category = @category, cover = @cover,
       cover_focus = @focus,       state = @state, status = @status, word = @word, owner = @owner, is_mine = @isMine, is_my_turn = @isMyTurn,
       is_live = @isLive, is_binned = @isBinned, remarks = @remarks, changed_at = @changedAt, sort = @sort`,
  ).run({
    post,
    kind: shown.kind,
    language: shown.language,
    title: shown.fields.title,
    category: shown.fields.categories[0] ?? null,
    cover: shown.fields.cover?.media ?? null,
    focus: focusOf(shown.fields),
    state: stateUnder(desk.rules, status),
    status: JSON.stringify(status),
    word,
    owner: status.owner ?? me.id,
    isMine: isMine ? 1 : 0,
    isMyTurn: isMyTurn(desk, status, isMine) ? 1 : 0,
    isLive: status.live === null ? 0 : 1,
    isBinned: shown.isBinned ? 1 : 0,
    remarks: countWaiting(rows, me.id, status.owner),
    changedAt,
    sort,
  });
  projectCategories(db, post, shown.fields.categories);
  return shown;
}

/**
 * Whether nothing of another person's post has effect here: what came by a bundle waits, or was turned down, and so was
 * all that this person decided on it. Such an act stays in the inbox.
 */
export function isWithoutEffect(desk: Desk, { owner }: PostStatus, rows: readonly MutationRow[]): boolean {
  const me = desk.me().id;
  const isOfAnother = (row: MutationRow): boolean =>
    row.person !== me || (isTurnedDown(row) && row.name !== 'post.save');
  return owner === null && rows.length > 0 && rows.every(isOfAnother);
}

/** Threads that wait for the person: they were called on, or it is about their own post. */
function countWaiting(rows: readonly MutationRow[], person: string, owner: string | null): number {
  if (!rows.some(({ name }) => name === 'post.comment')) return 0;
  const threads = foldThreads(rows.flatMap((row) => eventOf(row) ?? []));
  return threads.filter((thread) => waitsFor(thread, person, owner)).length;
}

/** What a list shows of a post while its author types: title, category and cover, without touching the search index. */
export function projectFields(db: Store, post: string, fields: PostFields, changedAt: string): void {
  db.prepare('UPDATE post SET title = ?, category = ?, cover = ?, cover_focus = ?, changed_at = ? WHERE id = ?').run(
    fields.title,
    fields.categories[0] ?? null,
    fields.cover?.media ?? null,
    focusOf(fields),
    changedAt,
    post,
  );
  projectCategories(db, post, fields.categories);
}

function focusOf({ cover }: PostFields): string | null {
  return cover?.focus === undefined ? null : JSON.stringify(cover.focus);
}

/** Takes a post that has no words here, nor had any, out of the lists. */
export function dropPost(db: Store, post: string): void {
  db.prepare('DELETE FROM post_search WHERE rowid = (SELECT search_row FROM post WHERE id = ?)').run(post);
  db.prepare('DELETE FROM post_category WHERE post = (SELECT number FROM post WHERE id = ?)').run(post);
  db.prepare('DELETE FROM post WHERE id = ?').run(post);
}

/** The words a list and a search show of a post. */
export interface ShownContent {
  readonly kind: PostRow['kind'];
  readonly language: string;
  readonly fields: PostFields;
  readonly text: () => string;
  readonly isBinned: boolean;
}

/**
 * A post whose text was erased, or is still on its way, stays in the lists without a word of it, on a computer that
 * never held the text too. `null` where no text of the post is or ever was here.
 */
function shownContent(
  desk: Desk,
  post: string,
  rows: readonly MutationRow[],
  working: WorkingCopy | null,
  status = statusFrom(desk, rows),
): ShownContent | null {
  const { db } = desk;
  const isBinned = isInBin(db, post, status, working !== null);
  if (working !== null) {
    const base = working.base === null ? null : readRevision(db, working.base);
    const language = base?.language ?? translationOf(db, post)?.language ?? 'vi';
    return {
      ...{ kind: base?.kind ?? working.kind, language },
      ...{ fields: working.fields, text: () => textOfBlocks(working.blocks), isBinned },
    };
  }
  const isOwnDraft = status.state === 'draft' && status.owner === desk.me().id;
  const id = (isOwnDraft ? status.head : null) ?? readableRevision(desk, post, status, rows);
  const revision = id === null ? null : readRevision(db, id);
  if (revision === null) {
    const about = kindOfPost(db, post);
    return about && { ...about, fields: EMPTY_FIELDS, text: () => '', isBinned };
  }
  const { kind, language } = revision;
  return { kind, language, fields: revision, text: () => textOfBlocks(revision.blocks), isBinned };
}

/** Of what kind a post is by its newest text that was not erased; `null` where it has none here, erased ones included. */
function kindOfPost(db: Store, post: string): Pick<Revision, 'kind' | 'language'> | null {
  const row = db
    .prepare<[string], { kind: Revision['kind'] | null; language: Language | null }>(
      `SELECT json_extract(canonical, '$.kind') AS kind, json_extract(canonical, '$.language') AS language
       FROM revision WHERE post = ? ORDER BY kind IS NULL, received DESC LIMIT 1`,
    )
    .get(post);
  return row === undefined ? null : { kind: row.kind ?? 'news', language: row.language ?? 'vi' };
}

/** Projects again what is under way: whose turn it is there changes with the rules, with roles and with the day. */
export function projectUnderWay(desk: Desk): void {
  const posts = desk.db
    .prepare<[], { id: string }>(
      `SELECT id FROM post
       WHERE state IN ('submitted', 'appraised', 'approved', 'scheduled', 'published_unreviewed')`,
    )
    .all();
  for (const { id } of posts) projectPost(desk, id);
}

const DAY_OF_TURNS = 'dayOfTurns';

/**
 * As {@link projectUnderWay}, on the first call of a day in Vietnam: rules and roles held for others begin and end with
 * days, and so do terms.
 */
export function projectNewDay(desk: Desk): void {
  const { db } = desk;
  const day = dayInVietnam(desk.now().toISOString());
  if (readSetting(db, DAY_OF_TURNS, z.string()) === day) return;
  db.transaction(() => {
    writeSetting(db, DAY_OF_TURNS, day);
    projectUnderWay(desk);
  })();
}

function sortOf(db: Store, post: string, rows: readonly MutationRow[], isBeingWritten: boolean): number {
  const isUnsent = isBeingWritten || rows.some((row) => row.outcome === 'pending' || row.outcome === 'sent');
  const newest = Math.max(0, ...rows.map((row) => row.number ?? 0));
  if (!isUnsent && newest > 0) return newest;
  const current = db.prepare<[string], { sort: number }>('SELECT sort FROM post WHERE id = ?').get(post)?.sort ?? 0;
  return current >= UNSENT_FROM ? current : nextUnsent(db);
}

/** A place among the unsent that no post ever had. */
function nextUnsent(db: Store): number {
  const next = (readSetting(db, 'unsentCounter', z.int()) ?? 0) + 1;
  writeSetting(db, 'unsentCounter', next);
  return UNSENT_FROM + next;
}

function projectCategories(db: Store, post: string, categories: readonly string[]): void {
  db.prepare('DELETE FROM post_category WHERE post = (SELECT number FROM post WHERE id = ?)').run(post);
  for (const category of new Set(categories))
    for (const filter of FILTERS)
      db.prepare(
        `INSERT INTO post_category (category, filter, sort, post)
         SELECT ?, ?, sort, number FROM post WHERE id = ? AND ${FILTER_SQL[filter]}`,
      ).run(category, filter, post);
}

function projectSearch(db: Store, post: string, words: string): void {
  db.prepare('DELETE FROM post_search WHERE rowid = (SELECT search_row FROM post WHERE id = ?)').run(post);
  db.prepare('INSERT INTO post_search (rowid, words) SELECT sort, ? FROM post WHERE id = ?').run(words, post);
  db.prepare('UPDATE post SET search_row = sort WHERE id = ?').run(post);
}
