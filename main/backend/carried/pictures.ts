import type { Store } from '../store/index.ts';

/** Pictures that came by a bundle for a revision of somebody else, to be brought to the portal. */
export interface CarriedPictures {
  readonly revision: string;
  readonly media: readonly string[];
}

export function noteCarriedPictures(db: Store, { revision, media }: CarriedPictures): void {
  const insert = db.prepare('INSERT INTO carried_media (revision, media) VALUES (?, ?) ON CONFLICT DO NOTHING');
  for (const hash of media) insert.run(revision, hash);
}

/** Those whose revision the portal has by now: nothing that names it waits any more. */
export function carriedPictures(db: Store): CarriedPictures[] {
  const rows = db
    .prepare<[], { revision: string; media: string }>(
      `SELECT revision, media FROM carried_media WHERE NOT EXISTS (
         SELECT 1 FROM mutation WHERE outcome IN ('pending', 'sent')
         AND json_extract(words, '$.args.revision') = carried_media.revision)
       ORDER BY revision, media`,
    )
    .all();
  const found = new Map<string, string[]>();
  for (const { revision, media } of rows) found.set(revision, [...(found.get(revision) ?? []), media]);
  return [...found].map(([revision, media]) => ({ revision, media }));
}

export function dropCarriedPictures(db: Store, revision: string, media: readonly string[]): void {
  const drop = db.prepare('DELETE FROM carried_media WHERE revision = ? AND media = ?');
  for (const hash of media) drop.run(revision, hash);
}

/** What the portal shows by now is not brought to it any more: each picture of a revision that was published. */
export function dropPublishedPictures(db: Store): void {
  db.prepare(
    `DELETE FROM carried_media WHERE media IN (
       SELECT json_extract(shown.value, '$.hash')
       FROM revision AS carried
       JOIN mutation ON mutation.post = carried.post AND outcome = 'accepted'
         AND mutation.name IN ('post.publish', 'post.import')
       JOIN revision AS published ON published.id = json_extract(mutation.words, '$.args.revision')
       JOIN json_each(published.canonical, '$.media') AS shown
       WHERE carried.id = carried_media.revision)`,
  ).run();
}

/** How many pictures are still to be brought for others. */
export function countCarriedPictures(db: Store): number {
  return db.prepare<[], { count: number }>('SELECT count(*) AS count FROM carried_media').get()?.count ?? 0;
}
