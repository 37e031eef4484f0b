import { z } from 'zod';
import { type Mutation, mutationSchema } from '../../../shared/sync/index.ts';
import { parseAction, type WorkflowEvent } from '../../../shared/workflow/index.ts';
import { checksum, DamagedError, readSetting, type Store, writeSetting } from '../store/index.ts';

export type Outcome = 'pending' | 'sent' | 'accepted' | 'superseded' | 'refused';

/** A mutation as this device holds it: its own outbox and what the portal confirmed of everybody's. */
export interface MutationRow {
  readonly place: number;
  readonly id: string;
  readonly post: string;
  readonly device: string;
  readonly name: string;
  readonly words: string;
  readonly sum: number;
  readonly person: string | null;
  readonly contributors: string;
  readonly at: string;
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly number: number | null;
  readonly received_at: string | null;
  readonly is_seen: number;
}

/**
 * All mutations of a post in the order they take effect: confirmed ones by the portal's number, then those of ours
 * without a number by the order they were made.
 */
export function mutationsOfPost(db: Store, post: string): MutationRow[] {
  return db
    .prepare<[string], MutationRow>('SELECT * FROM mutation WHERE post = ? ORDER BY number IS NULL, number, place')
    .all(post);
}

/** Whether the portal decided against a mutation. */
export function isTurnedDown({ outcome }: Pick<MutationRow, 'outcome'>): boolean {
  return outcome === 'refused' || outcome === 'superseded';
}

/** The event a mutation stands for; `null` for one that was not accepted or that this version does not know. */
export function eventOf(row: MutationRow): WorkflowEvent | null {
  if (isTurnedDown(row)) return null;
  const mutation = wordsOf(row);
  const action = parseAction(mutation.name, mutation.args);
  if (action === null) return null;
  return { id: row.id, action, person: row.person, contributors: JSON.parse(row.contributors) as string[] };
}

/**
 * The newest save of the post that the portal took or may still take: what the next mutation builds on. One it turned
 * down must not be named, or everything built on it is superseded for ever.
 */
export function lastSaveOf(rows: readonly MutationRow[]): string | null {
  return rows.findLast((row) => row.name === 'post.save' && !isTurnedDown(row))?.id ?? null;
}

/** The mutation as it was signed. @throws DamagedError when it is not what was written. */
export function wordsOf(row: Pick<MutationRow, 'id' | 'post' | 'words' | 'sum'>): Mutation {
  if (checksum(row.id, row.post, row.words) !== row.sum) throw new DamagedError(`mutation ${row.id}`);
  return mutationSchema.parse(JSON.parse(row.words));
}

const UNREAD_ACTS = 'postsWithUnreadActs';

/** Notes that a post has an act this version does not know: it is kept, and read again after an upgrade. */
export function noteUnreadAct(db: Store, post: string): void {
  const known = readSetting(db, UNREAD_ACTS, z.array(z.string())) ?? [];
  if (!known.includes(post)) writeSetting(db, UNREAD_ACTS, [...known, post]);
}

/** The posts whose acts an older version could not read and this one can; they are told once. */
export function takeReadableActs(db: Store): string[] {
  const known = readSetting(db, UNREAD_ACTS, z.array(z.string())) ?? [];
  if (known.length === 0) return [];
  const isRead = (post: string): boolean => mutationsOfPost(db, post).every((row) => isReadable(wordsOf(row)));
  const left = known.filter((post) => !isRead(post));
  writeSetting(db, UNREAD_ACTS, left);
  return known.filter((post) => !left.includes(post));
}

/** Whether this version knows what a mutation does. */
export function isReadable(mutation: Mutation): boolean {
  return parseAction(mutation.name, mutation.args) !== null;
}
