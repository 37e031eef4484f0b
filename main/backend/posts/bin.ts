import { contentHash } from '../../../shared/content/index.ts';
import { AppError, type BinState, type Output } from '../../../shared/contract/index.ts';
import { isBinnable, type PostStatus } from '../../../shared/workflow/index.ts';
import type { Desk } from './desk.ts';
import { lastSaveOf, type MutationRow, mutationsOfPost } from './events.ts';
import { restoreVersion } from './history.ts';
import { takeOutOfBin } from './in-bin.ts';
import { mint, mintIfPossible } from './mint.ts';
import { enqueue } from './outbox.ts';
import { dropPost, isInBin, isWritable, projectPost, statusFrom } from './project.ts';
import { readRevision } from './revisions.ts';
import { endWorking, hasWorking, isUntouched, readWorking } from './working.ts';

/** How an own post stands to the bin now. */
export function binStateOf(desk: Desk, post: string, status: PostStatus, rows: readonly MutationRow[]): BinState {
  const { db } = desk;
  if (!isWritable(desk, status)) return 'no';
  const working = hasWorking(db, post);
  if (isInBin(db, post, status, working)) return rows.length === 0 ? 'inBinHere' : 'inBin';
  if (rows.length === 0) return working ? 'mayBin' : 'no';
  if (isBinnable(status)) return 'mayBin';
  return isWrittenOverLive(desk, post, status) ? 'mayDrop' : 'no';
}

/** Whether the author has other words than the readers of the live page. */
function isWrittenOverLive({ db }: Desk, post: string, status: PostStatus): boolean {
  const { state, live, head } = status;
  if (live === null || head === null || !['published', 'published_unreviewed'].includes(state)) return false;
  if (hasWorking(db, post)) return true;
  if (head === live) return false;
  const [mine, page] = [readRevision(db, head), readRevision(db, live)];
  return mine !== null && page !== null && contentHash(mine) !== contentHash(page);
}

/**
 * Puts a draft into the bin. The portal is told, so that it goes from the author's other computers too; one that is in no
 * revision yet is nobody else's business and stays here. Words that cannot be minted stay with it as they are.
 */
export function putInBin(desk: Desk, post: string): Output<'bin.put'> {
  const { db } = desk;
  const { status, rows, state } = standing(desk, post);
  const title = titleOf(db, post);
  if (state === 'inBin' || state === 'inBinHere') return { title };
  if (state !== 'mayBin') throw new AppError('denied', { reason: 'not_binnable' });
  const isKnown = rows.length > 0;
  const copy = readWorking(db, post);
  if (!isKnown && copy !== null && isUntouched(copy)) {
    // Minting a post without a word lets it go.
    mint(desk, post);
    return { title };
  }
  const head = isKnown ? (mintIfPossible(desk, post) ?? status.head) : null;
  db.transaction(() => {
    if (head !== null)
      enqueue(desk, post, 'post.bin', { post, revision: head }, [lastSaveOf(mutationsOfPost(db, post))]);
    if (hasWorking(db, post))
      db.prepare('INSERT OR REPLACE INTO bin_here (post, at) VALUES (?, ?)').run(post, desk.now().toISOString());
    projectPost(desk, post);
  })();
  desk.tell('posts.changed', { posts: [post] });
  return { title };
}

function titleOf(db: Desk['db'], post: string): string {
  return db.prepare<[string], { title: string }>('SELECT title FROM post WHERE id = ?').get(post)?.title ?? '';
}

/** Takes a draft out of the bin, with all its versions and words. */
export function restoreFromBin(desk: Desk, post: string): void {
  const { db } = desk;
  const { status, state } = standing(desk, post);
  if (state !== 'inBin' && state !== 'inBinHere') return;
  db.transaction(() => {
    takeOutOfBin(desk, post, status);
    projectPost(desk, post);
  })();
  desk.tell('posts.changed', { posts: [post] });
}

/** Destroys a draft in the bin that is on this computer alone. Nothing that the portal may know is ever destroyed here. */
export function eraseFromBin(desk: Desk, post: string): void {
  const { db } = desk;
  const { state } = standing(desk, post);
  if (state !== 'inBinHere') throw new AppError('denied', { reason: 'not_erasable' });
  db.transaction(() => {
    endWorking(db, post);
    db.prepare('DELETE FROM bin_here WHERE post = ?').run(post);
    dropPost(db, post);
  })();
  desk.tell('posts.changed', { posts: [post] });
}

/** Goes back from a draft to the live page it was written over; tells where the words are that were dropped. */
export function dropDraft(
  desk: Desk,
  post: string,
  titleOfCopy: (original: string) => string,
): Output<'bin.dropDraft'> {
  const { status, state } = standing(desk, post);
  const { live } = status;
  if (state !== 'mayDrop' || live === null) throw new AppError('denied', { reason: 'not_binnable' });
  const dropped = mintIfPossible(desk, post);
  const { aside } = restoreVersion(desk, post, live, titleOfCopy);
  return { dropped, aside };
}

function standing(desk: Desk, post: string): { status: PostStatus; rows: readonly MutationRow[]; state: BinState } {
  const rows = mutationsOfPost(desk.db, post);
  if (rows.length === 0 && readWorking(desk.db, post) === null) throw new AppError('post_not_found');
  const status = statusFrom(desk, rows);
  return { status, rows, state: binStateOf(desk, post, status, rows) };
}
