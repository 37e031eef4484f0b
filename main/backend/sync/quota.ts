import { type Quota, quotaSchema } from '../../../shared/sync/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';

const KEY = 'quota';

/** Keeps what the portal said in its last reply: `null`, that this person is far from what they may send on a day. */
export function noteQuota(db: Store, quota: Quota | null): void {
  if (quota !== null || readSetting(db, KEY, quotaSchema) !== null) writeSetting(db, KEY, quota);
}

/** What this person has sent today, where it was near the limit of a day when the portal was last heard; `null` otherwise. */
export function quotaToday(db: Store, now: Date): Quota | null {
  const known = readSetting(db, KEY, quotaSchema);
  return known !== null && known.day === dayInVietnam(now.toISOString()) ? known : null;
}
