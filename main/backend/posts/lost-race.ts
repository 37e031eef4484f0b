import { commonAncestry, mergeRevisions, type Revision } from '../../../shared/content/index.ts';
import type { Desk } from './desk.ts';
import { lastSaveOf, mutationsOfPost } from './events.ts';
import { enqueue } from './outbox.ts';
import { projectPost, statusFrom } from './project.ts';
import { addRevision, parentsOf, readRevision } from './revisions.ts';

/**
 * Merges text that lost a race into the head it lost to, when nothing in the two is a person's to decide (design 4), and
 * puts the merge into the outbox. Call it in the transaction that takes in the verdict. A working copy goes on from the
 * text its writer sees; its own save is merged in the same way.
 *
 * @returns whether the lost text is in the post now; `false` leaves everything as it was.
 */
export function mergeLostSave(desk: Desk, lost: string): boolean {
  const { db } = desk;
  const mine = readRevision(db, lost);
  if (mine === null) return false;
  const rows = mutationsOfPost(db, mine.post);
  const { head, owner } = statusFrom(desk, rows);
  const theirs = head === null ? null : readRevision(db, head);
  if (head === null || theirs === null || owner !== desk.me().id) return false;
  const ancestry = commonAncestry(lost, head, (revision) => parentsOf(db, revision));
  if (ancestry.kind === 'same_line') return ancestry.newest === head;
  const merged = mergeRevisions(baseOf(desk, ancestry.nearest), mine, theirs).revision;
  if (merged === null) return false;
  const revision = addRevision(db, merged);
  enqueue(desk, mine.post, 'post.save', { post: mine.post, revision, base: head }, [lastSaveOf(rows)]);
  projectPost(desk, mine.post);
  return true;
}

/** The one nearest common ancestor; `null` where there is none, several, or its text is not on this computer. */
function baseOf({ db }: Desk, nearest: readonly string[]): Revision | null {
  const [base] = nearest;
  return base === undefined || nearest.length > 1 ? null : readRevision(db, base);
}
