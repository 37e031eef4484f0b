import { z } from 'zod';
import type { Cursor } from '../../../shared/sync/index.ts';
import type { Desk } from '../posts/index.ts';
import { readSetting, writeSetting } from '../store/index.ts';
import { noteLostSaves } from './lost-saves.ts';
import { readCursor } from './request.ts';

const READING_AGAIN = 'readingAgain';
/** Stands in place of `ok` until a restored portal's feed has named the mutation again. */
const UNCONFIRMED = 'unconfirmed';

/**
 * Another epoch, or a feed shorter than what was read of it, is a portal restored from a backup: it reads out its feed
 * from the start, and what this computer knows to be accepted must be confirmed once more (design 7). Call it before
 * anything of the reply is taken in.
 */
export function noticeRestored(desk: Desk, now: Cursor): boolean {
  const before = readCursor(desk);
  if (before === null || (before.epoch === now.epoch && before.number <= now.number)) return false;
  desk.db.prepare("UPDATE mutation SET code = ? WHERE outcome = 'accepted'").run(UNCONFIRMED);
  desk.rulesBook.forget();
  writeSetting(desk.db, READING_AGAIN, true);
  return true;
}

/**
 * Once all was read again: puts what the portal has lost back into the outbox, other people's too, each under its own
 * signature. The portal executes what it does not have and knows the rest by its ids. What lost a race goes after that.
 *
 * @returns the posts whose mutations go out again.
 */
export function offerAgain(desk: Desk): string[] {
  const { db } = desk;
  if (readSetting(db, READING_AGAIN, z.boolean()) !== true) return [];
  const lost = db
    .prepare<[string], { post: string }>(
      `UPDATE mutation SET outcome = 'sent', code = NULL, number = NULL
       WHERE outcome = 'accepted' AND code = ? RETURNING post`,
    )
    .all(UNCONFIRMED);
  db.prepare('DELETE FROM setting WHERE key = ?').run(READING_AGAIN);
  noteLostSaves(desk);
  return [...new Set(lost.map(({ post }) => post))];
}
