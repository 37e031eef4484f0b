import type { PostStatus } from '../../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { lastSaveOf, mutationsOfPost } from './events.ts';
import { enqueue } from './outbox.ts';

/** Whether a post lies in the bin: what waits there is neither minted nor sent. */
export function isBinnedPost(db: Store, post: string): boolean {
  return db.prepare('SELECT 1 FROM post WHERE id = ? AND is_binned = 1').get(post) !== undefined;
}

/** Takes a post out of the bin, within the transaction of whatever brings it back. */
export function takeOutOfBin(desk: Desk, post: string, { isBinned, head }: PostStatus): void {
  const { db } = desk;
  db.prepare('DELETE FROM bin_here WHERE post = ?').run(post);
  if (!isBinned || head === null) return;
  enqueue(desk, post, 'post.restore', { post, revision: head }, [lastSaveOf(mutationsOfPost(db, post))]);
}
