import { isStamped } from '../../../shared/checks/index.ts';
import {
  canonicalJson,
  LIMITS,
  newId,
  normaliseRevision,
  parseRevision,
  type Revision,
  type RevisionProblem,
} from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { attachmentProblem } from '../attachments/index.ts';
import type { Desk } from './desk.ts';
import { lastSaveOf, mutationsOfPost } from './events.ts';
import { isBinnedPost } from './in-bin.ts';
import { enqueue } from './outbox.ts';
import { dropPost, projectPost, statusFrom } from './project.ts';
import { addRevision, readRevision } from './revisions.ts';
import { translationOf } from './translation.ts';
import {
  endWorking,
  isUntouched,
  mediaOfCopy,
  noteEmptiedPage,
  readWorking,
  refuseTooMuchMedia,
  startWorking,
  type WorkingCopy,
} from './working.ts';

/** Makes a new, empty post of the signed-in person: news, or a standing page. It is on disk when this returns. */
export function createPost(desk: Desk, kind: Revision['kind'] = 'news'): string {
  const post = newId();
  desk.db.transaction(() => {
    startWorking(desk.db, post, null, desk.now().toISOString(), kind);
    projectPost(desk, post);
  })();
  desk.tell('posts.changed', { posts: [post] });
  return post;
}

/**
 * Turns the working copy into an immutable revision, with the mutation that moves the post's head, in one
 * transaction. A copy without a change mints nothing; a new post without a word is dropped, unless it may still be open.
 *
 * `others`: the files of another version that the copy took blocks of.
 * @returns the post's newest revision, or `null` when there is none.
 * @throws AppError `state_secret` for a stamped text, or when a limit bites: the working copy stays.
 */
export function mint(
  desk: Desk,
  post: string,
  ifUntouched: 'drop' | 'keep' = 'drop',
  others: Revision['media'] = [],
): string | null {
  const { db } = desk;
  const copy = readWorking(db, post);
  const rows = mutationsOfPost(db, post);
  const status = statusFrom(desk, rows);
  if (copy === null || isBinnedPost(db, post)) return status.head;
  if (copy.base === null && rows.length === 0 && isUntouched(copy)) {
    if (ifUntouched === 'keep') return null;
    db.transaction(() => {
      endWorking(db, post);
      dropPost(db, post);
      if (copy.kind === 'page') noteEmptiedPage(db, post);
    })();
    desk.tell('posts.changed', { posts: [post] });
    return null;
  }
  // A stamped text stays in the working copy: what is never minted is never sent (Luật 29/2018/QH14, Điều 5).
  const isSecret =
    isStamped({ ...copy.fields, blocks: copy.blocks }) || attachmentProblem(db, copy.blocks) === 'state_secret';
  if (isSecret) throw new AppError('state_secret');
  const revision = asRevision(desk, copy, others);
  const base = copy.base === null ? null : readRevision(db, copy.base);
  const id = db.transaction(() => {
    endWorking(db, post);
    if (base !== null && isSameText(revision, base)) {
      projectPost(desk, post);
      return copy.base;
    }
    const minted = addRevision(db, revision);
    enqueue(desk, post, 'post.save', { post, revision: minted, base: copy.base }, [lastSaveOf(rows)]);
    projectPost(desk, post);
    return minted;
  })();
  desk.tell('posts.changed', { posts: [post] });
  return id;
}

/** As {@link mint}; a stamped text, or one past a limit, stays in the working copy without a word: `null`. */
export function mintIfPossible(desk: Desk, post: string): string | null {
  try {
    return mint(desk, post);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The working copy in a revision's shape, normal and within every limit, without being kept. @throws AppError at a limit. */
export function asRevision(desk: Desk, copy: WorkingCopy, others: Revision['media'] = []): Revision {
  refuseTooMuchMedia(copy);
  const base = copy.base === null ? null : readRevision(desk.db, copy.base);
  const translation = translationOf(desk.db, copy.post);
  const revision = normaliseRevision({
    ...copy.fields,
    format: 1,
    post: copy.post,
    unit: desk.portal.unit.id,
    kind: base?.kind ?? copy.kind,
    language: base?.language ?? translation?.language ?? 'vi',
    translates: base?.translates ?? translation?.translates ?? null,
    blocks: [...copy.blocks],
    media: mediaOfCopy(desk.db, copy, others),
    parents: copy.base === null ? [] : [copy.base],
    author: desk.me().id,
    device: desk.device.id,
    createdAt: desk.now().toISOString(),
    note: '',
  });
  const parsed = parseRevision(revision);
  if (!parsed.ok) throw limitError(parsed.problem);
  return parsed.revision;
}

export function limitError(problem: RevisionProblem): Error {
  if (problem.path.startsWith('title')) return new AppError('limit_title', { most: LIMITS.titleCharacters });
  if (problem.path === 'summary') return new AppError('denied', { reason: 'summary_too_long' });
  if (problem.code === 'too_large') return new AppError('limit_size', { most: '2 MB' });
  if (problem.code === 'not_a_revision' && problem.path === 'blocks')
    return new AppError('limit_blocks', { most: LIMITS.blocks });
  // Beside a block of a newer version more may be listed than is seen.
  if (problem.code === 'not_a_revision' && problem.path === 'media')
    return new AppError('limit_pictures', { most: LIMITS.picturesPerPost });
  return new AppError('bad_input', { place: `${problem.code} ${problem.path}`.trim() });
}

/** Whether two revisions hold the same words, pictures and block ids: all but who saved them, when, and after which. */
function isSameText(a: Revision, b: Revision): boolean {
  const strip = ({ parents: _p, author: _a, device: _d, createdAt: _c, note: _n, ...text }: Revision) => text;
  return canonicalJson(strip(a)) === canonicalJson(strip(b));
}
