import { z } from 'zod';
import { type Desk, projectPost, takeReadableActs } from '../posts/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';

/** Raised whenever this program learns to read more lines of the feed. */
const READER_VERSION = 6;
const SET_ASIDE = 'linesSetAsideBy';

/** Notes that a line of the feed waits for a version that can read it. */
export function setLineAside(db: Store): void {
  writeSetting(db, SET_ASIDE, READER_VERSION);
}

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
