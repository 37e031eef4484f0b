import { newId, type Revision } from '../../../shared/content/index.ts';
import { AppError, type Output } from '../../../shared/contract/index.ts';
import type { Desk } from './desk.ts';
import { shownRevisionId } from './details.ts';
import { type MutationRow, mutationsOfPost } from './events.ts';
import { mint } from './mint.ts';
import { projectPost } from './project.ts';
import { readRevision } from './revisions.ts';
import { noteSeenSource, noteTranslation, translatedBy, translationOf } from './translation.ts';
import { startWorking } from './working.ts';

/**
 * The English version of a post: the one there is on this computer, else a new draft of this person. It begins with
 * the source's blocks, ids included, so that each block is known to be the same block in the other language; title,
 * summary, tags and the cover's description are left to be written.
 *
 * @throws AppError `read_only` for a person who writes no posts, `post_not_found` for a post without a saved word, and
 * as `mint`.
 */
export function translatePost(desk: Desk, post: string): string {
  const { db } = desk;
  mint(desk, post, 'keep');
  const known = translatedBy(db, post);
  if (known !== null) return known;
  if (!desk.me().roles.includes('author')) throw new AppError('read_only');
  const seen = sourceNow(desk, post);
  const source = seen === null ? null : readRevision(db, seen);
  if (source === null) throw new AppError('post_not_found');
  if (source.language !== 'vi') throw new AppError('bad_input', { place: 'language' });
  const made = newId();
  db.transaction(() => {
    noteTranslation(db, made, { translates: post, language: 'en', seen });
    startWorking(db, made, null, desk.now().toISOString(), toBeTranslated(source));
    projectPost(desk, made);
  })();
  desk.tell('posts.changed', { posts: [made, post] });
  return made;
}

/**
 * A translation's source as its person may see it now, and as it was when they last laid the two side by side.
 *
 * @throws AppError `post_not_found` for a post that translates none.
 */
export function readSource(desk: Desk, post: string): Output<'translation.source'> {
  const { db } = desk;
  const translation = translationOf(db, post);
  if (translation === null) throw new AppError('post_not_found');
  const revision = sourceNow(desk, translation.translates);
  const source = revision === null ? null : readRevision(db, revision);
  if (revision === null || source === null) return { source: null, before: null, hasChanged: false };
  const seen = translation.seen ?? headAtStart(desk, post, translation.translates);
  const hasChanged = seen !== null && seen !== revision;
  const before = hasChanged ? readRevision(db, seen) : null;
  return { source: { revision, ...wordsOf(source) }, before: before && wordsOf(before), hasChanged };
}

/** Notes that a person has laid their translation beside that revision of its source. */
export function markSourceSeen(desk: Desk, post: string, revision: string): void {
  noteSeenSource(desk.db, post, revision);
  desk.tell('posts.changed', { posts: [post] });
}

function toBeTranslated(source: Revision): Revision {
  const cover = source.cover && { ...source.cover, alt: '' };
  return { ...source, title: '', summary: '', tags: [], cover };
}

function wordsOf({ title, summary, blocks }: Revision): Pick<Revision, 'title' | 'summary' | 'blocks'> {
  return { title, summary, blocks };
}

function sourceNow(desk: Desk, post: string): string | null {
  return shownRevisionId(desk, post, mutationsOfPost(desk.db, post));
}

/** The text its source had when a translation was first saved, told by the order of saves; `null` when that is unknown. */
function headAtStart({ db }: Desk, post: string, source: string): string | null {
  const isSave = ({ name, outcome }: MutationRow): boolean => name === 'post.save' && outcome !== 'refused';
  const first = mutationsOfPost(db, post).find(isSave);
  if (first === undefined) return null;
  const earlier = mutationsOfPost(db, source).filter((row) => isSave(row) && row.place < first.place);
  const words = earlier.at(-1)?.words;
  if (words === undefined) return null;
  return (JSON.parse(words) as { args: { revision: string } }).args.revision;
}
