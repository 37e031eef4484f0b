import type { SyncReply } from '../../../shared/sync/index.ts';
import { takeInHead } from '../audit/index.ts';
import type { MediaShelf } from '../media/index.ts';
import {
  addRevision,
  type Desk,
  notePortalClock,
  projectNewDay,
  projectPost,
  projectUnderWay,
  settleHead,
  settleHeadsOf,
} from '../posts/index.ts';
import { decodeRevision } from './codec.ts';
import { offerErasures } from './erasures.ts';
import { nothingGathered, takeInLine } from './feed-line.ts';
import { noteFirstSync } from './first-sync.ts';
import { noteQuota } from './quota.ts';
import { moveWholeToAsk, writeCursor } from './request.ts';
import { noticeRestored, offerAgain } from './restored.ts';
import { setLineAside } from './set-aside.ts';
import { settleLost, takeVerdicts } from './verdicts.ts';

/** What taking in a reply came to. */
export interface Applied {
  readonly posts: string[];
  /** Verdicts against this person. */
  readonly against: number;
  /** Mutations that need not be asked again as they were. */
  readonly settled: number;
  /** What the window shows of the unit has changed. */
  readonly hasNewLook: boolean;
}

/**
 * Takes in one reply: verdicts, changes, wanted pictures, the cursor, and what became of text that lost, in one
 * transaction, so that a power cut leaves all of it or none.
 *
 * @param asked revisions that the request wanted whole.
 * @param titleOfCopy names the draft made from text of a post that is not this person's to write any more.
 * @throws AppError `audit_broken` when the portal's log lacks what is kept here: nothing of the reply is taken in.
 * A line this version cannot read, or that the portal's key or a hash does not bear out, is set aside: it does not keep
 * the others out, and all is read again once a version comes that may read it.
 */
export function applyReply(
  desk: Desk,
  shelf: MediaShelf,
  reply: SyncReply,
  titleOfCopy: (original: string) => string,
  asked: readonly string[] = [],
): Applied {
  const { db } = desk;
  return db.transaction(() => {
    takeInHead(db, desk.portal, reply);
    notePortalClock(desk, reply.now);
    if (noticeRestored(desk, reply.cursor)) offerErasures(desk);
    const gathered = nothingGathered();
    const { posts } = gathered;
    const taken = takeVerdicts(desk, reply.verdicts, posts);
    for (const encoded of reply.whole ?? []) {
      const revision = decodeRevision(encoded, () => null);
      if (revision === null || revision === 'no_base') continue;
      addRevision(db, revision);
      posts.add(revision.post);
    }
    // The newest posts, out of turn: a line that cannot be read is told when it comes in its place.
    for (const line of reply.recent ?? []) takeInLine(desk, shelf, line, gathered);
    gathered.characters = 0;
    for (const line of reply.changes) if (!takeInLine(desk, shelf, line, gathered)) setLineAside(db);
    for (const post of moveWholeToAsk(desk, gathered.baseless, asked)) posts.add(post);
    shelf.setWanted(reply.wantedMedia);
    writeCursor(desk, reply.cursor);
    noteQuota(db, reply.quota ?? null);
    noteFirstSync(desk, reply, gathered.characters);
    if (!reply.more) for (const post of offerAgain(desk)) posts.add(post);
    for (const post of posts) projectPost(desk, post);
    projectNewDay(desk);
    if (gathered.hasNewTurns) projectUnderWay(desk);
    for (const { post, revision } of gathered.heads) settleHead(desk, post, revision);
    const against = taken.against - settleLost(desk, taken.lost, titleOfCopy) + gathered.aside;
    for (const post of posts) settleHeadsOf(desk, post);
    return { posts: [...posts], against, settled: taken.settled, hasNewLook: gathered.hasNewLook };
  })();
}
