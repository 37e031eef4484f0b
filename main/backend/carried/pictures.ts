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

export function dropCarriedPictures(db: Store, revision: string): void {
  db.prepare('DELETE FROM carried_media WHERE revision = ?').run(revision);
}

/** How many pictures are still to be brought for others. */
export function countCarriedPictures(db: Store): number {
  return db.prepare<[], { count: number }>('SELECT count(*) AS count FROM carried_media').get()?.count ?? 0;
}
