import { AppError, type LinePlan, type SyncOverview, type SyncStatus } from '../../../shared/contract/index.ts';
import { countCarriedPictures } from '../carried/index.ts';
import { unmintedDrafts } from '../posts/index.ts';
import { failureOf, inWords } from './failure.ts';
import { watchFirstSync } from './first-sync.ts';
import { createLanes } from './lanes.ts';
import { mintWaiting } from './mint-waiting.ts';
import { type OldTexts, openOldTexts } from './old-texts.ts';
import { syncOverview } from './overview.ts';
import { pictureRule, writePlan } from './plan.ts';
import { readLastGood, writeLastGood } from './request.ts';
import { countWaiting, createRounds, type RoundSurroundings } from './round.ts';
import { hasSetAside, rereadWhatWasSetAside } from './set-aside.ts';
import { AFTER_CHANGE_MS, createTimer, idleWait, waitAfter } from './timing.ts';
import { openTraffic } from './traffic.ts';

/** What the loop needs from its surroundings. */
export interface SyncSurroundings extends RoundSurroundings {
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
  /** Fetches texts of which only lines are here: the one somebody opened, and what goes along. Errors: as `OldTexts`. */
  readonly fetchTexts: OldTexts['fetch'];
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
  let toldDrafts = 0;
  let running: Promise<void> | null = null;
  /** Who waits for the next exchange alone. */
  const waiting: (() => void)[] = [];
  const letGo = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  const reportBug = (error: unknown): void => around.onBug(error, 'sync');
  const closing = new AbortController();
  const traffic = openTraffic(desk.db, desk.now);
  const lanes = createLanes(desk.db, shelf, () => desk.tell('sync.moved', {}));
  const firstSync = watchFirstSync(desk);
  const rounds = createRounds({
    ...{ around, traffic, lanes, signal: closing.signal },
    onExchange: (more) => {
      letGo();
      if (more) desk.tell('sync.changed', status());
    },
  });
  const oldTexts = openOldTexts(desk, around.login, { count: traffic.count, signal: closing.signal });
  const { random, network } = around;
  const onTime = (): void => void run('quiet').catch(reportBug);
  const timer = createTimer({ now: desk.now, random, network, onTime });

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

  /** Keeps what is not worth failing a sync for: what the disk has no room for is kept another time. */
  const keepIfRoom = (keep: () => void): void => {
    try {
      keep();
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
    timer.clear();
    if (around.login.token() === null) {
      // Why the portal signed this device out stays on the screen.
      enter('signed_out', state === 'signed_out' && problem !== null ? problem : 'signed_out');
      return;
    }
    try {
      const unminted = mintWaiting(desk, which, reportBug);
      lanes.begin();
      enter('syncing', null);
      await around.login.during(rounds.go);
      // Never "done" while words found no room to become a revision.
      if (unminted !== null) throw unminted;
      failures = 0;
      keepIfRoom(traffic.keep);
      writeLastGood(desk, desk.now().toISOString());
      timer.in(rounds.isAsked() ? AFTER_CHANGE_MS : idleWait(desk.db, traffic));
      enter('idle', null);
    } catch (error) {
      failures += 1;
      const known = inWords(desk, error);
      const failure = failureOf(known);
      if (failure.isCut) rounds.wasCut();
      keepIfRoom(traffic.keep);
      if (failure.state === 'signed_out') keepIfRoom(around.login.end);
      timer.in(waitAfter(known, failures));
      if (failure.state === 'offline') timer.watchNetwork();
      enter(failure.state, failure.problem, failure.params);
      if (!(known instanceof AppError)) reportBug(known);
    }
  };

  return {
    now: async () => {
      rounds.ask();
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
      rounds.ask();
      timer.in(AFTER_CHANGE_MS);
    },
    status,
    overview: () =>
      syncOverview({
        ...{ desk, shelf, lanes, traffic },
        ...{ status: status(), nextTryAt: timer.at(), absent: rounds.countAbsent() },
      }),
    touched: () => {
      if (toldDrafts === 0) tellStatus();
    },
    setPlan: (plan) => {
      writePlan(desk.db, plan);
      timer.in(AFTER_CHANGE_MS);
      tellStatus();
    },
    letPass: () => {
      const mayTravel = pictureRule(desk.db, shelf, traffic);
      const held = [...shelf.toSend(), ...shelf.toFetch()].filter((picture) => !mayTravel(picture));
      shelf.allow(held.map(({ hash }) => hash));
      rounds.ask();
      timer.in(AFTER_CHANGE_MS);
      tellStatus();
    },
    fetchTexts: oldTexts.fetch,
    start: () => {
      rereadWhatWasSetAside(desk);
      timer.start();
      timer.in(0);
    },
    stop: async () => {
      timer.stop();
      closing.abort();
      // However it ended: the database must be closed after it.
      await running?.catch(reportBug);
    },
  };
}
