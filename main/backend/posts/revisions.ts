import { createHash } from 'node:crypto';
import { canonicalJson, type MediaReference, type Revision, revisionId } from '../../../shared/content/index.ts';
import { DamagedError, ERASED_TEXT, type Store } from '../store/index.ts';
import { dropLine, nextPlace, placeOfLine } from './revision-lines.ts';
import { noteTranslationOf } from './translation.ts';

interface RevisionRow {
  readonly id: string;
  readonly canonical: string;
  readonly author: string | null;
  readonly parents: string;
}

/** The revision of that id, or `null` when it is not on this computer or was erased. @throws DamagedError as `readCanonical`. */
export function readRevision(db: Store, id: string): Revision | null {
  const canonical = readCanonical(db, id);
  return canonical === null ? null : (JSON.parse(canonical) as Revision);
}

/** The canonical text of a revision, as it is hashed and sent. @throws DamagedError when it is not what was hashed. */
export function readCanonical(db: Store, id: string): string | null {
  const row = db.prepare<[string], RevisionRow>('SELECT * FROM revision WHERE id = ?').get(id);
  if (row === undefined || row.canonical === ERASED_TEXT) return null;
  if (createHash('sha256').update(row.canonical).digest('hex') !== id) throw new DamagedError(`revision ${id}`);
  return row.canonical;
}

export function hasRevision(db: Store, id: string): boolean {
  return db.prepare('SELECT 1 FROM revision WHERE id = ?').get(id) !== undefined;
}

/** Whether the text of a revision is here and was not erased. It is not proven; reading it does that. */
export function isReadable(db: Store, id: string): boolean {
  return db.prepare('SELECT 1 FROM revision WHERE id = ? AND canonical <> ?').get(id, ERASED_TEXT) !== undefined;
}

/** The revisions one was made from; none for one of which not even a line is here. */
export function parentsOf(db: Store, id: string): readonly string[] {
  return originOf(db, id)?.parents ?? [];
}

/** Who made a revision, and from which, whether its text is here or a line alone. */
function originOf(db: Store, id: string): { author: string | null; parents: readonly string[] } | null {
  const row = db
    .prepare<[string, string], Pick<RevisionRow, 'author' | 'parents'>>(
      `SELECT author, parents FROM revision WHERE id = ?
       UNION ALL SELECT author, parents FROM revision_line WHERE id = ? LIMIT 1`,
    )
    .get(id, id);
  return row === undefined ? null : { author: row.author, parents: JSON.parse(row.parents) as string[] };
}

/** Whether a revision is another one, or was made from it, as far as this computer knows the line between them. */
export function isMadeFrom(db: Store, revision: string, from: string): boolean {
  const seen = new Set<string>();
  const queue = [revision];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === from) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...parentsOf(db, id));
  }
  return false;
}

/** The newest revision of a post that came to or was made on this computer. */
export function newestRevisionOf(db: Store, post: string): string | null {
  const row = db
    .prepare<[string], { id: string }>('SELECT id FROM revision WHERE post = ? ORDER BY received DESC LIMIT 1')
    .get(post);
  return row?.id ?? null;
}

/**
 * Adds a revision already checked, with the pictures it names. Adding it again changes nothing, nor does one that was
 * erased. Returns its id.
 */
export function addRevision(db: Store, revision: Revision): string {
  const id = revisionId(revision);
  if (db.prepare('SELECT 1 FROM erased WHERE hash = ?').get(id) !== undefined) return id;
  const { post, author, parents } = revision;
  const received = placeOfLine(db, id) ?? nextPlace(db, post);
  db.prepare(
    `INSERT INTO revision (id, post, canonical, author, parents, received) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
  ).run(id, post, canonicalJson(revision), author, JSON.stringify(parents), received);
  dropLine(db, id);
  for (const reference of revision.media) noteMedia(db, reference);
  noteTranslationOf(db, revision);
  return id;
}

/** Remembers that a picture exists. Whether it is here is known by whoever stores the file. */
function noteMedia(db: Store, reference: MediaReference): void {
  db.prepare('INSERT INTO media (hash, reference, is_here) VALUES (?, ?, 0) ON CONFLICT (hash) DO NOTHING').run(
    reference.hash,
    JSON.stringify(reference),
  );
}

/**
 * Persons who authored the revision or an ancestor, back to (not including) what was public and a second person answers
 * for: those who may not appraise or approve it (design 5). The revision itself always counts, as on the portal: it may be
 * one that was withdrawn. Ancestors not on this computer cannot be counted; the portal counts them all.
 */
export function contributorsOf(db: Store, revision: string, answered: ReadonlySet<string>): string[] {
  const persons = new Set<string>();
  const seen = new Set<string>();
  const queue = [revision];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id) || (id !== revision && answered.has(id))) continue;
    seen.add(id);
    const origin = originOf(db, id);
    if (origin === null) continue;
    if (origin.author !== null) persons.add(origin.author);
    queue.push(...origin.parents);
  }
  return [...persons].sort();
}
