import type { PostStatus } from '../../../shared/workflow/index.ts';
import type { Desk } from './desk.ts';
import { eventOf, type MutationRow } from './events.ts';
import { newestRevisionOf } from './revisions.ts';

/** The mutation that laid a revision before the board, or made it public; `null` for one that only its author sees. */
export function submissionOf(rows: readonly MutationRow[], revision: string): string | null {
  const laid = rows.findLast((row) => {
    const action = eventOf(row)?.action;
    return (action?.name === 'post.submit' || action?.name === 'post.publish') && action.args.revision === revision;
  });
  return laid?.id ?? null;
}

/** Whether the whole board sees a revision: remarks are made on such. */
export function isBoardRevision(rows: readonly MutationRow[], revision: string): boolean {
  return submissionOf(rows, revision) !== null;
}

/** The newest revision that the board sees: what is under review or came back, else what is live; `null` before. */
export function boardRevisionOf(rows: readonly MutationRow[], { submitted, live }: PostStatus): string | null {
  if (submitted !== null) return submitted;
  if (live !== null) return live;
  const newest = rows.findLast((row) => eventOf(row)?.action.name === 'post.submit');
  return newest === undefined ? null : (eventOf(newest)?.action.args.revision ?? null);
}

/**
 * The revision that a person who is not writing should read: what is under review, else live, else of another's post what
 * the board saw last. A newer one may have come by a bundle and been turned down since: that is its author's alone.
 */
export function readableRevision(
  desk: Desk,
  post: string,
  status: PostStatus,
  rows: readonly MutationRow[],
): string | null {
  const isAnothers = status.owner !== null && status.owner !== desk.me().id;
  return (
    (isAnothers ? boardRevisionOf(rows, status) : (status.submitted ?? status.live)) ?? newestRevisionOf(desk.db, post)
  );
}
