import { foldStatus, isDraftAct, type PostStatus } from '../../../shared/workflow/index.ts';
import { hiddenAmong, turnedDownAmong } from '../carried/index.ts';
import type { Store } from '../store/index.ts';
import { eventOf, isTurnedDown, type MutationRow, wordsOf } from './events.ts';

interface Pending {
  readonly row: MutationRow;
  readonly after: readonly string[];
}

/**
 * The status of a post that other people's unconfirmed actions are held of (they came by a bundle): what is confirmed,
 * then all that waits, in the order of what builds on what (design 6). As on the portal, what builds on something that
 * is not here waits, and what builds on something that was turned down, or on a review that has moved, has no effect.
 */
export function foldWithOthers(db: Store, rows: readonly MutationRow[]): PostStatus {
  const isWaiting = (row: MutationRow): boolean => row.outcome === 'pending' || row.outcome === 'sent';
  const confirmed = rows.filter((row) => !isWaiting(row));
  let status = foldStatus(confirmed.map(eventOf).filter((event) => event !== null));
  let waiting: Pending[] = rows.filter(isWaiting).map((row) => ({ row, after: wordsOf(row).after }));
  const named = waiting.flatMap(({ after }) => after);
  const known = new Set([...rows.filter((row) => !isWaiting(row)).map(({ id }) => id), ...hiddenAmong(db, named)]);
  const turnedDown = new Set([...rows.filter(isTurnedDown).map(({ id }) => id), ...turnedDownAmong(db, named)]);
  for (;;) {
    const isStillWaiting = (id: string): boolean => waiting.some(({ row }) => row.id === id);
    // What a restored portal is told again was confirmed once: it may build on what only its author may see.
    const next = waiting.find(({ row, after }) =>
      after.every((id) => known.has(id) || (row.received_at !== null && !isStillWaiting(id))),
    );
    if (next === undefined) return status;
    waiting = waiting.filter((one) => one !== next);
    known.add(next.row.id);
    const event = eventOf(next.row);
    const isMoved =
      event !== null && !isDraftAct(event.action.name) && status.last !== null && !next.after.includes(status.last);
    if (isMoved || next.after.some((id) => turnedDown.has(id))) turnedDown.add(next.row.id);
    else if (event !== null) status = foldStatus([event], status);
  }
}
