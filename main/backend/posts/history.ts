import { type PostFields, postFieldsSchema, type Revision } from '../../../shared/content/index.ts';
import { AppError, type HistoryEntry, MOST_VERSIONS, type Output } from '../../../shared/contract/index.ts';
import { ERASED_TEXT } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { mint, mintIfPossible } from './mint.ts';
import { statusOf } from './project.ts';
import { setCopyAside } from './rescue.ts';
import { hasOnlyLine } from './revision-lines.ts';
import { hasRevision, newestRevisionOf, parentsOf, readRevision } from './revisions.ts';
import { hasWorking, readWorking } from './working.ts';
import { writeDraft } from './write.ts';

interface Row {
  readonly id: string;
  readonly author: string | null;
  readonly name: string | null;
  readonly at: string | null;
  readonly previous: string | null;
  readonly isHere: number;
  readonly isErased: number;
}

/** The versions of a post known on this computer, newest first: the portal tells of those that its person may see. */
export function listHistory(desk: Desk, post: string): HistoryEntry[] {
  const { db } = desk;
  const now = hasWorking(db, post) ? null : (statusOf(desk, post).head ?? newestRevisionOf(db, post));
  const rows = db
    .prepare<{ post: string; most: number; erased: string }, Row>(
      `WITH version (id, author, parents, at, received, isHere, isErased) AS (
         SELECT id, author, parents, json_extract(canonical, '$.createdAt'), received, 1, canonical = @erased
         FROM revision WHERE post = @post
         UNION ALL SELECT id, author, parents, created_at, received, 0, 0 FROM revision_line WHERE post = @post
       )
       SELECT version.id, version.author, member.name, version.at, version.isHere, version.isErased,
              (SELECT older.id FROM version AS older WHERE older.id = json_extract(version.parents, '$[0]')) AS previous
       FROM version LEFT JOIN member ON member.id = version.author
       ORDER BY version.received DESC LIMIT @most`,
    )
    .all({ post, most: MOST_VERSIONS, erased: ERASED_TEXT });
  return rows.map(({ id, author, name, at, previous, isHere, isErased }) => ({
    revision: id,
    previous,
    authorName: author === null ? null : (name ?? ''),
    at,
    isHere: isHere === 1,
    isErased: isErased === 1,
    isNow: id === now,
  }));
}

/** Of a version and the one it was made from: those of which only a line is here, and that are to be fetched to show it. */
export function bodiesOf({ db }: Desk, revision: string): string[] {
  return [revision, ...parentsOf(db, revision).slice(0, 1)].filter((id) => hasOnlyLine(db, id));
}

/** The text of one version. @throws AppError `version_gone` when it was erased, `post_not_found` for another post's. */
export function readHistory(desk: Desk, post: string, revision: string): Output<'history.read'> {
  const found = versionOf(desk, post, revision);
  return { fields: fieldsOf(found), blocks: found.blocks };
}

/**
 * Writes an older version's text as the newest one: a revision of its own, made from the head. What was being written
 * becomes a revision first, so that restoring loses nothing; words that can become none (a stamp of secrecy, a title past
 * its limit) go on in a draft of their own, `aside`.
 *
 * @throws AppError as `writeDraft`, and as `mint` for the older version: then nothing has changed.
 */
export function restoreVersion(
  desk: Desk,
  post: string,
  revision: string,
  titleOfCopy: (original: string) => string,
): Output<'history.restore'> {
  const found = versionOf(desk, post, revision);
  const aside = desk.db.transaction(() => {
    mintIfPossible(desk, post);
    const left = readWorking(desk.db, post);
    const draft = left === null ? null : setCopyAside(desk, left, titleOfCopy);
    const order = found.blocks.map(({ id }) => id);
    writeDraft(desk, { post, fields: fieldsOf(found), order, blocks: found.blocks });
    mint(desk, post, 'drop', found.media);
    return draft;
  })();
  if (aside !== null) desk.tell('posts.changed', { posts: null });
  return { aside };
}

function versionOf({ db }: Desk, post: string, id: string): Revision {
  const revision = readRevision(db, id);
  if (revision === null && hasRevision(db, id)) throw new AppError('version_gone');
  if (revision === null || revision.post !== post) throw new AppError('post_not_found');
  return revision;
}

function fieldsOf(revision: Revision): PostFields {
  return postFieldsSchema.parse(
    Object.fromEntries(Object.keys(postFieldsSchema.shape).map((key) => [key, revision[key as keyof PostFields]])),
  );
}
