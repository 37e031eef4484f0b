import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';

/** The checksum kept beside a row's keys and words: SQLite itself has none for what is in a cell. */
export function checksum(...texts: readonly string[]): number {
  return crc32(texts.join('\0'));
}

/** Stands in place of an erased text: no revision is so short. */
export const ERASED_TEXT = '{}';

/** Thrown when a stored text is not what was written. */
export class DamagedError extends Error {
  readonly code = 'SQLITE_CORRUPT_CONTENT';

  constructor(place: string) {
    super(`stored text does not match its checksum: ${place}`);
    this.name = 'DamagedError';
  }
}

/** Whether an error says that the database is damaged. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A damaged search index calls itself by a message only, under SQLite's most general code.
  const isIndex = code === 'SQLITE_ERROR' && /invalid fts5 file format/.test((error as Error).message);
  return isIndex || /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(code);
}

/**
 * Looks for damage: the file's structure and indexes, and every row with words against its checksum; `full` also
 * compares every revision with its id (`quick` leaves that to the moment it is read).
 *
 * @returns what is wrong, or `null`.
 */
export function findDamage(db: Database, depth: 'quick' | 'full'): string | null {
  try {
    // Not `quick_check`: a turned bit in an index hides a row as well as one in the row itself.
    const structure = db.pragma('integrity_check(1)', { simple: true });
    if (structure !== 'ok') return String(structure);
    return findChangedWords(db) ?? findChangedMutation(db) ?? (depth === 'full' ? findChangedRevision(db) : null);
  } catch (error) {
    if (isDamage(error)) return (error as Error).message;
    throw error;
  }
}

function findChangedWords(db: Database): string | null {
  for (const row of db
    .prepare<[], { post: string; fields: string; block_order: string; sum: number }>(
      'SELECT post, fields, block_order, sum FROM working',
    )
    .iterate())
    if (checksum(row.post, row.fields, row.block_order) !== row.sum) return `fields of ${row.post}`;
  for (const row of db
    .prepare<[], { post: string; id: string; value: string; sum: number }>(
      'SELECT post, id, value, sum FROM working_block',
    )
    .iterate())
    if (checksum(row.post, row.id, row.value) !== row.sum) return `block ${row.id}`;
  return null;
}

function findChangedMutation(db: Database): string | null {
  for (const row of db
    .prepare<[], { id: string; post: string; words: string; sum: number }>('SELECT id, post, words, sum FROM mutation')
    .iterate())
    if (checksum(row.id, row.post, row.words) !== row.sum) return `mutation ${row.id}`;
  return null;
}

function findChangedRevision(db: Database): string | null {
  const kept = db.prepare<[string], { id: string; canonical: string }>(
    'SELECT id, canonical FROM revision WHERE canonical <> ?',
  );
  for (const row of kept.iterate(ERASED_TEXT))
    if (createHash('sha256').update(row.canonical).digest('hex') !== row.id) return `revision ${row.id}`;
  return null;
}
