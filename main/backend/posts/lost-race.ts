import { commonAncestry, mergeRevisions, type Revision } from '../../../shared/content/index.ts';
import type { Store } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { lastSaveOf, type MutationRow, mutationsOfPost } from './events.ts';
import { enqueue } from './outbox.ts';
import { projectPost, statusFrom } from './project.ts';
import { wantText } from './revision-lines.ts';
import { addRevision, hasRevision, isMadeFrom, isReadable, parentsOf, readRevision } from './revisions.ts';
import { addSecondHead, dropMergedHeads, dropSecondHead, secondHeadsOf } from './second-heads.ts';

/**
 * What became of a text beside the one the portal goes on from: it is `merged` into it, it is `kept` beside it, or it
 * is `not_ours`: this person does not write the post.
 */
export type HeadFate = 'merged' | 'kept' | 'not_ours';

/**
 * Lays a text that lost a race together with the head it lost to (design 4). Where nothing in the two is a person's to
 * decide, the merge goes into the outbox; otherwise the text is kept as a second head until a person has decided. Call
 * it in the transaction that takes in the verdict. A working copy goes on from the text its writer sees; its own save
 * is laid together in turn.
 */
export function settleHead(desk: Desk, post: string, lost: string): HeadFate {
  const { db } = desk;
  const rows = mutationsOfPost(db, post);
  const { head, owner } = statusFrom(desk, rows);
  if (head === null || owner !== desk.me().id) return 'not_ours';
  const fate = layTogether(desk, { post, lost, head, rows });
  if (fate === 'merged') markMerged(desk, rows);
  projectPost(desk, post);
  return fate;
}

/**
 * Goes on from what is left of a text that the portal turns down for ever, because one that it was made from was erased:
 * from what its person wrote, never by the same merge again. Call it as {@link settleHead}.
 */
export function settleRest(desk: Desk, post: string, lost: string): HeadFate {
  const { db } = desk;
  const rows = mutationsOfPost(db, post);
  const { head, owner } = statusFrom(desk, rows);
  if (head === null || owner !== desk.me().id) return 'not_ours';
  const fates = writtenIn(db, lost, head).map((text) =>
    layTogether(desk, { post, lost: text, head, rows, isRest: true }),
  );
  const isMerged = fates.every((fate) => fate === 'merged');
  if (isMerged) markMerged(desk, rows, lost);
  projectPost(desk, post);
  return isMerged ? 'merged' : 'kept';
}

/** A text that somebody wrote; of a merge of nobody those it was made from that are not in the head already. */
function writtenIn(db: Store, text: string, head: string): string[] {
  if (isMadeFrom(db, head, text)) return [];
  if (readRevision(db, text)?.author !== null) return [text];
  return parentsOf(db, text).flatMap((parent) => writtenIn(db, parent, head));
}

/** Settles what waited for the text that won, and lets go of what the post's own text has come to contain. */
export function settleHeadsOf(desk: Desk, post: string): void {
  const waiting = secondHeadsOf(desk.db, post);
  if (waiting.length === 0) return;
  const rows = mutationsOfPost(desk.db, post);
  const { head } = statusFrom(desk, rows);
  if (head !== null && waiting.some(({ revision }) => isMadeFrom(desk.db, head, revision))) {
    dropMergedHeads(desk.db, post, head);
    markMerged(desk, rows);
  }
  // Beside an erased text there is nothing left to decide.
  const isErased = head !== null && isErasedHere(desk.db, head);
  for (const { revision, isOpen } of secondHeadsOf(desk.db, post))
    if (!isOpen || isErased || isErasedHere(desk.db, revision)) settleHead(desk, post, revision);
}

interface Apart {
  readonly post: string;
  readonly lost: string;
  readonly head: string;
  readonly rows: readonly MutationRow[];
  /** Laid together before, with a text that was erased since. */
  readonly isRest?: boolean;
}

function layTogether(desk: Desk, { post, lost, head, rows, isRest = false }: Apart): HeadFate {
  const { db } = desk;
  const keep = (isOpen: boolean): HeadFate => {
    addSecondHead(db, post, lost, isOpen);
    return 'kept';
  };
  const mine = readRevision(db, lost);
  if (isErasedHere(db, lost)) {
    dropSecondHead(db, post, lost);
    return 'kept';
  }
  if (mine === null || !hasRevision(db, head)) return keep(false);
  const ancestry = commonAncestry(lost, head, (revision) => parentsOf(db, revision));
  const isOnHead = ancestry.kind === 'same_line' && ancestry.newest === lost;
  if (mine.author === desk.me().id && (isErasedHere(db, head) || (isRest && isOnHead))) {
    saveOver(desk, { post, lost, head, rows }, mine);
    return 'merged';
  }
  if (ancestry.kind === 'same_line' && ancestry.newest === head) {
    dropMergedHeads(db, post, head);
    return 'merged';
  }
  // The text it lost to is still on its way here.
  if (ancestry.kind === 'same_line') return keep(false);
  // The text both were made from stayed at the portal when this computer first read it.
  if (ancestry.nearest.length === 1 && ancestry.nearest.some((base) => wantText(db, base))) return keep(false);
  const theirs = readRevision(db, head);
  const merged = theirs === null ? null : mergeRevisions(baseOf(desk, ancestry.nearest), mine, theirs).revision;
  if (merged === null || isRest) return keep(true);
  const revision = addRevision(db, merged);
  enqueue(desk, post, 'post.save', { post, revision, base: head }, [lastSaveOf(rows)]);
  dropSecondHead(db, post, lost);
  return 'merged';
}

/** The person's own words go on from the head as they are: of the head, or of what they were made from, none are left. */
function saveOver(desk: Desk, { post, lost, head, rows }: Apart, mine: Revision): void {
  const made = { author: desk.me().id, device: desk.device.id, createdAt: desk.now().toISOString() };
  const revision = addRevision(desk.db, { ...mine, ...made, parents: [head, lost] });
  enqueue(desk, post, 'post.save', { post, revision, base: head }, [lastSaveOf(rows)]);
  dropSecondHead(desk.db, post, lost);
}

function isErasedHere(db: Store, id: string): boolean {
  return hasRevision(db, id) && !isReadable(db, id);
}

/** Nothing is left for the person to look at in saves whose words are in the post now, or of a merge that was `replaced`. */
export function markMerged(desk: Desk, before: readonly MutationRow[], replaced: string | null = null): void {
  const { db } = desk;
  const unseen = before.filter((row) => row.name === 'post.save' && row.is_seen === 0);
  const [first] = unseen;
  if (first === undefined) return;
  const { head } = statusFrom(desk, mutationsOfPost(db, first.post));
  for (const row of unseen) {
    const { args } = JSON.parse(row.words) as { args: { revision: string } };
    if (head !== null && (args.revision === replaced || isMadeFrom(db, head, args.revision)))
      db.prepare('UPDATE mutation SET is_seen = 1 WHERE id = ?').run(row.id);
  }
}

/** The one nearest common ancestor; `null` where there is none, several, or its text is not on this computer. */
export function baseOf({ db }: Desk, nearest: readonly string[]): Revision | null {
  const [base] = nearest;
  return base === undefined || nearest.length > 1 ? null : readRevision(db, base);
}
