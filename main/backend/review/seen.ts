import type { Output } from '../../../shared/contract/index.ts';
import { type Desk, statusOf } from '../posts/index.ts';

/** The text of a post that the person looked at last on this computer, and the one readers see. */
export function readBefore(desk: Desk, post: string): Output<'review.before'> {
  const row = desk.db
    .prepare<[string], { revision: string }>('SELECT revision FROM seen_text WHERE post = ?')
    .get(post);
  return { seen: row?.revision ?? null, live: statusOf(desk, post).live };
}

/** Notes which text the person has looked at. */
export function noteSeen({ db, now }: Desk, post: string, revision: string): void {
  db.prepare(
    `INSERT INTO seen_text (post, revision, at) VALUES (?, ?, ?)
     ON CONFLICT (post) DO UPDATE SET revision = excluded.revision, at = excluded.at`,
  ).run(post, revision, now().toISOString());
}
