import { dirname } from 'node:path';
import type { MediaReference } from '../../../shared/content/index.ts';
import { AppError, type LinePlan, type SyncOverview, type SyncStatus } from '../../../shared/contract/index.ts';
import { API, type SyncReply, type SyncRequest, syncReplySchema } from '../../../shared/sync/index.ts';
import { countCarriedPictures, countSealed, dropBoxes } from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import {
  allWorking,
  countOutbox,
  type Desk,
  hasRevision,
  mint,
  quietWorking,
  unmintedDrafts,
  unseenVerdicts,
} from '../posts/index.ts';
import { isDamage, storeError } from '../store/index.ts';
import { applyReply, hasSetAside, rereadWhatWasSetAside } from './apply.ts';
import { createCarrying } from './carry.ts';
import { erasuresOffered } from './erasures.ts';
import { watchFirstSync } from './first-sync.ts';
import { askPortal } from './http.ts';
import { createLanes } from './lanes.ts';
import type { DeviceLine } from './line.ts';
import type { Login } from './login.ts';
import { type AbsentPictures, fetchPictures, sendPictures } from './media.ts';
import { syncOverview } from './overview.ts';
import { leftOf, pictureRule, readPlan, writePlan } from './plan.ts';
import {
  hasWholeToAsk,
  markOutbox,
  nextRequest,
  REVISION_BYTES,
  readLastGood,
  type Standing,
  writeLastGood,
} from './request.ts';
import { openTraffic } from './traffic.ts';
import { Pace, type UploadLine } from './upload.ts';

/** After a change of the outbox: long enough to gather a burst, short enough to feel immediate. */
const AFTER_CHANGE_MS = 400;
/** Between syncs when nothing happens here; on a line paid for by the byte; and there, once the budget is used up. */
const IDLE_MS = 30_000;
const IDLE_METERED_MS = 15 * 60_000;
const IDLE_SPENT_MS = 60 * 60_000;
const LONGEST_WAIT_MS = 300_000;
/** How often to see whether the computer has another network, while the portal cannot be reached. */
const LOOK_FOR_NETWORK_MS = 3_000;
/** The least share of a usual request that is sent at once, on a line that is cut again and again. */
const LEAST_SHARE = 1 / 16;
/** A working copy nobody has touched for this long is minted before a timed sync. */
const QUIET_MS = 30_000;

/** What the loop needs from its surroundings. */
export interface SyncSurroundings {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly login: Login;
  readonly line: DeviceLine;
  readonly titleOfCopy: (original: string) => string;
  /** An error that no code foresees: it ends this round, never the program. */
  readonly onBug: (error: unknown, place: string) => void;
  /** For the jitter of waits; 0 to 1. */
  readonly random: () => number;
  /** The networks this computer is in now, as a text that changes with them. */
  readonly network: () => string;
}

export interface SyncLoop {
  /** Syncs now, everything written so far included. Resolves with how it ended. */
  now(): Promise<SyncStatus>;
  /** Starts a sync and resolves after its first exchange: the newest posts are here then, the rest comes behind. */
  begin(): Promise<void>;
  /** Something was put into the outbox: sync soon. */
  soon(): void;
  status(): SyncStatus;
  /** All that the screen *Đồng bộ* shows. */
  overview(): SyncOverview;
  /** Something was typed: what is said of syncing must not call it done. */
  touched(): void;
  setPlan(plan: LinePlan): void;
  /** The person lets the pictures that are held back now pass. */
  letPass(): void;
  /** Begins to sync by timer. */
  start(): void;
  /** Stops, whatever is under way; resolves when nothing is any more. */
  stop(): Promise<void>;
}

/**
 * Keeps one data folder in step with its portal: sends the outbox, takes in changes, then pictures. Has its own timer
 * with jittered back-off; never stops editing, never says "done" while something waits (design 7).
 */
export function createSyncLoop(around: SyncSurroundings): SyncLoop {
  const { desk, shelf } = around;
  let state: SyncStatus['state'] = around.login.token() === null ? 'signed_out' : 'idle';
  let problem: string | null = null;
  let params: SyncStatus['params'] = {};
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  let nextTryAt: Date | null = null;
  /** How much of a usual request goes at once: less on a line that was cut in the middle of one. */
  let share = 1;
  let toldDrafts = 0;
  const closing = new AbortController();
  const pace = new Pace();
  const traffic = openTraffic(desk.db, desk.now);
  const lanes = createLanes(desk.db, shelf, () => desk.tell('sync.moved', {}));
  const count = (up: number, down: number): void => traffic.count(up, down);
  let running: Promise<void> | null = null;
  let isStopped = true;
  /** Something was put into the outbox since the last request was made: pictures let it pass. */
  let isAsked = false;
  const absent: AbsentPictures = new Map();
  const carrying = createCarrying(desk, shelf);
  const firstSync = watchFirstSync(desk);
  /** Who waits for the next exchange alone. */
  const waiting: (() => void)[] = [];
  const letGo = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };

  const status = (): SyncStatus => ({
    state,
    pending: countWaiting(desk) + shelf.countToSend() + countCarriedPictures(desk.db),
    drafts: unmintedDrafts(desk.db).length,
    incoming: shelf.toFetch().length,
    isSetAside: hasSetAside(desk),
    lastGoodAt: readLastGood(desk),
    problem,
    params,
    receiving: firstSync.progress(performance.now()),
  });
  const tellStatus = (): void => {
    const now = status();
    toldDrafts = now.drafts;
    desk.tell('sync.changed', now);
  };
  const enter = (next: SyncStatus['state'], code: string | null, about: SyncStatus['params'] = {}): void => {
    state = next;
    problem = code;
    params = about;
    tellStatus();
  };
  const reportBug = (error: unknown): void => around.onBug(error, 'sync');
  const schedule = (wait: number): void => {
    clearTimeout(timer);
    nextTryAt = null;
    if (isStopped) return;
    const ms = wait * (0.8 + 0.4 * around.random());
    nextTryAt = new Date(desk.now().getTime() + ms);
    timer = setTimeout(() => void run('quiet').catch(reportBug), ms);
    timer.unref();
  };
  const idleWait = (): number => {
    const plan = readPlan(desk.db);
    if (!plan.isMetered) return IDLE_MS;
    return leftOf(plan, traffic) > 0 ? IDLE_METERED_MS : IDLE_SPENT_MS;
  };
  /** While the portal cannot be reached: another network is worth a try at once. */
  const watchNetwork = (): void => {
    clearInterval(watch);
    if (isStopped || state !== 'offline') return;
    const before = around.network();
    watch = setInterval(() => {
      if (around.network() === before || around.network() === '') return;
      clearInterval(watch);
      schedule(AFTER_CHANGE_MS);
    }, LOOK_FOR_NETWORK_MS);
    watch.unref();
  };

  /** Pictures let words pass, and travel as the plan for the line allows. */
  const talk = (lane: 'pictures_up' | 'pictures_down') => ({
    isUrgent: () => isAsked,
    mayTravel: pictureRule(desk.db, shelf, traffic),
    onProgress: (picture: MediaReference, done: number) => lanes.picture(lane, picture, done),
  });
  const round = async (signedIn: string): Promise<void> => {
    let line: UploadLine = { address: desk.address(), token: signedIn, count, signal: closing.signal };
    let untaken: AppError | null = null;
    const behind = new Set<string>();
    /** Texts whose base the portal turned out not to hold. */
    const whole = new Set<string>();
    const given = new Set<string>();
    for (;;) {
      isAsked = false;
      line = await underOwnLine(around, line);
      const before = traffic.today().down;
      const most = REVISION_BYTES * share;
      const { request, reply } = await exchange(around, line, { behind, whole, given, most });
      share = Math.min(1, share * 2);
      lanes.wordsCame(Math.max(0, traffic.today().down - before));
      const unseen = unseenVerdicts(desk).length;
      const { posts, against, settled, isForked } = applyReply(desk, shelf, reply, around.titleOfCopy, request.whole);
      letGo();
      if (reply.more) desk.tell('sync.changed', status());
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
      const { sent, refusal } = await sendPictures(shelf, line, { ...talk('pictures_up'), pace });
      untaken = refusal;
      const hasUnasked = countWaiting(desk) > behind.size || hasWholeToAsk(desk);
      if (reply.more || sent > 0 || isAsked || hasUnasked) continue;
      const carried = await carrying.bringPictures(line, { ...talk('pictures_up'), pace });
      untaken ??= carried.refusal;
      if (carried.brought === 0) break;
    }
    await carrying.askForOthers(line);
    const fetched = await fetchPictures(shelf, line, talk('pictures_down'), absent, desk.now());
    if (fetched > 0) desk.tell('posts.changed', { posts: null });
    // Never "done" while a picture stays behind.
    if (untaken !== null) throw untaken;
  };

  /** What was counted is not worth failing a sync for. */
  const keepTraffic = (): void => {
    try {
      traffic.keep();
    } catch (error) {
      const known = inWords(desk, error);
      if (!(known instanceof AppError)) reportBug(known);
    }
  };

  const run = (which: 'all' | 'quiet'): Promise<void> => {
    running ??= attempt(which).finally(() => {
      letGo();
      running = null;
    });
    return running;
  };
  const attempt = async (which: 'all' | 'quiet'): Promise<void> => {
    clearTimeout(timer);
    if (around.login.token() === null) {
      // Why the portal signed this device out stays on the screen.
      enter('signed_out', state === 'signed_out' && problem !== null ? problem : 'signed_out');
      return;
    }
    clearInterval(watch);
    nextTryAt = null;
    try {
      const unminted = mintWaiting(desk, which, reportBug);
      lanes.begin();
      enter('syncing', null);
      await around.login.during(round);
      // Never "done" while words found no room to become a revision.
      if (unminted !== null) throw unminted;
      failures = 0;
      keepTraffic();
      writeLastGood(desk, desk.now().toISOString());
      schedule(isAsked ? AFTER_CHANGE_MS : idleWait());
      enter('idle', null);
    } catch (error) {
      failures += 1;
      const known = inWords(desk, error);
      const code = known instanceof AppError ? known.code : null;
      if (code === 'line_cut' || code === 'portal_timeout') share = Math.max(LEAST_SHARE, share / 2);
      keepTraffic();
      schedule(waitAfter(known, failures));
      const [next, problemCode] = failureOf(known, around);
      enter(next, problemCode, known instanceof AppError ? { ...known.params } : {});
      watchNetwork();
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
    begin: async () => {
      const done = new Promise<void>((resolve) => waiting.push(resolve));
      run('all').catch(reportBug);
      await done;
    },
    soon: () => {
      isAsked = true;
      schedule(AFTER_CHANGE_MS);
    },
    status,
    overview: () =>
      syncOverview({ desk, shelf, lanes, traffic, status: status(), nextTryAt, absent: countAbsent(absent, shelf) }),
    touched: () => {
      if (toldDrafts === 0) tellStatus();
    },
    setPlan: (plan) => {
      writePlan(desk.db, plan);
      if (!isStopped) schedule(AFTER_CHANGE_MS);
      tellStatus();
    },
    letPass: () => {
      const mayTravel = pictureRule(desk.db, shelf, traffic);
      const held = [...shelf.toSend(), ...shelf.toFetch()].filter((picture) => !mayTravel(picture));
      shelf.allow(held.map(({ hash }) => hash));
      isAsked = true;
      schedule(AFTER_CHANGE_MS);
      tellStatus();
    },
    start: () => {
      rereadWhatWasSetAside(desk);
      isStopped = false;
      schedule(0);
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      clearInterval(watch);
      closing.abort();
      // However it ended: the database must be closed after it.
      await running?.catch(reportBug);
    },
  };
}

/** Registers a line that was started while nobody was listening: nothing it signed would be taken before. */
async function underOwnLine({ line, login }: SyncSurroundings, at: UploadLine): Promise<UploadLine> {
  const pass = await line.register(at);
  if (pass === null) return at;
  login.take(pass, line.device());
  line.registered();
  return { ...at, token: pass.token };
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
  line: UploadLine,
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

/** Milliseconds until the next try: as long as the portal says, else doubling. */
function waitAfter(error: unknown, failures: number): number {
  if (error instanceof AppError && error.code === 'portal_maintenance')
    // Not before the time it named, whatever the jitter.
    return (Number(error.params.minutes) * 60_000) / 0.8;
  return Math.min(LONGEST_WAIT_MS, 2_000 * 2 ** failures);
}

/** Pictures that are still wanted here and that the portal did not have. */
function countAbsent(absent: AbsentPictures, shelf: MediaShelf): number {
  return shelf.toFetch().filter(({ hash }) => absent.has(hash)).length;
}

/** Failures that say for sure that the portal saw nothing. */
const NEVER_ARRIVED: readonly string[] = ['portal_not_found', 'portal_refused'];
const OFFLINE_CODES: readonly string[] = [...NEVER_ARRIVED, 'portal_timeout', 'line_cut'];

function failureOf(error: unknown, around: SyncSurroundings): [SyncStatus['state'], string] {
  if (!(error instanceof AppError)) return ['failed', 'internal'];
  if (OFFLINE_CODES.includes(error.code)) return ['offline', error.code];
  if (error.code !== 'signed_out' && error.code !== 'device_revoked') return ['failed', error.code];
  around.login.end();
  return ['signed_out', error.code];
}
