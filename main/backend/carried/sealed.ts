import { hashText } from '../../../shared/content/index.ts';
import type { SealedMutation, Verdict } from '../../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';

/** Boxes of other people that came by a bundle, whose inside is the portal's to see, oldest first. */
export function sealedToSend(db: Store, most: number): SealedMutation[] {
  return db
    .prepare<[number], SealedMutation>(
      'SELECT mutation, box FROM sealed WHERE box IS NOT NULL AND outcome IS NULL ORDER BY place LIMIT ?',
    )
    .all(most);
}

/** How many mutations in boxes wait for the portal. */
export function countSealed(db: Store): number {
  const row = db
    .prepare<[], { count: number }>(
      'SELECT count(DISTINCT mutation) AS count FROM sealed WHERE box IS NOT NULL AND outcome IS NULL',
    )
    .get();
  return row?.count ?? 0;
}

/** Keeps a box. The same one again, or one of a mutation that the portal has decided, changes nothing. */
export function noteSealed(db: Store, { mutation, box }: SealedMutation): boolean {
  const decided = db.prepare('SELECT 1 FROM sealed WHERE mutation = ? AND outcome IS NOT NULL').get(mutation);
  if (decided !== undefined) return false;
  const added = db
    .prepare('INSERT INTO sealed (mutation, sum, box) VALUES (?, ?, ?) ON CONFLICT (mutation, sum) DO NOTHING')
    .run(mutation, hashText(box), box);
  return added.changes > 0;
}

/** Notes that a mutation exists which this person may not see: others may build on it. */
export function noteHidden(db: Store, mutation: string): void {
  if (db.prepare('SELECT 1 FROM sealed WHERE mutation = ?').get(mutation) !== undefined) return;
  db.prepare('INSERT INTO sealed (mutation, sum, box) VALUES (?, ?, NULL)').run(mutation, '');
}

/** Which of these are such mutations. */
export function hiddenAmong(db: Store, mutations: readonly string[]): string[] {
  const find = db.prepare('SELECT 1 FROM sealed WHERE mutation = ?');
  return mutations.filter((mutation) => find.get(mutation) !== undefined);
}

/** Which of these the portal turned down. */
export function turnedDownAmong(db: Store, mutations: readonly string[]): string[] {
  const find = db.prepare("SELECT 1 FROM sealed WHERE mutation = ? AND outcome IN ('refused', 'superseded')");
  return mutations.filter((mutation) => find.get(mutation) !== undefined);
}

/**
 * Takes in the verdict on what was in a box; the box is not needed any more, its author has the words. One that forked
 * comes again from its author, under another line and in another box.
 *
 * @returns whether there was such a box.
 */
export function settleSealed(db: Store, { mutation, outcome }: Pick<Verdict, 'mutation' | 'outcome'>): boolean {
  const known = db.prepare('SELECT 1 FROM sealed WHERE mutation = ? AND outcome IS NULL').get(mutation);
  if (known === undefined) return false;
  db.prepare('UPDATE sealed SET box = NULL, outcome = ? WHERE mutation = ?').run(
    outcome === 'forked' ? null : outcome,
    mutation,
  );
  return true;
}

/** Drops boxes that the portal could not open. */
export function dropBoxes(db: Store, boxes: readonly SealedMutation[]): void {
  for (const { mutation, box } of boxes)
    db.prepare('UPDATE sealed SET box = NULL WHERE mutation = ? AND sum = ?').run(mutation, hashText(box));
}
