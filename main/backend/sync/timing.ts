import { AppError } from '../../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';
import { leftOf, readPlan } from './plan.ts';
import type { Traffic } from './traffic.ts';

/** After a change of the outbox: long enough to gather a burst, short enough to feel immediate. */
export const AFTER_CHANGE_MS = 400;
/** Between syncs when nothing happens here; on a line paid for by the byte; and there, once the budget is used up. */
const IDLE_MS = 30_000;
const IDLE_METERED_MS = 15 * 60_000;
const IDLE_SPENT_MS = 60 * 60_000;
const LONGEST_WAIT_MS = 300_000;
/** How often to see whether the computer has another network, while the portal cannot be reached. */
const LOOK_FOR_NETWORK_MS = 3_000;

/** Milliseconds until the next sync when all went well and nothing happens here. */
export function idleWait(db: Store, traffic: Traffic): number {
  const plan = readPlan(db);
  if (!plan.isMetered) return IDLE_MS;
  return leftOf(plan, traffic) > 0 ? IDLE_METERED_MS : IDLE_SPENT_MS;
}

/** Milliseconds until the next try after a failure: as long as the portal says, else doubling. */
export function waitAfter(error: unknown, failures: number): number {
  if (error instanceof AppError && error.code === 'portal_maintenance')
    // Not before the time it named, whatever the jitter.
    return (Number(error.params.minutes) * 60_000) / 0.8;
  return Math.min(LONGEST_WAIT_MS, 2_000 * 2 ** failures);
}

/** When the next sync comes by itself. */
export interface Timer {
  /** Plans the next one, in place of what was planned, some share of the wait earlier or later. */
  in(ms: number): void;
  /** Until another network is there: then it comes at once. */
  watchNetwork(): void;
  /** Nothing is planned any more. */
  clear(): void;
  at(): Date | null;
  start(): void;
  stop(): void;
}

interface TimerParts {
  readonly now: () => Date;
  /** For the jitter of waits; 0 to 1. */
  readonly random: () => number;
  /** The networks this computer is in now, as a text that changes with them. */
  readonly network: () => string;
  readonly onTime: () => void;
}

export function createTimer({ now, random, network, onTime }: TimerParts): Timer {
  let isStopped = true;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  let nextAt: Date | null = null;
  const clear = (): void => {
    clearTimeout(timer);
    nextAt = null;
  };
  const plan = (wait: number): void => {
    clear();
    if (isStopped) return;
    const ms = wait * (0.8 + 0.4 * random());
    nextAt = new Date(now().getTime() + ms);
    timer = setTimeout(onTime, ms);
    timer.unref();
  };
  return {
    in: plan,
    clear: () => {
      clear();
      clearInterval(watch);
    },
    watchNetwork: () => {
      clearInterval(watch);
      if (isStopped) return;
      const before = network();
      watch = setInterval(() => {
        if (network() === before || network() === '') return;
        clearInterval(watch);
        plan(AFTER_CHANGE_MS);
      }, LOOK_FOR_NETWORK_MS);
      watch.unref();
    },
    at: () => nextAt,
    start: () => {
      isStopped = false;
    },
    stop: () => {
      isStopped = true;
      clear();
      clearInterval(watch);
    },
  };
}
