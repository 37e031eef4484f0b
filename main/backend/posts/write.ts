import { AppError, type Input } from '../../../shared/contract/index.ts';
import type { Desk } from './desk.ts';
import { isWritable, projectFields, projectRow, statusOf } from './project.ts';
import { newestRevisionOf, readRevision } from './revisions.ts';
import { hasWorking, readWorking, startWorking, writeWorking } from './working.ts';

/**
 * Journals one step of typing: on disk (fsync) when it returns. A post without a working copy gets one from its head.
 *
 * @returns the journal number of the step.
 * @throws AppError `read_only` when the person may not write it now, `post_not_found` for another person's.
 */
export function writeDraft(desk: Desk, step: Input<'draft.write'>): number {
  const { db } = desk;
  const at = desk.now().toISOString();
  const isFirst = !hasWorking(db, step.post);
  const journal = db.transaction(() => {
    if (isFirst) {
      const status = statusOf(desk, step.post);
      if (!isWritable(desk, status)) throw new AppError('read_only');
      if (status.head !== null) startWorking(db, step.post, status.head, at);
      else startAgain(desk, step.post, at);
    }
    const { fields, order, blocks } = step;
    const written = writeWorking(
      db,
      step.post,
      { fields: fields as Parameters<typeof writeWorking>[2]['fields'], order, blocks },
      at,
    );
    if (isFirst) projectRow(desk, step.post);
    else if (fields !== null) {
      const copy = readWorking(db, step.post);
      if (copy !== null) projectFields(db, step.post, copy.fields, at);
    }
    return written;
  })();
  if (isFirst || step.fields !== null) desk.tell('posts.changed', { posts: [step.post] });
  return journal;
}

/**
 * A post without a head is one the portal does not have: new and dropped again because nobody had written in it while
 * a window still shows it, or refused. Writing in it goes on from what this computer has of it.
 */
function startAgain({ db, me }: Desk, post: string, at: string): void {
  const newest = newestRevisionOf(db, post);
  const revision = newest === null ? null : readRevision(db, newest);
  if (revision !== null && revision.author !== me().id) throw new AppError('post_not_found');
  startWorking(db, post, null, at, revision ?? undefined);
}
