import { quoteAt } from '../../../shared/content/index.ts';
import { AppError, type Input } from '../../../shared/contract/index.ts';
import { foldThreads, type Thread } from '../../../shared/workflow/index.ts';
import {
  type Desk,
  enqueue,
  eventOf,
  isBoardRevision,
  mutationsOfPost,
  projectPost,
  readRevision,
  statusOf,
  submissionOf,
} from '../posts/index.ts';
import { keepRemark } from './kept.ts';

/**
 * Says something about a revision, or answers a thread: written to the outbox, shown at once.
 * @throws AppError `post_not_found` for a text or a thread that is not here, `denied` for a text that the board does
 * not see or a place that it has not, `reason_needed` when nothing is said.
 */
export function addRemark(desk: Desk, wanted: Input<'remarks.add'>): void {
  const { post, anchor, wording, mentions } = wanted;
  const text = wanted.text.normalize('NFC');
  if (text === '' && wording === null) throw new AppError('reason_needed');
  const rows = mutationsOfPost(desk.db, post);
  const thread = wanted.thread === null ? null : threadOf(desk, post, wanted.thread);
  const revision = thread?.revision ?? wanted.revision;
  const content = revision === null ? null : readRevision(desk.db, revision);
  if (revision === null || content === null || content.post !== post) throw new AppError('post_not_found');
  if (!isBoardRevision(rows, revision)) throw new AppError('denied', { reason: 'not_submitted' });
  if (anchor !== null && quoteAt(content, anchor) === null) throw new AppError('changed_meanwhile');
  const args = {
    ...{ post, revision, text, thread: thread?.id, anchor: anchor ?? undefined },
    wording: wording?.normalize('NFC'),
    mentions: mentions.length === 0 ? undefined : mentions,
  };
  write(desk, post, () => {
    const after = thread === null ? [submissionOf(rows, revision)] : [thread.id, thread.last];
    enqueue(desk, post, 'post.comment', args, after);
    keepRemark(desk.db, { post, place: thread === null ? 'new' : `reply:${thread.id}`, words: null });
  });
}

/**
 * Closes a thread or opens it again; the author answers a proposed wording so.
 * @throws AppError `post_not_found`; `denied` when somebody else answers, `reason_needed` for a refusal without a word.
 */
export function resolveThread(
  desk: Desk,
  { post, thread: id, isResolved, answer, note }: Input<'remarks.resolve'>,
): void {
  const thread = threadOf(desk, post, id);
  if (answer !== null) {
    if (thread.wording === null) throw new AppError('post_not_found');
    if (statusOf(desk, post).owner !== desk.me().id) throw new AppError('denied', { reason: 'not_owner' });
    if (answer === 'declined' && note === '') throw new AppError('reason_needed');
  }
  const words = note === '' ? {} : { note: note.normalize('NFC') };
  const args = { post, revision: thread.revision, thread: id, isResolved, answer: answer ?? undefined, ...words };
  write(desk, post, () => {
    enqueue(desk, post, 'post.resolveComment', args, [thread.id, thread.last]);
    if (answer === 'declined') keepRemark(desk.db, { post, place: `decline:${id}`, words: null });
  });
}

function threadOf(desk: Desk, post: string, id: string): Thread {
  const events = mutationsOfPost(desk.db, post).flatMap((row) => eventOf(row) ?? []);
  const thread = foldThreads(events).find((one) => one.id === id);
  if (thread === undefined) throw new AppError('post_not_found');
  return thread;
}

function write(desk: Desk, post: string, say: () => void): void {
  desk.db.transaction(() => {
    say();
    projectPost(desk, post);
  })();
  desk.tell('posts.changed', { posts: [post] });
}
