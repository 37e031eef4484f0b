import { type Receipt, receiptSchema } from '../../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';

/** Receipts passed on in one bundle, the newest. */
const KEPT = 5_000;
/** Of the newest so many, the posts are followed. */
const PASSED_ON = 1_000;

/** Notes that a mutation came here by a bundle: whoever made it waits for its verdict, which is passed on. */
export function noteCarried(db: Store, mutation: string): void {
  if (db.prepare('SELECT 1 FROM receipt WHERE mutation = ?').get(mutation) !== undefined) return;
  db.prepare('INSERT INTO carried (mutation) VALUES (?) ON CONFLICT DO NOTHING').run(mutation);
}

/** Whether somebody else's mutation came here by a bundle and its receipt has not. */
export function isAwaited(db: Store, mutation: string): boolean {
  return db.prepare('SELECT 1 FROM carried WHERE mutation = ?').get(mutation) !== undefined;
}

/**
 * Decided mutations whose receipts are still to be asked for: those that were carried from here, and whatever was
 * accepted of the same posts since, for the people they came from wait for that too.
 */
export function receiptsToAsk(db: Store, most: number): string[] {
  return db
    .prepare<[number, number], { id: string }>(
      `SELECT mutation AS id FROM carried
       WHERE EXISTS (SELECT 1 FROM mutation WHERE mutation.id = carried.mutation AND outcome NOT IN ('pending', 'sent'))
          OR EXISTS (SELECT 1 FROM sealed WHERE sealed.mutation = carried.mutation AND outcome IS NOT NULL)
       UNION
       SELECT id FROM mutation
       WHERE outcome = 'accepted' AND name NOT IN ('post.save', 'post.bin', 'post.restore') AND id NOT IN (SELECT mutation FROM receipt)
         AND post IN (SELECT post FROM mutation
                      WHERE id IN (SELECT mutation FROM (SELECT mutation FROM receipt ORDER BY place DESC LIMIT ?)))
       LIMIT ?`,
    )
    .all(PASSED_ON, most)
    .map(({ id }) => id);
}

/** What the portal knows nothing of is not asked for again. */
export function dropUnanswered(db: Store, mutations: readonly string[]): void {
  for (const mutation of mutations) db.prepare('DELETE FROM carried WHERE mutation = ?').run(mutation);
}

/** Keeps a receipt already checked against the portal's key. */
export function keepReceipt(db: Store, receipt: Receipt): void {
  db.prepare(
    `INSERT INTO receipt (mutation, words) VALUES (?, ?)
     ON CONFLICT (mutation) DO UPDATE SET words = excluded.words`,
  ).run(receipt.mutation, JSON.stringify(receipt));
  db.prepare('DELETE FROM carried WHERE mutation = ?').run(receipt.mutation);
}

/** The newest receipts, oldest of them first. */
export function keptReceipts(db: Store): Receipt[] {
  return db
    .prepare<[number], { words: string }>('SELECT words FROM receipt ORDER BY place DESC LIMIT ?')
    .all(KEPT)
    .reverse()
    .map(({ words }) => receiptSchema.parse(JSON.parse(words)));
}
