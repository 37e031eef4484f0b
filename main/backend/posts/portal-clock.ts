import { z } from 'zod';
import { readSetting, writeSetting } from '../store/index.ts';
import type { Desk } from './desk.ts';

const SKEW = 'portalClockAhead';
/** A difference this small is the time that a request takes, in milliseconds. */
const SMALL_MS = 1_000;

/** Notes what the portal's clock showed just now: what ends by it is counted with that while there is no network. */
export function notePortalClock({ db, now }: Pick<Desk, 'db' | 'now'>, shown: string): void {
  const ahead = Date.parse(shown) - now().getTime();
  if (Math.abs(ahead - aheadOf(db)) > SMALL_MS) writeSetting(db, SKEW, ahead);
}

/** What the portal's clock shows now, as far as this computer can tell. */
export function portalNow({ db, now }: Pick<Desk, 'db' | 'now'>): Date {
  return new Date(now().getTime() + aheadOf(db));
}

/** How far the portal's clock was ahead of this computer's when it last answered, in milliseconds. Never punished. */
export function portalAhead({ db }: Pick<Desk, 'db'>): number {
  return aheadOf(db);
}

function aheadOf(db: Desk['db']): number {
  return readSetting(db, SKEW, z.int()) ?? 0;
}
