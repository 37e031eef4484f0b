import { type LinePlan, linePlanSchema } from '../../../shared/contract/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';
import type { Traffic } from './traffic.ts';

const PLAN = 'linePlan';
/** A line nobody pays for by the byte. The numbers are what is offered to who ticks the box. */
const UNMETERED: LinePlan = { isMetered: false, monthlyBytes: 500_000_000, askAboveBytes: 500_000 };

/** How this computer's line is paid for, as its person said. */
export function readPlan(db: Store): LinePlan {
  return readSetting(db, PLAN, linePlanSchema) ?? UNMETERED;
}

export function writePlan(db: Store, plan: LinePlan): void {
  writeSetting(db, PLAN, plan);
}

/** Which pictures may travel now. Words always may: they are what the line is for. */
export type MayTravel = (picture: { readonly hash: string; readonly bytes: number }) => boolean;

/**
 * On a metered line a picture above the threshold waits for the person's word, and every picture once the month's
 * budget is used up, unless the person let it pass.
 */
export function pictureRule(db: Store, shelf: MediaShelf, traffic: Traffic): MayTravel {
  const plan = readPlan(db);
  if (!plan.isMetered) return () => true;
  const allowed = shelf.allowed();
  return ({ hash, bytes }) => {
    if (allowed.has(hash)) return true;
    return bytes <= plan.askAboveBytes && leftOf(plan, traffic) >= bytes;
  };
}

/** Bytes of the month's budget that are left; never below 0. */
export function leftOf(plan: LinePlan, traffic: Traffic): number {
  const { up, down } = traffic.month();
  return Math.max(0, plan.monthlyBytes - up - down);
}
