import { REMARK_ACTS } from '../../../shared/workflow/index.ts';
import { ERASED_TEXT } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { dropPost, projectPost } from './project.ts';
import { erasedLine } from './revision-lines.ts';

/**
 * Drops a post that this person may not see any more: other people's texts and acts. What they made themselves stays, so
 * does what is being written and what waits to be sent (design 7). Call it in a transaction.
 */
export function dropHidden(desk: Desk, post: string): void {
  const { db } = desk;
  const me = desk.me().id;
  db.prepare('DELETE FROM revision WHERE post = ? AND author IS NOT ?').run(post, me);
  db.prepare('DELETE FROM revision_line WHERE post = ? AND author IS NOT ?').run(post, me);
  db.prepare("DELETE FROM mutation WHERE post = ? AND person IS NOT ? AND outcome NOT IN ('pending', 'sent')").run(
    post,
    me,
  );
  const own = db.prepare<[string, string, string], object>(
    `SELECT 1 FROM revision WHERE post = ? UNION ALL SELECT 1 FROM mutation WHERE post = ?
     UNION ALL SELECT 1 FROM working WHERE post = ? LIMIT 1`,
  );
  if (own.get(post, post, post) === undefined) dropPost(db, post);
  else projectPost(desk, post);
  desk.tell('posts.changed', { posts: [post] });
}

/** Drops the text of a revision that was erased, and what was said about it. Its id, parents and author stay; lists and search lose its words. Returns its post, where it is known. */
export function dropErasedText(desk: Desk, revision: string): string | null {
  const { db } = desk;
  erasedLine(db, revision);
  const row = db
    .prepare<[string, string], { post: string }>('UPDATE revision SET canonical = ? WHERE id = ? RETURNING post')
    .get(ERASED_TEXT, revision);
  // What was said about it may repeat it: that goes too, wherever it waits.
  const remarks = db
    .prepare<unknown[], { post: string }>(
      `DELETE FROM mutation WHERE name IN (${REMARK_ACTS.map(() => '?').join(', ')})
       AND json_extract(words, '$.args.revision') = ? RETURNING post`,
    )
    .all(...REMARK_ACTS, revision);
  const post = row?.post ?? remarks[0]?.post;
  if (post === undefined) return null;
  projectPost(desk, post);
  // What was taken out of the search stays in its segments until they are laid together.
  db.prepare("INSERT INTO post_search (post_search) VALUES ('optimize')").run();
  desk.tell('posts.changed', { posts: [post] });
  return post;
}
