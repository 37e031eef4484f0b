import { z } from 'zod';
import {
  type Change,
  changeSchema,
  isErasureSignedBy,
  isMutationSignedBy,
  type SyncReply,
  type Verdict,
} from '../../../shared/sync/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { takeInHead } from '../audit/index.ts';
import { isAwaited, settleSealed, wantDevice } from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import {
  addRevision,
  copyAsNewDraft,
  type Desk,
  dropHidden,
  isReadable,
  notePortalClock,
  noteUnreadAct,
  projectPost,
  projectUnderWay,
  readCanonical,
  settleHead,
  settleHeadsOf,
  takeReadableActs,
} from '../posts/index.ts';
import { checksum, readSetting, writeSetting } from '../store/index.ts';
import { decodeRevision } from './codec.ts';
import { offerErasures, takeErasure } from './erasures.ts';
import { noteFirstSync } from './first-sync.ts';
import { moveWholeToAsk, writeCursor } from './request.ts';
import { noticeRestored, offerAgain } from './restored.ts';

/** The newest text of a post that the portal turned down in this reply. */
interface Lost {
  readonly revision: string;
  /** The portal goes on from another text: this one, and what was built on it, lost a race. */
  readonly isRace: boolean;
  /** How many saves were turned down. */
  readonly saves: number;
}

/** A text that lost a race, maybe on another computer of this person. */
type Head = Extract<Change, { kind: 'head' }>;

interface ToDecide {
  readonly post: string;
  readonly name: string;
  readonly words: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly device: string;
  readonly person: string | null;
}

/** What taking in a reply came to. */
export interface Applied {
  readonly posts: string[];
  /** Verdicts against this person. */
  readonly against: number;
  /** Mutations that need not be asked again as they were. */
  readonly settled: number;
  /** This device's line forked. */
  readonly isForked: boolean;
}

const RACE_CODES: readonly string[] = ['head_moved', 'not_yours'];

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
  const touched = new Set<string>();
  let hasNewTurns = false;
  let aside = 0;
  return db.transaction(() => {
    takeInHead(db, desk.portal, reply);
    notePortalClock(desk, reply.now);
    if (noticeRestored(desk, reply.cursor)) offerErasures(desk);
    const taken = takeVerdicts(desk, reply.verdicts, touched);
    const baseless: string[] = [];
    const heads: Head[] = [];
    for (const encoded of reply.whole ?? []) {
      const revision = decodeRevision(encoded, () => null);
      if (revision === null || revision === 'no_base') continue;
      addRevision(db, revision);
      touched.add(revision.post);
    }
    let received = 0;
    // The newest posts, out of turn: a line that cannot be read is told when it comes in its place.
    for (const line of reply.recent ?? []) {
      const change = changeSchema.safeParse(line);
      const post = change.success ? takeIn(desk, shelf, change.data, baseless, heads) : null;
      if (typeof post === 'string') touched.add(post);
      else if (post === TURNS) hasNewTurns = true;
    }
    for (const line of reply.changes) {
      const change = changeSchema.safeParse(line);
      const post = change.success ? takeIn(desk, shelf, change.data, baseless, heads) : UNREADABLE;
      if (change.success && change.data.kind === 'revision') received += lengthOf(db, change.data.revision.id);
      if (post === UNREADABLE) writeSetting(db, SET_ASIDE, READER_VERSION);
      else if (post === TURNS) hasNewTurns = true;
      else if (post === ASIDE) aside += 1;
      else if (post !== null) touched.add(post);
    }
    moveWholeToAsk(desk, baseless, asked);
    shelf.setWanted(reply.wantedMedia);
    writeCursor(desk, reply.cursor);
    noteFirstSync(desk, reply, received);
    if (!reply.more) for (const post of offerAgain(desk)) touched.add(post);
    for (const post of touched) projectPost(desk, post);
    if (hasNewTurns || isNewDay(desk)) projectUnderWay(desk);
    for (const { post, revision } of heads) settleHead(desk, post, revision);
    const against = taken.against - settleLost(desk, taken.lost, titleOfCopy) + aside;
    for (const post of touched) settleHeadsOf(desk, post);
    return { posts: [...touched], against, settled: taken.settled, isForked: taken.isForked };
  })();
}

/** What verdicts came to. */
interface Taken {
  readonly lost: ReadonlyMap<string, Lost>;
  readonly against: number;
  readonly settled: number;
  readonly isForked: boolean;
}

/**
 * Takes in verdicts that came without a reply: signed by the portal, brought by somebody else.
 * @returns the posts they are about, and how many are against this person.
 */
export function applyVerdicts(
  desk: Desk,
  verdicts: readonly Verdict[],
  titleOfCopy: (original: string) => string,
): Pick<Applied, 'posts' | 'against'> {
  const touched = new Set<string>();
  return desk.db.transaction(() => {
    const taken = takeVerdicts(desk, verdicts, touched);
    for (const post of touched) projectPost(desk, post);
    const against = taken.against - settleLost(desk, taken.lost, titleOfCopy);
    return { posts: [...touched], against };
  })();
}

/** Call inside a transaction. The posts they are about are added to `touched`. */
function takeVerdicts(desk: Desk, verdicts: readonly Verdict[], touched: Set<string>): Taken {
  const { db } = desk;
  const lost = new Map<string, Lost>();
  let against = 0;
  let settled = 0;
  let isForked = false;
  for (const verdict of verdicts) {
    const row = db
      .prepare<[string], ToDecide>('SELECT post, name, words, outcome, code, device, person FROM mutation WHERE id = ?')
      .get(verdict.mutation);
    if (row === undefined && settleSealed(db, verdict)) settled += 1;
    if (row === undefined || (row.outcome !== 'pending' && row.outcome !== 'sent')) continue;
    // Brought back for a device that a restored portal does not know yet: it may know it again. One that came by a
    // bundle was certified once: its device was revoked.
    const isOthers = row.device !== desk.device.id && !isAwaited(db, verdict.mutation);
    if (verdict.code === 'unknown_device' && isOthers) continue;
    settled += 1;
    if (verdict.outcome === 'forked' && row.code !== verdict.code) {
      // Another line's own computer starts anew; ours does, once for each way to fork.
      if (row.device === desk.device.id) isForked = true;
      db.prepare('UPDATE mutation SET code = ? WHERE id = ?').run(verdict.code, verdict.mutation);
      continue;
    }
    // Forked in the same way under a new line: no line will do, and the words stay here for the person to see.
    const outcome = verdict.outcome === 'forked' ? 'refused' : verdict.outcome;
    const isAgainst = outcome !== 'accepted' && row.person === desk.me().id;
    if (isAgainst) against += 1;
    db.prepare(
      `UPDATE mutation SET outcome = ?, code = ?, received_at = ?, is_seen = ?, number = coalesce(?, number),
       contributors = coalesce(?, contributors) WHERE id = ?`,
    ).run(
      outcome,
      verdict.code,
      verdict.receivedAt,
      isAgainst ? 0 : 1,
      verdict.number ?? null,
      verdict.contributors === undefined ? null : JSON.stringify(verdict.contributors),
      verdict.mutation,
    );
    touched.add(row.post);
    if (isAgainst && row.name === 'post.save') {
      const words = JSON.parse(row.words) as { args: { revision: string } };
      const isRace = RACE_CODES.includes(verdict.code) || lost.get(row.post)?.isRace === true;
      const saves = (lost.get(row.post)?.saves ?? 0) + 1;
      lost.set(row.post, { revision: words.args.revision, isRace, saves });
    }
  }
  return { lost, against, settled, isForked };
}

/** Merges, keeps or sets aside text that lost. Returns how many verdicts against this person that settles. */
function settleLost(desk: Desk, lost: ReadonlyMap<string, Lost>, titleOfCopy: (original: string) => string): number {
  let merged = 0;
  for (const [post, { revision, isRace, saves }] of lost) {
    const fate = settleHead(desk, post, revision);
    if (fate === 'merged') merged += saves;
    if (fate === 'not_ours' && (isRace || isOnPortal(desk, post))) copyAsNewDraft(desk, revision, titleOfCopy);
  }
  return merged;
}

/** Whether this is the first reply of a day in Vietnam: rules begin, and roles held for others begin and end, with days. */
function isNewDay({ db, now }: Desk): boolean {
  const day = dayInVietnam(now().toISOString());
  if (readSetting(db, DAY_OF_TURNS, z.string()) === day) return false;
  writeSetting(db, DAY_OF_TURNS, day);
  return true;
}

const DAY_OF_TURNS = 'dayOfTurns';

/**
 * Whether the portal ever took a save of the post, and so shows another text than one it turned down. Text of a post it
 * never took stays where it is: a copy would be turned down for the same reason, and copied again at each sync.
 */
function isOnPortal({ db }: Desk, post: string): boolean {
  const save = "SELECT 1 FROM mutation WHERE post = ? AND name = 'post.save' AND outcome = 'accepted'";
  return db.prepare(save).get(post) !== undefined;
}

/** Characters of a text that came, counted as the portal counts what is to come. */
function lengthOf(db: Desk['db'], revision: string): number {
  const row = db
    .prepare<[string], { length: number }>('SELECT length(canonical) AS length FROM revision WHERE id = ?')
    .get(revision);
  return row?.length ?? 0;
}

/** Raised whenever this program learns to read more lines of the feed. */
const READER_VERSION = 5;
const SET_ASIDE = 'linesSetAsideBy';
const UNREADABLE = Symbol('unreadable');
/** Whose turn it is may have changed, in any post. */
const TURNS = Symbol('turns');
/** Text of this person was laid aside, for them to see. */
const ASIDE = Symbol('aside');

/** Whether lines of the feed wait for a version that can read them. */
export function hasSetAside(desk: Desk): boolean {
  return readSetting(desk.db, SET_ASIDE, z.int()) !== null;
}

/** After an upgrade: replays acts that an older version kept unread, and reads the feed again if it had to set lines aside. */
export function rereadWhatWasSetAside(desk: Desk): void {
  desk.db.transaction(() => {
    for (const post of takeReadableActs(desk.db)) projectPost(desk, post);
  })();
  const by = readSetting(desk.db, SET_ASIDE, z.int());
  if (by === null || by >= READER_VERSION) return;
  desk.db.transaction(() => {
    desk.db.prepare("DELETE FROM setting WHERE key IN ('cursor', ?)").run(SET_ASIDE);
  })();
}

type TakenIn = string | null | typeof UNREADABLE | typeof TURNS | typeof ASIDE;

/** Takes in one line of the feed; returns the post it touched, or what else it means. */
function takeIn(desk: Desk, shelf: MediaShelf, change: Change, baseless: string[], heads: Head[]): TakenIn {
  const { db } = desk;
  switch (change.kind) {
    case 'member': {
      const { id, name, title, roles, deputies = [] } = change.member;
      db.prepare(
        `INSERT INTO member (id, name, title, roles, deputies) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title, roles = excluded.roles,
           deputies = excluded.deputies`,
      ).run(id, name, title, JSON.stringify(roles), JSON.stringify(deputies));
      return id === desk.me().id ? TURNS : null;
    }
    case 'rules':
      desk.rulesBook.take(change.rules, change.number);
      return TURNS;
    case 'set_aside': {
      const revision = decodeRevision(change.revision, () => null);
      if (revision === null || revision === 'no_base' || revision.post !== change.post) return UNREADABLE;
      db.prepare('INSERT INTO set_aside (revision, post, at) VALUES (?, ?, ?) ON CONFLICT (revision) DO NOTHING').run(
        addRevision(db, revision),
        change.post,
        desk.now().toISOString(),
      );
      return ASIDE;
    }
    case 'revision': {
      const revision = decodeRevision(change.revision, (id) => readCanonical(db, id));
      if (revision === 'no_base') {
        baseless.push(change.revision.id);
        return change.post;
      }
      if (revision === null || revision.post !== change.post) return UNREADABLE;
      addRevision(db, revision);
      return change.post;
    }
    case 'head':
      heads.push(change);
      return change.post;
    case 'hide':
      dropHidden(desk, change.post);
      return null;
    case 'erased':
      if (!isErasureSignedBy(change.erasure, desk.portal.publicKey)) return UNREADABLE;
      takeErasure(desk, shelf, change.erasure);
      return null;
    case 'mutation': {
      const { mutation, person, post, contributors, number, receivedAt } = change;
      // Only the portal speaks for itself: what it publishes carries its own signature.
      if (person === null && !isMutationSignedBy(mutation, desk.portal.publicKey)) return UNREADABLE;
      if (person !== null) wantDevice(db, mutation.device);
      if (!isReadable(mutation)) noteUnreadAct(db, post);
      const words = JSON.stringify(mutation);
      db.prepare(
        `INSERT INTO mutation (id, post, device, seq, name, words, sum, person, contributors, at, outcome, code, number, received_at)
         VALUES (@id, @post, @device, @seq, @name, @words, @sum, @person, @contributors, @at, 'accepted', 'ok', @number, @receivedAt)
         ON CONFLICT (id) DO UPDATE SET outcome = 'accepted', code = 'ok', number = @number, received_at = @receivedAt,
           contributors = @contributors, is_seen = 1`,
      ).run({
        id: mutation.id,
        post,
        device: mutation.device,
        seq: mutation.seq,
        name: mutation.name,
        words,
        sum: checksum(mutation.id, post, words),
        person,
        contributors: JSON.stringify(contributors),
        at: mutation.at,
        number,
        receivedAt,
      });
      return post;
    }
  }
}
