import { z } from 'zod';
import type { SyncStatus } from '../../../shared/contract/index.ts';
import type { Cursor, SyncReply } from '../../../shared/sync/index.ts';
import type { Desk } from '../posts/index.ts';
import { readSetting, writeSetting } from '../store/index.ts';

const KEY = 'firstSync';
const progressSchema = z.object({
  /** Bytes of text: all that comes, and what has come, in this and earlier runs of the program. */
  total: z.int(),
  done: z.int(),
  /** There is so much that old texts come as lines. */
  isLarge: z.boolean().default(false),
});

/** Notes how much is to come, or that so many bytes of it have come; forgets it all at the feed's end. */
export function noteFirstSync({ db }: Desk, reply: SyncReply, received: number): void {
  const known = readSetting(db, KEY, progressSchema);
  if (reply.bytesToCome === undefined && known === null) return;
  const total = reply.bytesToCome ?? known?.total ?? 0;
  const isLarge = reply.bytesToCome === undefined ? known?.isLarge : reply.recent !== undefined;
  const done = (reply.bytesToCome === undefined ? (known?.done ?? 0) : 0) + received;
  if (reply.more) writeSetting(db, KEY, { total, done: Math.min(total, done), isLarge: isLarge ?? false });
  else db.prepare('DELETE FROM setting WHERE key = ?').run(KEY);
}

/** Whether the next request takes lines in place of old texts: the first one, and those after it in a large unit. */
export function takesLines({ db }: Desk, cursor: Cursor | null): boolean {
  return cursor === null || readSetting(db, KEY, progressSchema)?.isLarge === true;
}

/** Says how far the first sync has come. */
export interface FirstSync {
  /** @param now milliseconds that only grow. */
  readonly progress: (now: number) => SyncStatus['receiving'];
}

/** A rate is told from this on: before, it would be a guess. */
const SHARE_KNOWN = 0.02;

/** Watches the first sync from here on: what is left is told by the rate seen since, not by any promise. */
export function watchFirstSync({ db }: Desk): FirstSync {
  let start: { at: number; done: number } | null = null;
  return {
    progress: (now) => {
      const known = readSetting(db, KEY, progressSchema);
      if (known === null) {
        start = null;
        return null;
      }
      start ??= { at: now, done: known.done };
      const came = known.done - start.done;
      const isKnown = came > known.total * SHARE_KNOWN && now > start.at;
      const left = isKnown ? ((known.total - known.done) * (now - start.at)) / came / 1_000 : null;
      return { doneBytes: known.done, totalBytes: known.total, secondsLeft: left === null ? null : Math.ceil(left) };
    },
  };
}
