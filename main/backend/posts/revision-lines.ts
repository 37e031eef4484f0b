import type { RevisionLine } from '../../../shared/sync/index.ts';
import { ERASED_TEXT, type Store } from '../store/index.ts';

/**
 * What is known of an old text whose body stays at the portal until somebody opens it, or of one that was erased. Adding
 * it again changes nothing, nor does the line of a text that is here.
 */
export function addRevisionLine(db: Store, post: string, { id, author, parents, createdAt }: RevisionLine): void {
  if (db.prepare('SELECT 1 FROM revision WHERE id = ?').get(id) !== undefined) return;
  db.prepare(
    `INSERT INTO revision_line (id, post, author, parents, created_at, received) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
  ).run(id, post, author, JSON.stringify(parents), createdAt, nextPlace(db, post));
  if (db.prepare('SELECT 1 FROM erased WHERE hash = ?').get(id) !== undefined) erasedLine(db, id);
}

/** Whether only a line of that revision is here. */
export function hasOnlyLine(db: Store, id: string): boolean {
  return placeOfLine(db, id) !== null;
}

/**
 * Asks for the body with the next sync, because what is shown or laid together needs it.
 *
 * @returns whether it may come: not where the portal said that it does not give it.
 */
export function wantText(db: Store, id: string): boolean {
  db.prepare('UPDATE revision_line SET ask = 1 WHERE id = ? AND ask = 0').run(id);
  return db.prepare('SELECT 1 FROM revision_line WHERE id = ? AND ask = 1').get(id) !== undefined;
}

/** Bodies to ask for with the next sync, at most so many. */
export function wantedTexts(db: Store, most: number): string[] {
  return db
    .prepare<[number], { id: string }>('SELECT id FROM revision_line WHERE ask = 1 ORDER BY id LIMIT ?')
    .all(most)
    .map(({ id }) => id);
}

/** Of those asked for, what is a line still will not come. Returns the posts that have to do without. */
export function settleWantedTexts(db: Store, asked: readonly string[]): string[] {
  const settle = db.prepare<[string], { post: string }>(
    'UPDATE revision_line SET ask = 2 WHERE id = ? AND ask = 1 RETURNING post',
  );
  return asked.flatMap((id) => settle.get(id)?.post ?? []);
}

/** The place of a line among the texts of its post, which its body takes over; `null` when there is none. */
export function placeOfLine(db: Store, id: string): number | null {
  const row = db.prepare<[string], { received: number }>('SELECT received FROM revision_line WHERE id = ?').get(id);
  return row?.received ?? null;
}

/** The place after all texts and lines of a post. */
export function nextPlace(db: Store, post: string): number {
  const row = db
    .prepare<[string, string], { next: number }>(
      `SELECT coalesce(max(received), 0) + 1 AS next FROM
       (SELECT received FROM revision WHERE post = ? UNION ALL SELECT received FROM revision_line WHERE post = ?)`,
    )
    .get(post, post);
  return row?.next ?? 1;
}

/** The body is here. */
export function dropLine(db: Store, id: string): void {
  db.prepare('DELETE FROM revision_line WHERE id = ?').run(id);
}

/** Of a text that was erased elsewhere only what stays of it is left, as if its body had been here. */
export function erasedLine(db: Store, id: string): void {
  db.prepare(
    `INSERT INTO revision (id, post, canonical, author, parents, received)
     SELECT id, post, ?, author, parents, received FROM revision_line WHERE id = ?`,
  ).run(ERASED_TEXT, id);
  dropLine(db, id);
}
