import { NO_CHOICES, type SavedChoices, savedChoicesSchema } from '../../../shared/content/index.ts';
import { checksum, DamagedError, type Store } from '../store/index.ts';
import { isMadeFrom } from './revisions.ts';

/** A text of a post kept beside the one the portal goes on from, until a person has laid the two together. */
export interface SecondHead {
  readonly revision: string;
  /** It was laid beside the text that won, and the two clash. */
  readonly isOpen: boolean;
  readonly choices: SavedChoices;
}

interface Row {
  readonly revision: string;
  readonly is_open: number;
  readonly choices: string;
  readonly sum: number;
}

/** The second heads of a post, oldest first. */
export function secondHeadsOf(db: Store, post: string): SecondHead[] {
  return db
    .prepare<[string], Row>('SELECT revision, is_open, choices, sum FROM second_head WHERE post = ? ORDER BY place')
    .all(post)
    .map(({ revision, is_open, choices, sum }) => {
      if (checksum(post, revision, choices) !== sum) throw new DamagedError(`choices ${revision}`);
      return { revision, isOpen: is_open === 1, choices: savedChoicesSchema.parse(JSON.parse(choices)) };
    });
}

/** How many texts of a post wait for a person. */
export function countOpenHeads(db: Store, post: string): number {
  const count = db.prepare<[string], { count: number }>(
    'SELECT count(*) AS count FROM second_head WHERE post = ? AND is_open = 1',
  );
  return count.get(post)?.count ?? 0;
}

/**
 * Keeps a text beside the post's own. One that was made from another second head takes its place, and what was chosen
 * for that one goes along; one that is in another already adds nothing.
 */
export function addSecondHead(db: Store, post: string, revision: string, isOpen: boolean): void {
  const known = secondHeadsOf(db, post);
  if (known.some((head) => head.revision !== revision && isMadeFrom(db, head.revision, revision))) return;
  const replaced = known.filter((head) => isMadeFrom(db, revision, head.revision));
  for (const head of replaced) dropSecondHead(db, post, head.revision);
  writeHead(db, post, { revision, isOpen, choices: replaced.at(-1)?.choices ?? NO_CHOICES });
}

/** Keeps what a person chose so far. Does nothing for a head that is decided already. */
export function keepChoices(db: Store, post: string, revision: string, choices: SavedChoices): void {
  const known = secondHeadsOf(db, post).find((head) => head.revision === revision);
  if (known !== undefined) writeHead(db, post, { ...known, choices });
}

export function dropSecondHead(db: Store, post: string, revision: string): void {
  db.prepare('DELETE FROM second_head WHERE post = ? AND revision = ?').run(post, revision);
}

/** Lets go of what the post's own text has come to contain. */
export function dropMergedHeads(db: Store, post: string, head: string): void {
  for (const { revision } of secondHeadsOf(db, post))
    if (isMadeFrom(db, head, revision)) dropSecondHead(db, post, revision);
}

function writeHead(db: Store, post: string, { revision, isOpen, choices }: SecondHead): void {
  const words = JSON.stringify(choices);
  db.prepare(
    `INSERT INTO second_head (post, revision, is_open, choices, sum) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (post, revision) DO UPDATE SET is_open = excluded.is_open, choices = excluded.choices, sum = excluded.sum`,
  ).run(post, revision, isOpen ? 1 : 0, words, checksum(post, revision, words));
}
