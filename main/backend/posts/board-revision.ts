import type { PostStatus } from '../../../shared/workflow/index.ts';
import { eventOf, type MutationRow } from './events.ts';

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
