import type { Store } from '../store/index.ts';

/** Texts looked through: enough for the words in use, and the same work however many posts there are. */
const NEWEST_TEXTS = 2_000;
const MOST_TAGS = 500;

/** The tags of the newest texts on this computer, by how many posts have them. */
export function usedTags(db: Store): string[] {
  return db
    .prepare<[number, number], { tag: string }>(
      `SELECT tag.value AS tag
       FROM (SELECT post, canonical FROM revision ORDER BY rowid DESC LIMIT ?) AS text,
            json_each(text.canonical, '$.tags') AS tag
       GROUP BY tag.value ORDER BY count(DISTINCT text.post) DESC, tag.value LIMIT ?`,
    )
    .all(NEWEST_TEXTS, MOST_TAGS)
    .map(({ tag }) => tag);
}
