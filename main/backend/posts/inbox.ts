import type { InboxEntry } from '../../../shared/contract/index.ts';
import type { Desk } from './desk.ts';
import { projectPost } from './project.ts';

interface UnseenRow {
  readonly id: string;
  readonly post: string;
  readonly title: string | null;
  readonly name: string;
  readonly outcome: 'superseded' | 'refused';
  readonly code: string | null;
  readonly received_at: string | null;
  readonly at: string;
}

/** What the portal decided against this person's actions and they have not seen yet, newest first. */
export function unseenVerdicts(desk: Desk): InboxEntry[] {
  return desk.db
    .prepare<[], UnseenRow>(
      `SELECT mutation.id, mutation.post, post.title, mutation.name, mutation.outcome, mutation.code,
              mutation.received_at, mutation.at
       FROM mutation LEFT JOIN post ON post.id = mutation.post WHERE mutation.is_seen = 0 ORDER BY mutation.place DESC`,
    )
    .all()
    .map((row) => ({
      mutation: row.id,
      post: row.post,
      title: row.title ?? '',
      name: row.name,
      outcome: row.outcome,
      code: row.code ?? 'unknown',
      receivedAt: row.received_at ?? row.at,
    }));
}

/** Marks a verdict as seen: its post no longer says "look again" for it. */
export function markSeen(desk: Desk, mutation: string): void {
  const row = desk.db.prepare<[string], { post: string }>('SELECT post FROM mutation WHERE id = ?').get(mutation);
  if (row === undefined) return;
  desk.db.transaction(() => {
    desk.db.prepare('UPDATE mutation SET is_seen = 1 WHERE id = ?').run(mutation);
    projectPost(desk, row.post);
  })();
  desk.tell('posts.changed', { posts: [row.post] });
  desk.tell('inbox.changed', { unseen: unseenVerdicts(desk).length });
}
