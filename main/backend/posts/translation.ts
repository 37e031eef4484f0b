import type { Language, Revision } from '../../../shared/content/index.ts';
import type { Store } from '../store/index.ts';

/** That a post is another post in a second language. */
export interface Translation {
  readonly translates: string;
  readonly language: Language;
  /** The source's revision that its person last laid it beside; `null` where that was on another computer. */
  readonly seen: string | null;
}

/** What a post translates, or `null`. Known before its first revision too. */
export function translationOf(db: Store, post: string): Translation | null {
  const row = db
    .prepare<[string], Translation>('SELECT translates, language, seen FROM translation WHERE post = ?')
    .get(post);
  return row ?? null;
}

/** Remembers what a post translates. What is known of it already stays. */
export function noteTranslation(db: Store, post: string, { translates, language, seen }: Translation): void {
  db.prepare(
    'INSERT INTO translation (post, translates, language, seen) VALUES (?, ?, ?, ?) ON CONFLICT (post) DO NOTHING',
  ).run(post, translates, language, seen);
}

/** The same from a revision, for one that another computer made. */
export function noteTranslationOf(db: Store, { post, translates, language }: Revision): void {
  if (translates !== null) noteTranslation(db, post, { translates, language, seen: null });
}

/** Remembers the source's revision that a person has laid a translation beside. */
export function noteSeenSource(db: Store, post: string, revision: string): void {
  db.prepare('UPDATE translation SET seen = ? WHERE post = ?').run(revision, post);
}

/** The newest post in the lists of this computer that translates another one; `null` when there is none. */
export function translatedBy(db: Store, source: string): string | null {
  const row = db
    .prepare<[string], { post: string }>(
      `SELECT translation.post FROM translation JOIN post ON post.id = translation.post
       WHERE translates = ? AND is_binned = 0 ORDER BY post.sort DESC LIMIT 1`,
    )
    .get(source);
  return row?.post ?? null;
}
