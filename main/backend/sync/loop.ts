import { dirname } from 'node:path';
import { AppError, type SyncStatus } from '../../../shared/contract/index.ts';
import { API, type SyncReply, type SyncRequest, syncReplySchema } from '../../../shared/sync/index.ts';
import { countCarriedPictures, countSealed, dropBoxes } from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { allWorking, countOutbox, type Desk, hasRevision, mint, quietWorking, unseenVerdicts } from '../posts/index.ts';
import { isDamage, storeError } from '../store/index.ts';
import { applyReply, rereadWhatWasSetAside } from './apply.ts';
import { createCarrying } from './carry.ts';
import { erasuresOffered } from './erasures.ts';
import { askPortal } from './http.ts';
import type { DeviceLine } from './line.ts';
import { type AbsentPictures, fetchPictures, sendPictures } from './media.ts';
import { hasWholeToAsk, markOutbox, nextRequest, readLastGood, type Standing, writeLastGood } from './request.ts';

/** After a change of the outbox: long enough to gather a burst, short enough to feel immediate. */
const AFTER_CHANGE_MS = 400;
/** Between syncs when nothing happens here. */
const IDLE_MS = 30_000;
const LONGEST_WAIT_MS = 300_000;
/** A working copy nobody has touched for this long is minted before a timed sync. */
const QUIET_MS = 30_000;

/** What the loop needs from its surroundings. `token` is `null` when signed out. */
export interface SyncSurroundings {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly token: () => string | null;
  readonly line: DeviceLine;
  /** The portal gave this device another token. */
  readonly onToken: (token: string) => void;
  /** The portal no longer knows this sign-in. */
  readonly onSignedOut: () => void;
  readonly titleOfCopy: (original: string) => string;
  /** An error that no code foresees: it ends this round, never the program. */
  readonly onBug: (error: unknown, place: string) => void;
  /** For the jitter of waits; 0 to 1. */
  readonly random: () => number;
}

export interface SyncLoop {
  /** Syncs now, everything written so far included. Resolves with how it ended. */
  now(): Promise<SyncStatus>;
  /** Something was put into the outbox: sync soon. */
  soon(): void;
  status(): SyncStatus;
  /** Begins to sync by timer. */
  start(): void;
  /** Stops; resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/**
 * Keeps one data folder in step with its portal: sends the outbox, takes in changes, then pictures. Has its own timer
 * with jittered back-off; never stops editing, never says "done" while something waits (design 7).
 */
export function createSyncLoop(around: SyncSurroundings): SyncLoop {
  const { desk, shelf } = around;
  let state: SyncStatus['state'] = around.token() === null ? 'signed_out' : 'idle';
  let problem: string | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let isStopped = true;
  /** Something was put into the outbox since the last request was made: pictures let it pass. */
  let isAsked = false;
  const absent: AbsentPictures = new Map();
  const carrying = createCarrying(desk, shelf);

  const status = (): SyncStatus => ({
    state,
    pending: countWaiting(desk) + shelf.countToSend() + countCarriedPictures(desk.db),
    lastGoodAt: readLastGood(desk),
    problem,
  });
  const enter = (next: SyncStatus['state'], code: string | null): void => {
    state = next;
    problem = code;
    desk.tell('sync.changed', status());
  };
  const reportBug = (error: unknown): void => around.onBug(error, 'sync');
  const schedule = (wait: number): void => {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(() => void run('quiet').catch(reportBug), wait * (0.8 + 0.4 * around.random()));
    timer.unref();
  };

  const round = async (signedIn: string): Promise<void> => {
    let line = { address: desk.address(), token: signedIn };
    let untaken: AppError | null = null;
    const behind = new Set<string>();
    /** Texts whose base the portal turned out not to hold. */
    const whole = new Set<string>();
    const given = new Set<string>();
    for (;;) {
      isAsked = false;
      line = await underOwnLine(around, line);
      const { request, reply } = await exchange(around, line, { behind, whole, given });
      const unseen = unseenVerdicts(desk).length;
      const { posts, against, settled, isForked } = applyReply(desk, shelf, reply, around.titleOfCopy, request.whole);
      // Progress: what waited may go now. None: what was asked stands back, so that the rest gets its turn.
      if (settled > 0) behind.clear();
      else {
        for (const { id } of request.mutations) behind.add(id);
        for (const { mutation } of request.sealed ?? []) behind.add(mutation);
      }
      for (const { id, base } of request.revisions) if (base === undefined) given.add(id);
      for (const id of missedTexts(desk, request, reply, whole)) {
        whole.add(id);
        behind.clear();
      }
      if (posts.length > 0) desk.tell('posts.changed', { posts: posts.length > 100 ? null : posts });
      const unseenNow = unseenVerdicts(desk).length;
      if (against > 0 || unseenNow !== unseen) desk.tell('inbox.changed', { unseen: unseenNow });
      if (isForked) {
        around.line.startAgain();
        desk.tell('app.changed', {});
      }
      const { sent, refusal } = await sendPictures(shelf, line, () => isAsked);
      untaken = refusal;
      const hasUnasked = countWaiting(desk) > behind.size || hasWholeToAsk(desk);
      if (reply.more || sent > 0 || isAsked || hasUnasked) continue;
      if ((await carrying.bringPictures(line)) === 0) break;
    }
    await carrying.askForOthers(line);
    const fetched = await fetchPictures(shelf, line, () => isAsked, absent, desk.now());
    if (fetched > 0) desk.tell('posts.changed', { posts: null });
    // Never "done" while a picture stays behind.
    if (untaken !== null) throw untaken;
  };

  const run = (which: 'all' | 'quiet'): Promise<void> => {
    running ??= attempt(which).finally(() => {
      running = null;
    });
    return running;
  };
  const attempt = async (which: 'all' | 'quiet'): Promise<void> => {
    clearTimeout(timer);
    const token = around.token();
    if (token === null) {
      // Why the portal signed this device out stays on the screen.
      enter('signed_out', state === 'signed_out' && problem !== null ? problem : 'signed_out');
      return;
    }
    try {
      const unminted = mintWaiting(desk, which, reportBug);
      enter('syncing', null);
      await round(token);
      // Never "done" while words found no room to become a revision.
      if (unminted !== null) throw unminted;
      failures = 0;
      writeLastGood(desk, desk.now().toISOString());
      enter('idle', null);
      schedule(isAsked ? AFTER_CHANGE_MS : IDLE_MS);
    } catch (error) {
      failures += 1;
      schedule(Math.min(LONGEST_WAIT_MS, 2_000 * 2 ** failures));
      const known = inWords(desk, error);
      enter(...failureOf(known, around));
      if (!(known instanceof AppError)) reportBug(known);
    }
  };

  return {
    now: async () => {
      isAsked = true;
      await running;
      await run('all');
      return status();
    },
    soon: () => {
      isAsked = true;
      schedule(AFTER_CHANGE_MS);
    },
    status,
    start: () => {
      rereadWhatWasSetAside(desk);
      isStopped = false;
      schedule(0);
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      // However it ended: the database must be closed after it.
      await running?.catch(reportBug);
    },
  };
}

/** Registers a line that was started while nobody was listening: nothing it signed would be taken before. */
async function underOwnLine(
  { line, onToken }: SyncSurroundings,
  at: { address: string; token: string },
): Promise<{ address: string; token: string }> {
  const token = await line.register(at);
  if (token === null) return at;
  onToken(token);
  line.registered();
  return { ...at, token };
}

/** Mutations that wait for a verdict: in the outbox, and in boxes carried for others. */
function countWaiting({ db }: Desk): number {
  return countOutbox(db) + countSealed(db);
}

/**
 * Texts that the portal misses and that are here, each to be sent whole next: those that went as a difference (it has
 * not their base), and those of others that it was thought to have.
 */
function missedTexts({ db }: Desk, request: SyncRequest, reply: SyncReply, whole: ReadonlySet<string>): string[] {
  const sentWhole = new Set(request.revisions.flatMap(({ id, base }) => (base === undefined ? [id] : [])));
  const missed = new Set(reply.waiting.flatMap(({ missing }) => missing));
  return [...missed].filter((id) => !whole.has(id) && !sentWhole.has(id) && hasRevision(db, id));
}

async function exchange(
  { desk, line: deviceLine }: SyncSurroundings,
  line: { address: string; token: string },
  standing: Standing,
): Promise<{ request: SyncRequest; reply: SyncReply }> {
  const request = nextRequest(desk, standing);
  deviceLine.leaving(request.mutations);
  markOutbox(desk, request.mutations, 'sent');
  try {
    const reply = await askPortal({ ...line, path: API.sync, body: request, isPacked: true, reply: syncReplySchema });
    erasuresOffered(desk, request.erasures ?? []);
    dropBoxes(
      desk.db,
      (reply.unopened ?? []).flatMap((place) => request.sealed?.[place] ?? []),
    );
    return { request, reply };
  } catch (error) {
    if (error instanceof AppError && NEVER_ARRIVED.includes(error.code)) markOutbox(desk, request.mutations, 'pending');
    throw error;
  }
}

/**
 * Everything by hand; by timer only what nobody is typing in. A post that cannot be minted (a limit bites, the disk is
 * full) keeps its words here and stops neither the others nor the program. A new post may be open and still empty.
 *
 * @returns what the disk said, when words found no room.
 */
export function mintWaiting(desk: Desk, which: 'all' | 'quiet', onBug: (error: unknown) => void): AppError | null {
  const now = desk.now();
  const quietSince = new Date(now.getTime() - QUIET_MS);
  let unminted: AppError | null = null;
  for (const post of which === 'all' ? allWorking(desk.db) : quietWorking(desk.db, quietSince, now)) {
    try {
      mint(desk, post, 'keep');
    } catch (error) {
      const known = inWords(desk, error);
      if (!(known instanceof AppError)) onBug(known);
      else if (!(error instanceof AppError)) unminted = known;
    }
  }
  return unminted;
}

/** What the disk says, in words; damage stays what it is, for whoever has the database rebuilt. */
function inWords({ db }: Desk, error: unknown): unknown {
  return isDamage(error) ? error : storeError(error, dirname(db.name));
}

/** Failures that say for sure that the portal saw nothing. */
const NEVER_ARRIVED: readonly string[] = ['portal_not_found', 'portal_refused'];
const OFFLINE_CODES: readonly string[] = [...NEVER_ARRIVED, 'portal_timeout'];

function failureOf(error: unknown, around: SyncSurroundings): [SyncStatus['state'], string] {
  if (!(error instanceof AppError)) return ['failed', 'internal'];
  if (OFFLINE_CODES.includes(error.code)) return ['offline', error.code];
  if (error.code !== 'signed_out' && error.code !== 'device_revoked') return ['failed', error.code];
  around.onSignedOut();
  return ['signed_out', error.code];
}
