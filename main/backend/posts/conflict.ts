import {
  commonAncestry,
  mergeRevisions,
  parseRevision,
  type Revision,
  resolveMerge,
  type SavedChoices,
  validChoices,
} from '../../../shared/content/index.ts';
import { AppError, type Input, type PostConflict } from '../../../shared/contract/index.ts';
import type { Desk } from './desk.ts';
import { eventOf, lastSaveOf, type MutationRow, mutationsOfPost } from './events.ts';
import { baseOf, markMerged } from './lost-race.ts';
import { limitError, mint } from './mint.ts';
import { enqueue } from './outbox.ts';
import { projectPost } from './project.ts';
import { addRevision, isMadeFrom, parentsOf, readRevision } from './revisions.ts';
import { dropMergedHeads, keepChoices, secondHeadsOf } from './second-heads.ts';

/**
 * The two texts of a post that wait for a person, the oldest pair first. What is being written becomes a version first:
 * it belongs to one of the two.
 *
 * @returns `null` when nothing waits any more.
 * @throws AppError as `mint`: words past a limit must be shortened before they can be laid beside others.
 */
export function openConflict(desk: Desk, post: string): PostConflict | null {
  const { db } = desk;
  mint(desk, post);
  const found = headsOf(desk, post);
  if (found === null) return null;
  const { mine, theirs, choices, base, more } = found;
  const nameOf = db.prepare<[string], { name: string }>('SELECT name FROM member WHERE id = ?');
  const shown = (id: string, revision: Revision): PostConflict['mine'] => ({
    ...{ id, revision },
    authorName: revision.author === null ? null : (nameOf.get(revision.author)?.name ?? ''),
    isFromHere: revision.device === desk.device.id,
  });
  return { mine: shown(mine.id, mine.revision), theirs: shown(theirs.id, theirs.revision), base, choices, more };
}

/** Keeps what was chosen so far. */
export function chooseInConflict(desk: Desk, { post, mine, choices }: Input<'conflict.choose'>): void {
  keepChoices(desk.db, post, secondHeadUnder(desk, post, mine) ?? mine, choices);
}

/**
 * Makes the revision that a person's decisions give: theirs, of two parents, saved over the head.
 *
 * @throws AppError `changed_meanwhile` when either text is another one by now, or a choice is missing or no longer
 * stands: the choices are kept. A limit of the text, as `mint` does.
 */
export function resolveConflict(desk: Desk, wanted: Input<'conflict.resolve'>): void {
  const { db } = desk;
  const { post } = wanted;
  chooseInConflict(desk, wanted);
  const found = headsOf(desk, post);
  if (found === null || found.mine.id !== wanted.mine || found.theirs.id !== wanted.theirs)
    throw new AppError('changed_meanwhile');
  const { mine, theirs, base } = found;
  const merge = mergeRevisions(base, mine.revision, theirs.revision);
  const revision = resolveMerge(merge, validChoices(merge, wanted.choices), {
    author: desk.me().id,
    device: desk.device.id,
    createdAt: desk.now().toISOString(),
  });
  if (revision === null) throw new AppError('changed_meanwhile');
  const parsed = parseRevision(revision);
  if (!parsed.ok) throw limitError(parsed.problem);
  const rows = mutationsOfPost(db, post);
  db.transaction(() => {
    const made = addRevision(db, parsed.revision);
    enqueue(desk, post, 'post.save', { post, revision: made, base: theirs.id }, [lastSaveOf(rows.filter(isOnLine))]);
    dropMergedHeads(db, post, made);
    markMerged(desk, rows);
    projectPost(desk, post);
  })();
  desk.tell('posts.changed', { posts: [post] });

  /** A save of the line that lost is about to be turned down: nothing may build on it. */
  function isOnLine(row: MutationRow): boolean {
    const action = eventOf(row)?.action;
    return action?.name !== 'post.save' || isMadeFrom(db, theirs.id, action.args.revision);
  }
}

interface Heads {
  readonly mine: { readonly id: string; readonly revision: Revision };
  readonly theirs: { readonly id: string; readonly revision: Revision };
  readonly base: Revision | null;
  readonly choices: SavedChoices;
  readonly more: number;
}

/** The oldest second head, with what was written on from it since, and the head the portal goes on from. */
function headsOf(desk: Desk, post: string): Heads | null {
  const { db } = desk;
  const waiting = secondHeadsOf(db, post);
  const [oldest] = waiting;
  const saves = mutationsOfPost(db, post).flatMap((row) => {
    const action = eventOf(row)?.action;
    return action?.name === 'post.save' ? [action.args] : [];
  });
  if (oldest === undefined) return null;
  const later = saves.findLast(({ revision }) => isMadeFrom(db, revision, oldest.revision))?.revision;
  const mine = later ?? oldest.revision;
  const isBeside = (revision: string): boolean => waiting.some((head) => isMadeFrom(db, revision, head.revision));
  const theirs = saves.findLast(({ revision }) => !isBeside(revision))?.revision;
  const [mineText, theirText] = [readRevision(db, mine), theirs === undefined ? null : readRevision(db, theirs)];
  if (theirs === undefined || mineText === null || theirText === null) return null;
  const ancestry = commonAncestry(mine, theirs, (revision) => parentsOf(db, revision));
  const base = ancestry.kind === 'apart' ? baseOf(desk, ancestry.nearest) : null;
  return {
    mine: { id: mine, revision: mineText },
    theirs: { id: theirs, revision: theirText },
    ...{ base, choices: oldest.choices, more: waiting.length - 1 },
  };
}

function secondHeadUnder({ db }: Desk, post: string, mine: string): string | null {
  return secondHeadsOf(db, post).find(({ revision }) => isMadeFrom(db, mine, revision))?.revision ?? null;
}
