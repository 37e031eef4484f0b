import { newId, type Revision } from '../../../shared/content/index.ts';
import { AppError, type Input, type Output } from '../../../shared/contract/index.ts';
import type { PostStatus } from '../../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { isBinnedPost, takeOutOfBin } from './in-bin.ts';
import { isWritable, projectFields, projectPost, projectRow, statusOf } from './project.ts';
import { copyAsNewDraft, lastRescue, noteRescue } from './rescue.ts';
import { hasRevision, newestRevisionOf, readRevision } from './revisions.ts';
import {
  baseOfWorking,
  hasWorking,
  kindOfEmptied,
  readWorking,
  startWorking,
  type WorkingChange,
  writeWorking,
} from './working.ts';

/** One step of typing. `base` left out stands for the newest text, whatever that is. */
type Step = Omit<Input<'draft.write'>, 'base'> & { readonly base?: string | null };

/**
 * Journals one step of typing: on disk (fsync) when it returns. A post without a working copy gets one from the
 * revision whose text the window shows, so that text another computer sent meanwhile is never overwritten unseen: the
 * portal then refuses the save, and both texts are there to look at.
 *
 * Words typed in a window that does not know yet that the post may not be written any more (it was handed over, or
 * submitted from another computer) go into a draft of their own, which `titleOfCopy` names.
 *
 * @returns the journal number of the step, and the revision the working copy builds on.
 * @throws AppError `read_only` when the person may not write it now and no title for a copy is given, `post_not_found` for
 * another person's.
 */
export function writeDraft(desk: Desk, step: Step, titleOfCopy?: (original: string) => string): Output<'draft.write'> {
  const { db } = desk;
  const at = desk.now().toISOString();
  const isFirst = !hasWorking(db, step.post);
  if (titleOfCopy !== undefined && isFirst && !isWritable(desk, statusOf(desk, step.post)))
    return writeAside(desk, step, at, titleOfCopy);
  const isBinned = isBinnedPost(db, step.post);
  const written = db.transaction(() => {
    // Whoever still writes in a post that was thrown away wants it.
    if (isBinned) takeOutOfBin(desk, step.post, statusOf(desk, step.post));
    if (isFirst) {
      const status = statusOf(desk, step.post);
      if (!isWritable(desk, status)) throw new AppError('read_only');
      if (status.head === null) startAgain(desk, step.post, at);
      else startWorking(db, step.post, shownBase(desk, step, status.head), at);
    }
    const base = baseOfWorking(db, step.post);
    const isOurText = isFirst || step.base === undefined || isOwnLine(desk, step.base, base);
    const change = changeIn(step);
    // A second window that shows an older text may add to this one, not take blocks out of it.
    const journalNumber = writeWorking(db, step.post, isOurText ? change : { ...change, order: null }, at);
    if (isBinned) projectPost(desk, step.post);
    else if (isFirst) projectRow(desk, step.post);
    else if (step.fields !== null) {
      const copy = readWorking(db, step.post);
      if (copy !== null) projectFields(db, step.post, copy.fields, at);
    }
    return { journalNumber, base };
  })();
  if (isFirst || isBinned || step.fields !== null) desk.tell('posts.changed', { posts: [step.post] });
  return written;
}

/** Writes a step of a post that may not be written any more into the draft that its text went to, or goes to now. */
function writeAside(
  desk: Desk,
  step: Step,
  at: string,
  titleOfCopy: (original: string) => string,
): Output<'draft.write'> {
  const { db } = desk;
  const { post, base = null } = step;
  const journalNumber = db.transaction(() => {
    const draft = draftAside(desk, post, base, at, titleOfCopy);
    const written = writeWorking(db, draft, changeIn(step), at);
    projectPost(desk, draft);
    return written;
  })();
  desk.tell('posts.changed', { posts: null });
  return { journalNumber, base };
}

function changeIn({ fields, order, blocks }: Step): WorkingChange {
  return { fields: fields as WorkingChange['fields'], order, blocks };
}

function draftAside(
  desk: Desk,
  post: string,
  base: string | null,
  at: string,
  titleOfCopy: (original: string) => string,
): string {
  const { db } = desk;
  const last = lastRescue(db);
  const isIts = last?.post === post && isOwnLine(desk, base, last.base);
  if (isIts && hasWorking(db, last.draft) && !isBinnedPost(db, last.draft)) return last.draft;
  const shown = newestOwnRevision(desk, post, base) ?? base;
  const copied = shown === null ? null : copyAsNewDraft(desk, shown, titleOfCopy);
  if (copied !== null) return copied;
  // The text they were typed in is not here any more; they are.
  const draft = newId();
  startWorking(db, draft, null, at);
  noteRescue(db, { post, base, draft });
  return draft;
}

/**
 * The revision whose text the window has before it: the one it names, or what this computer has minted from that
 * since. The head where the window names none, or one that is not here.
 */
function shownBase(desk: Desk, step: Step, head: string): string {
  const { base } = step;
  if (base === undefined || base === head || (base !== null && !hasRevision(desk.db, base))) return head;
  return newestOwnRevision(desk, step.post, base) ?? base ?? head;
}

/** The newest revision that leads back to `from` through revisions of this computer alone; `null` when there is none. */
function newestOwnRevision(desk: Desk, post: string, from: string | null): string | null {
  const own = desk.db
    .prepare<[string, string], { id: string }>(
      `SELECT id FROM revision WHERE post = ? AND json_extract(canonical, '$.device') = ? ORDER BY received DESC`,
    )
    .all(post, desk.device.id);
  return own.find(({ id }) => isOwnLine(desk, from, id))?.id ?? null;
}

/** Whether `to` is `from`, or was made from it on this computer alone. */
function isOwnLine(desk: Desk, from: string | null, to: string | null): boolean {
  let at = to;
  while (at !== from) {
    const revision = at === null ? null : readRevision(desk.db, at);
    if (revision === null || revision.device !== desk.device.id || revision.parents.length > 1) return false;
    at = revision.parents[0] ?? null;
  }
  return true;
}

/**
 * A post without a head is one the portal does not have: new and dropped again because nobody had written in it while
 * a window still shows it, or refused. Writing in it goes on from what this computer has of it.
 */
export function startAgain(desk: Desk, post: string, at: string): void {
  const { db } = desk;
  const newest = newestTextOf(db, post);
  if (newest !== null && newest.author !== desk.me().id) throw new AppError('post_not_found');
  startWorking(db, post, null, at, newest ?? kindOfEmptied(db, post));
}

/**
 * The words of this person's post that no save holds: the portal turned its first one down. They are on the screen, and
 * may be written on and submitted like any others. `null`: there are none such.
 */
export function textTurnedDown({ db, me }: Desk, post: string, { head }: PostStatus): Revision | null {
  const newest = head === null ? newestTextOf(db, post) : null;
  return newest?.author === me().id ? newest : null;
}

function newestTextOf(db: Store, post: string): Revision | null {
  const newest = newestRevisionOf(db, post);
  return newest === null ? null : readRevision(db, newest);
}
